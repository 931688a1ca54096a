"""Who agreed that the agenda of the council goes out as it is, and what made that lapse."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q

from verder.deliberation.models.meeting import Meeting
from verder.network.models import Person


class SignOffRole(StrEnum):
    """For whom somebody signs."""

    SECRETARIAT = "secretariat"
    PLATFORM = "platform"
    COUNCIL_CHAIR = "council_chair"


class SignOff(models.Model):
    """A signature under an agenda; a change of the agenda withdraws it, and the row tells by whom and which."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sign_offs")
    role = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    change = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "role"], condition=Q(withdrawn_at__isnull=True), name="sign_off_stands_once_per_role"
            ),
            models.CheckConstraint(
                name="sign_off_role_is_known", condition=Q(role__in=[str(role) for role in SignOffRole])
            ),
            models.CheckConstraint(
                name="sign_off_withdrawn_tells_what_changed",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, change="")
                | (Q(withdrawn_at__isnull=False) & ~Q(change="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.role}"
