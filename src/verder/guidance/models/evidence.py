"""By what rules an approach counts as being tried, or as proven."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verder.domain.evidence import WHOLE, Thresholds
from verder.network.models import Person


class EvidenceRules(models.Model):
    """The rules as the Platform set them: each change is a version of its own, and no version changes."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(unique=True)
    used = models.PositiveSmallIntegerField()
    helped = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    percent_to_stay = models.PositiveSmallIntegerField()
    reason = models.TextField(_("waarom"))
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_tried_before_it_is_proven", condition=Q(used__gte=1, helped__gte=F("used"))
            ),
            models.CheckConstraint(
                name="evidence_stays_proven_as_easily_as_it_becomes_so",
                condition=Q(percent_to_stay__gte=1, percent_to_stay__lte=F("percent"), percent__lte=WHOLE),
            ),
        ]

    def __str__(self) -> str:
        return f"EvidenceRules {self.number}"

    @property
    def thresholds(self) -> Thresholds:
        """The numbers alone."""
        return Thresholds(self.used, self.helped, self.percent, self.percent_to_stay)
