"""How a promise of the council goes on: the steps its owner planned, and what the owner reports."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.commitment import Commitment
from verder.network.models import Person


class Outlook(StrEnum):
    """How it stands with a promise; the middle two are for an entry on a political agenda."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    STUCK = "stuck"


class CommitmentStep(models.Model):
    """One step that an owner planned, and when it was taken."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("stap"), max_length=200)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "position"], name="commitment_step_has_a_place_of_its_own")
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}/{self.position}"


class ProgressReport(models.Model):
    """What an owner reported about a promise, once for each time it was asked by mail."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="reports")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    outlook = models.CharField(max_length=20)
    text = models.TextField(_("toelichting"), blank=True, default="")
    asked_on = models.DateField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "asked_on"], name="progress_report_once_per_time_asked"),
            models.CheckConstraint(
                name="progress_report_outlook_is_known", condition=Q(outlook__in=[str(one) for one in Outlook])
            ),
        ]
        indexes = [models.Index(fields=["commitment", "-at"], name="progress_report_latest")]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.outlook}"
