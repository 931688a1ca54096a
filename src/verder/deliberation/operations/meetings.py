"""What changes to a meeting share: its plan, who may make them, the hold that they begin with, and their event."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import DatePoll, Manner, Meeting, MeetingState
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.queries.meetings import looks_after
from verder.domain.rungs import Party

NEW = Intent()
USUAL_LENGTH = timedelta(hours=2)


class NotTheirMeeting(Exception):
    """Only the secretariat and the chair of a body look after its meetings."""


class NoSuchMeeting(Exception):
    """The meeting is not of this body, or no longer planned."""


class MeetingHasPassed(Exception):
    """A meeting is planned for a moment to come."""


class EndsBeforeItBegins(Exception):
    """A meeting ends after it begins."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When, where and how a body meets; without an end it takes as long as usual.

    In writing it begins when nobody can write any more, and takes no time.
    """

    starts_at: datetime
    place: str = ""
    manner: Manner = Manner.IN_PERSON
    ends_at: datetime | None = None

    @property
    def until(self) -> datetime:
        """When it ends."""
        if self.manner is Manner.IN_WRITING:
            return self.starts_at
        return self.ends_at or self.starts_at + USUAL_LENGTH


def plan_of(meeting: Meeting) -> Plan:
    """Return when, where and how a meeting is planned."""
    return Plan(meeting.starts_at, meeting.place, Manner(meeting.manner), meeting.ends_at)


def lay_down(meeting: Meeting, plan: Plan) -> Meeting:
    """Save a meeting as it is planned; raise EndsBeforeItBegins."""
    if plan.manner is not Manner.IN_WRITING and plan.until <= plan.starts_at:
        raise EndsBeforeItBegins
    meeting.starts_at, meeting.ends_at = plan.starts_at, plan.until
    meeting.place, meeting.manner = plan.place, plan.manner
    meeting.save()
    return meeting


def hold_meeting(key: uuid.UUID, *, actor: Actor, intent: Intent) -> Meeting:
    """Lock a meeting to change it until the transaction ends.

    Raise NotTheirMeeting outside secretariat and chair, AlreadyTaken for a form that came in before, NoSuchMeeting once
    it was held or cancelled, and SomeoneWasFirst when it is no longer what the sender saw.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(key=key)
    if not looks_after(actor.standing, meeting.body):
        raise NotTheirMeeting
    refuse_second_click(intent)
    if meeting.state != MeetingState.PLANNED:
        raise NoSuchMeeting
    if intent.version is not None and intent.version != meeting.version:
        raise SomeoneWasFirst
    return meeting


def note_meeting(
    about: Meeting | DatePoll, action: str, actor: Actor, *, at: datetime, intent: Intent = NEW, **details: str | int
) -> Event:
    """Write down what happened to a meeting, or to a poll for its date."""
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party(about.body.kind)
    happening = Happening(
        action=action,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="poll" if isinstance(about, DatePoll) else "meeting",
        subject=about.key,
        body=about.body.key,
        request_key=intent.stored_key,
        details=details,
    )
    return record(happening, at=at)
