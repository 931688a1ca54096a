"""What the council took up: political agenda entries, and promises in a director's own organisation."""

from __future__ import annotations

import uuid
from datetime import date
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.network.models import Organisation, Person


class CommitmentKind(StrEnum):
    """Where the council's promise is kept."""

    POLITICAL = "political"
    ORGANISATION = "organisation"


class CommitmentState(StrEnum):
    """How far a promise has come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Commitment(models.Model):
    """One promise of the council, with an owner and a date."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="commitments")
    kind = models.CharField(max_length=20, default=CommitmentKind.ORGANISATION)
    forum = models.CharField(_("waar op de agenda"), max_length=150, blank=True, default="")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="commitments")
    owner = models.ForeignKey(Person, models.PROTECT, related_name="commitments")
    text = models.TextField(_("wat"))
    due_on = models.DateField(_("klaar op"))
    state = models.CharField(max_length=20, default=CommitmentState.OPEN)
    settled_at = models.DateTimeField(null=True)
    reason = models.TextField(_("reden"), blank=True, default="")
    ask_on = models.DateField(null=True)
    """When its owner is asked how it stands; nobody asks shortly before the date, or once it is settled."""
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="commitment_is_kept_in_a_forum_or_an_organisation",
                condition=Q(kind=CommitmentKind.POLITICAL) & ~Q(forum="")
                | Q(kind=CommitmentKind.ORGANISATION, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="commitment_settled_has_its_time",
                condition=Q(state=CommitmentState.OPEN, settled_at__isnull=True)
                | (~Q(state=CommitmentState.OPEN) & Q(settled_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="commitment_dropped_has_a_reason", condition=~Q(state=CommitmentState.DROPPED) | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="commitment_settled_is_not_asked_about",
                condition=Q(state=CommitmentState.OPEN) | Q(ask_on__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "state", "due_on"], name="commitment_by_owner"),
            models.Index(fields=["state", "-id"], name="commitment_by_state"),
            models.Index(fields=["ask_on"], name="commitment_to_ask", condition=Q(ask_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.kind}"

    def has_lapsed(self, today: date) -> bool:
        """Tell whether the date has passed while nobody kept or dropped it."""
        return self.state == CommitmentState.OPEN and self.due_on < today

    def has_failed(self, today: date) -> bool:
        """Tell whether it lapsed, or was dropped."""
        return self.state == CommitmentState.DROPPED or self.has_lapsed(today)
