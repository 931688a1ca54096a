"""Meetings of a body and what stands on their agenda."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.network.models import Body


class MeetingState(StrEnum):
    """Whether a meeting is still to come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class ItemKind(StrEnum):
    """What is asked of the meeting."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


class ItemState(StrEnum):
    """What became of an item; whatever it is, its number stays."""

    OPEN = "open"
    DECIDED = "decided"
    CARRIED_OVER = "carried_over"
    WITHDRAWN = "withdrawn"


class Meeting(models.Model):
    """One meeting of a body."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField(_("begint"))
    place = models.CharField(_("plaats"), max_length=150)
    in_person = models.BooleanField(_("fysiek"), default=True)
    state = models.CharField(max_length=20, default=MeetingState.PLANNED)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["body", "state", "starts_at"], name="meeting_by_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.starts_at:%Y-%m-%d}"


class AgendaItem(models.Model):
    """One item on an agenda, under a number that never changes."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, default=ItemKind.DECISION)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, null=True, blank=True, related_name="agenda_items")
    title = models.CharField(max_length=150, blank=True, default="")
    state = models.CharField(max_length=20, default=ItemState.OPEN)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_item_has_a_number_of_its_own"),
            models.UniqueConstraint(
                fields=["dilemma"],
                condition=Q(state=ItemState.OPEN, kind=ItemKind.DECISION),
                name="agenda_item_to_decide_once_per_dilemma",
            ),
            models.CheckConstraint(
                name="agenda_item_has_dilemma_or_title", condition=Q(dilemma__isnull=False) | ~Q(title="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number}"
