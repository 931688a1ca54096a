"""What a group still has to do, outside of its meetings."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import WorkingGroup
from verder.network.models import Person


class OpenPoint(models.Model):
    """One thing to do, with an owner and a date; done or not."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="points")
    words = models.CharField(_("wat er moet gebeuren"), max_length=300)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    due_on = models.DateField(_("klaar op"))
    given_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    done_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(name="open_point_says_what_to_do", condition=~Q(words="")),
            models.CheckConstraint(
                name="open_point_done_says_by_whom_and_when",
                condition=Q(done_by__isnull=True, done_at__isnull=True)
                | Q(done_by__isnull=False, done_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["group", "due_on"], name="open_point_to_do", condition=Q(done_at__isnull=True))]

    def __str__(self) -> str:
        return f"{self.group_id} {self.due_on}"
