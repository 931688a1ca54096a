"""The spreading of one edition of a piece of guidance."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.guidance.models import Publication
from verder.network.models import Person

DAYS_TO_RESPOND = 14


class Distribution(models.Model):
    """One edition of a published piece, on its way to organisations; more of them can be added, and none twice."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="distributions")
    edition = models.PositiveIntegerField()
    begun_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    days_to_respond = models.PositiveSmallIntegerField(_("dagen tot de herinnering"), default=DAYS_TO_RESPOND)

    class Meta:
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "edition"], name="distribution_once_per_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}, {self.edition}"
