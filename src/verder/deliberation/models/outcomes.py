"""What anyone may read of a meeting that is over."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.meeting import Meeting
from verder.network.models import Person


class PublicOutcomes(models.Model):
    """The outcomes of one meeting for everyone: a summary, written for the public; the rest is read from the steps.

    They are published once. What was wrong in the summary is corrected in place, so that it is gone, under a new
    version.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="public_outcomes")
    summary = models.TextField(_("samenvatting"))
    published_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    corrected_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["-published_at", "-id"], name="outcomes_newest_first")]
        constraints = [
            models.CheckConstraint(name="outcomes_have_a_summary", condition=~Q(summary="")),
            models.CheckConstraint(
                name="outcomes_have_a_later_version_when_corrected",
                condition=Q(version=1, corrected_at__isnull=True)
                | Q(version__gt=1, corrected_at__gte=F("published_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.version}"
