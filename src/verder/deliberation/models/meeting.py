"""Meetings of a body."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.network.models import Body


class MeetingState(StrEnum):
    """Whether a meeting is still to come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


# The first migration finds these two here.
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
    agenda_version = models.PositiveIntegerField(default=0)
    agenda_sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["body", "state", "starts_at"], name="meeting_by_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.starts_at:%Y-%m-%d}"
