"""What is said in the discussion of a group, and what of it was decided."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import WorkingGroup
from verder.network.models import Person


class Contribution(models.Model):
    """One contribution to the discussion; it may be marked as what the group decided."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="contributions")
    words = models.TextField(_("bijdrage"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="contribution_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="contribution_decided_says_by_whom_and_when",
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["group", "id"], name="contribution_of_group")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.key}"
