"""Meetings of a body."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verder.network.models import Body


class MeetingState(StrEnum):
    """Whether a meeting is still to come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Manner(StrEnum):
    """How a body meets."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    BOTH = "both"
    IN_WRITING = "in_writing"


TOGETHER = (Manner.IN_PERSON, Manner.BOTH)
"""The manners in which people see each other in one place."""


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
    """One meeting of a body; one in writing begins, and so can be decided on, when nobody can write any more."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    place = models.CharField(_("plaats"), max_length=150, blank=True, default="")
    manner = models.CharField(max_length=20, default=Manner.IN_PERSON)
    state = models.CharField(max_length=20, default=MeetingState.PLANNED)
    introduction = models.TextField(blank=True, default="")
    invited_at = models.DateTimeField(null=True)
    sequence = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    agenda_version = models.PositiveIntegerField(default=0)
    agenda_sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["body", "state", "starts_at"], name="meeting_by_body")]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")) | Q(manner=Manner.IN_WRITING, ends_at=F("starts_at")),
            ),
            models.CheckConstraint(
                name="meeting_has_a_place_unless_in_writing", condition=Q(manner=Manner.IN_WRITING) | ~Q(place="")
            ),
            models.CheckConstraint(
                name="meeting_manner_is_known", condition=Q(manner__in=[str(manner) for manner in Manner])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.starts_at:%Y-%m-%d}"

    @property
    def is_in_writing(self) -> bool:
        """Whether people write what they think instead of coming together."""
        return self.manner == Manner.IN_WRITING

    @property
    def day(self) -> date:
        """The day by which people name it: in writing, the closing date."""
        return self.closes_on if self.is_in_writing else timezone.localdate(self.starts_at)

    @property
    def closes_on(self) -> date:
        """The last day on which people can write before the meeting: in writing, the closing date."""
        return timezone.localdate(self.starts_at - timedelta(microseconds=1))
