"""A slip: words taken out of the places where they stood, until a second person settles what becomes of them."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q

WHOLE_FILE = "content"
"""What stands as the column of a place that is a whole file; such a place holds no words."""


class SlipState(StrEnum):
    """What has become of the words."""

    HIDDEN = "hidden"
    DESTROYED = "destroyed"
    RESTORED = "restored"


class Slip(models.Model):
    """Something that slipped through. It knows dilemma and people by opaque id, so that it survives any restore."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dilemma = models.UUIDField()
    hidden_by = models.UUIDField()
    hidden_at = models.DateTimeField()
    second = models.UUIDField(null=True)
    """Who was asked to confirm, besides the secretariat and the chair."""
    state = models.CharField(max_length=20, default=SlipState.HIDDEN)
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, default="")
    is_journalled = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["dilemma"], name="slip_waiting", condition=Q(state="hidden")),
            models.Index(fields=["id"], name="slip_to_journal", condition=Q(is_journalled=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="slip_settled_has_person_and_time",
                condition=Q(state=SlipState.HIDDEN, settled_by__isnull=True, settled_at__isnull=True)
                | Q(
                    state__in=[SlipState.DESTROYED, SlipState.RESTORED],
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="slip_is_settled_by_a_second_person",
                condition=Q(settled_by__isnull=True) | ~Q(settled_by=F("hidden_by")),
            ),
            models.CheckConstraint(
                name="slip_put_back_has_a_reason", condition=~Q(state=SlipState.RESTORED) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.state}"


class HiddenPlace(models.Model):
    """One place out of which words were taken, what stands there instead, and the words while they can come back."""

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="places")
    table = models.CharField(max_length=60)
    row = models.BigIntegerField()
    column = models.CharField(max_length=40)
    words = models.TextField(blank=True, default="")
    mark = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["slip", "table", "row", "column"], name="hidden_place_once_per_slip"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row} {self.column}"

    @property
    def is_whole_file(self) -> bool:
        """Tell whether a whole file was hidden here, and no words."""
        return self.column == WHOLE_FILE
