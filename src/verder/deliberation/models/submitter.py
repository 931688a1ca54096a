"""Who put a dilemma in, for the secretariat alone unless the submitter allows more."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.network.models import Person


class Channel(StrEnum):
    """How a dilemma came in."""

    FORM = "form"
    ACCOUNT = "account"
    CALLER = "caller"


class KnownTo(StrEnum):
    """Who may know the submitter's name and organisation."""

    SECRETARIAT = "secretariat"
    BODIES = "bodies"


class Submitter(models.Model):
    """The professional who put the dilemma in; a receipt code or a confirmed address opens its page."""

    dilemma = models.OneToOneField(Dilemma, models.PROTECT, related_name="submitter")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="submissions")
    channel = models.CharField(max_length=20, default=Channel.FORM)
    role = models.CharField(_("vanuit welke rol"), max_length=120, blank=True, default="")
    name = models.CharField(_("naam"), max_length=120, blank=True, default="")
    organisation = models.CharField(_("organisatie"), max_length=150, blank=True, default="")
    known_to = models.CharField(max_length=20, default=KnownTo.SECRETARIAT)
    receipt_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(_("e-mailadres"), blank=True, default="")
    email_confirmed_at = models.DateTimeField(null=True)
    wants_mail = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="submitter_address_confirmed_is_given",
                condition=Q(email_confirmed_at__isnull=True) | ~Q(email=""),
            ),
        ]
        indexes = [models.Index(fields=["email"], name="submitter_by_address", condition=~Q(email=""))]

    def __str__(self) -> str:
        return f"{self.dilemma_id}"
