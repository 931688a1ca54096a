"""Signals and insights from the field, on their way to the council."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.domain.tlp import Tlp
from verder.network.models import Body, Person, Theme


class SignalKind(StrEnum):
    """Whether somebody sees something happen, or understood something."""

    SIGNAL = "signal"
    INSIGHT = "insight"


class SignalReach(StrEnum):
    """Where it is felt."""

    ONE_PLACE = "one_place"
    REGION = "region"
    SEVERAL_REGIONS = "several_regions"
    NATIONAL = "national"


class SignalState(StrEnum):
    """How far a signal has come."""

    NEW = "new"
    ON_AGENDA = "on_agenda"
    DISCUSSED = "discussed"
    CLOSED = "closed"


class Signal(models.Model):
    """What somebody saw or understood, for the bodies on whose agenda it comes."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    title = models.CharField(_("in één zin"), max_length=150)
    text = models.TextField(_("wat ziet u"))
    reach = models.CharField(max_length=20)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="signals")
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, null=True, blank=True, related_name="signals")
    tlp = models.CharField(max_length=20, default=Tlp.AMBER_STRICT)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=SignalState.NEW)
    reply = models.TextField(_("antwoord"), blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "-id"], name="signal_by_state"),
            models.Index(fields=["sent_at"], name="signal_by_date"),
            models.Index(fields=["person", "-id"], name="signal_by_person"),
        ]
        constraints = [
            models.CheckConstraint(name="signal_kind_is_known", condition=Q(kind__in=[str(one) for one in SignalKind])),
            models.CheckConstraint(
                name="signal_reach_is_known", condition=Q(reach__in=[str(one) for one in SignalReach])
            ),
            models.CheckConstraint(
                name="signal_state_is_known", condition=Q(state__in=[str(one) for one in SignalState])
            ),
            models.CheckConstraint(
                name="signal_label_lets_it_travel",
                condition=Q(tlp__in=[str(label) for label in Tlp if label is not Tlp.RED]),
            ),
            models.CheckConstraint(name="signal_says_something", condition=~Q(title="") & ~Q(text="")),
            models.CheckConstraint(
                name="signal_closed_has_words_back",
                condition=(Q(state=SignalState.CLOSED, closed_at__isnull=False) & ~Q(reply=""))
                | (~Q(state=SignalState.CLOSED) & Q(closed_at__isnull=True, reply="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
