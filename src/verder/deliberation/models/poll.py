"""A poll among the members of a body for the date of a meeting."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.meeting import Manner, Meeting
from verder.network.models import Body, Person


class PollState(StrEnum):
    """Whether members can still answer."""

    OPEN = "open"
    CHOSEN = "chosen"
    CLOSED = "closed"


class Suits(StrEnum):
    """How a date suits somebody."""

    YES = "yes"
    IF_NEEDED = "if_needed"
    NO = "no"


class DatePoll(models.Model):
    """Some dates, asked of the members of a body until a moment; one of them becomes a meeting."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, models.PROTECT, related_name="polls")
    place = models.CharField(_("plaats"), max_length=150)
    manner = models.CharField(max_length=20, default=Manner.IN_PERSON)
    closes_at = models.DateTimeField(_("sluit"))
    state = models.CharField(max_length=20, default=PollState.OPEN)
    meeting = models.OneToOneField(Meeting, models.PROTECT, null=True, related_name="poll")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="poll_has_a_meeting_once_chosen",
                condition=Q(state=PollState.CHOSEN, meeting__isnull=False)
                | ~Q(state=PollState.CHOSEN) & Q(meeting__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.body_id}/{self.state}"

    @property
    def closes_on(self) -> date:
        """The last day on which members can answer."""
        return timezone.localdate(self.closes_at - timedelta(microseconds=1))


class PollOption(models.Model):
    """One of the dates."""

    poll = models.ForeignKey(DatePoll, models.CASCADE, related_name="options")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "starts_at"], name="poll_option_once"),
            models.CheckConstraint(name="poll_option_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.poll_id} {self.starts_at:%Y-%m-%d}"


class Ballot(models.Model):
    """One member who was asked; the link in their letter opens these answers and nothing else."""

    poll = models.ForeignKey(DatePoll, models.CASCADE, related_name="ballots")
    person = models.ForeignKey(Person, models.PROTECT, related_name="ballots")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["poll", "person"], name="ballot_once_per_poll_and_person")]

    def __str__(self) -> str:
        return f"{self.poll_id}/{self.person_id}"


class BallotAnswer(models.Model):
    """How one date suits one member."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="answers")
    option = models.ForeignKey(PollOption, models.CASCADE, related_name="answers")
    suits = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ballot", "option"], name="ballot_answer_once_per_option")]

    def __str__(self) -> str:
        return self.suits
