"""Holding a meeting: beginning, turning to an item, who is there, and what is said and decided; then its minutes."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    ItemPurpose,
    ItemRecord,
    ItemState,
    Meeting,
    MeetingState,
    Presence,
    Proceedings,
)
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.operations.items import carry_minutes, changed, lock_meeting, record_on
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.operations.naming import which_meeting
from verder.deliberation.operations.outcomes import clean_outcomes
from verder.deliberation.queries.agenda import items_that_stand
from verder.deliberation.queries.meetings import looks_after, start_of
from verder.deliberation.queries.people import seated
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText


class NotToday(Exception):
    """A meeting is held on its day, and recorded from then on."""


class WasCancelled(Exception):
    """The meeting was cancelled; there is nothing to record."""


class AlreadyApproved(Exception):
    """The minutes were approved and are closed."""


class NotYetOver(Exception):
    """Minutes are sent once the meeting is closed."""


class NothingToApprove(Exception):
    """No minutes of this body were sent that still wait for approval, or not at a later meeting."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was decided at an item, and what was said, in words."""

    decision: CheckedText
    minutes: CheckedText


@dataclass(frozen=True, slots=True)
class _Hold:
    meeting: Meeting
    proceedings: Proceedings
    actor: Actor
    at: datetime
    intent: Intent


@transaction.atomic
def begin_meeting(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> Proceedings:
    """Begin a meeting, at its first open item; one that began before stays as it is.

    Raise Meeting.DoesNotExist, NotTheirMeeting, NotToday before its day, WasCancelled, and AlreadyTaken.
    """
    hold = _take(key, actor=actor, at=at, intent=intent)
    if hold.proceedings.current is None:
        _turn(hold, items_that_stand(hold.meeting).filter(state=ItemState.OPEN).first())
    _record(hold, "meeting.begun")
    return hold.proceedings


@transaction.atomic
def turn_to(key: uuid.UUID, item: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> Proceedings:
    """Turn to an item, which everybody sees; raise AgendaItem.DoesNotExist, or as `begin_meeting` does."""
    hold = _take(key, actor=actor, at=at, intent=intent)
    _turn(hold, items_that_stand(hold.meeting).get(key=item))
    _record(hold, "meeting.turned", item=str(item))
    return hold.proceedings


@transaction.atomic
def note_presence(
    key: uuid.UUID, *, present: Collection[Person], actor: Actor, at: datetime, intent: Intent
) -> Proceedings:
    """Set who was there; people who are left out were not. Raise AlreadyApproved, or as `begin_meeting` does."""
    hold = _take_open(key, actor=actor, at=at, intent=intent)
    Presence.objects.filter(meeting=hold.meeting).exclude(person__in=present).delete()
    Presence.objects.bulk_create(
        [Presence(meeting=hold.meeting, person=person) for person in present], ignore_conflicts=True
    )
    _save(hold)
    _record(hold, "meeting.presence_noted")
    return hold.proceedings


@transaction.atomic
def set_chatham_house(key: uuid.UUID, *, applies: bool, actor: Actor, at: datetime, intent: Intent) -> Proceedings:
    """Say whether what is distributed leaves out who said what, also in outcomes that were published before.

    Raise as `note_presence` does.
    """
    hold = _take_open(key, actor=actor, at=at, intent=intent)
    hold.proceedings.chatham_house = applies
    _save(hold)
    clean_outcomes(hold.meeting, at=at)
    _record(hold, "meeting.chatham_house", applies=int(applies))
    return hold.proceedings


@transaction.atomic
def write_record(
    key: uuid.UUID, item: uuid.UUID, *, said: Said, actor: Actor, at: datetime, intent: Intent
) -> ItemRecord:
    """Write down what was decided and said at an item.

    Raise SomeoneWasFirst when a colleague wrote since the form was made (version 0 where nothing stood yet),
    AgendaItem.DoesNotExist, or as `note_presence` does.
    """
    hold = _take_open(key, actor=actor, at=at, intent=intent)
    about = hold.meeting.items.get(key=item)
    record = ItemRecord.objects.filter(item=about).first() or ItemRecord(item=about, version=0)
    if intent.version is not None and intent.version != record.version:
        raise SomeoneWasFirst
    record.decision, record.minutes = said.decision.text, said.minutes.text
    record.edited_by, record.edited_at = _person(actor), at
    record.version += 1
    record.save()
    _record(hold, "meeting.item_recorded", item=str(item))
    return record


@transaction.atomic
def send_minutes(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> Proceedings:
    """Send the minutes as a draft to who sits in the body; they are approved in the next meeting.

    Raise NotYetOver before the meeting is closed, or as `note_presence` does.
    """
    hold = _take_open(key, actor=actor, at=at, intent=intent)
    if hold.meeting.state != MeetingState.HELD:
        raise NotYetOver
    hold.proceedings.minutes_sent_at = at
    _save(hold)
    event = _record(hold, "minutes.sent")
    _put_on_next_agenda(hold)
    members = seated(timezone.localdate(at), memberships__body=hold.meeting.body).exclude(pk=_person(actor).pk)
    owe(letter_about_minutes(hold.meeting), event=event, to=members.values_list("email", flat=True), at=at)
    return hold.proceedings


def _put_on_next_agenda(hold: _Hold) -> None:
    body, day = hold.meeting.body, timezone.localdate(hold.at)
    upcoming = Meeting.objects.select_for_update(of=("self",)).select_related("body")
    later = upcoming.filter(body=body, state=MeetingState.PLANNED, starts_at__gte=start_of(day)).first()
    if later and carry_minutes(later):
        changed(later, "added", actor=hold.actor, at=hold.at)


@transaction.atomic
def approve_minutes(key: uuid.UUID, *, during: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> Proceedings:
    """Approve the minutes of a meeting during a later one of the same body, which settles its item on them.

    Raise NothingToApprove, or as `begin_meeting` does for the later meeting.
    """
    later = _take(during, actor=actor, at=at, intent=intent)
    sent = Proceedings.objects.select_for_update(of=("self",)).select_related("meeting")
    found = sent.filter(meeting__key=key, meeting__body=later.meeting.body, minutes_sent_at__isnull=False).first()
    if found is None or found.approved_at or found.meeting.starts_at >= later.meeting.starts_at:
        raise NothingToApprove
    found.approved_at, found.approved_in = at, later.meeting
    found.version += 1
    found.save()
    later.meeting.items.filter(purpose=ItemPurpose.PREVIOUS_MINUTES, state=ItemState.OPEN).update(
        state=ItemState.DECIDED
    )
    record_on(found.meeting, "minutes.approved", actor=actor, at=at, intent=intent, during=str(during))
    return found


def _take(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> _Hold:
    meeting = lock_meeting(key)
    if not looks_after(actor.standing, meeting.body):
        raise NotTheirMeeting
    refuse_second_click(intent)
    if meeting.state == MeetingState.CANCELLED:
        raise WasCancelled
    if timezone.localdate(meeting.starts_at) > timezone.localdate(at):
        raise NotToday
    found = Proceedings.objects.select_for_update(of=("self",)).filter(meeting=meeting).first()
    return _Hold(meeting, found or Proceedings.objects.create(meeting=meeting, began_at=at), actor, at, intent)


def _take_open(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> _Hold:
    hold = _take(key, actor=actor, at=at, intent=intent)
    if hold.proceedings.approved_at:
        raise AlreadyApproved
    return hold


def _turn(hold: _Hold, item: AgendaItem | None) -> None:
    hold.proceedings.current, hold.proceedings.current_since = item, hold.at if item else None
    _save(hold)


def _save(hold: _Hold) -> None:
    hold.proceedings.version += 1
    hold.proceedings.save()


def _record(hold: _Hold, action: str, **details: str | int) -> uuid.UUID:
    return record_on(hold.meeting, action, actor=hold.actor, at=hold.at, intent=hold.intent, **details)


def _person(actor: Actor) -> Person:
    if actor.standing.person is None:  # pragma: no cover -- who looks after a meeting is somebody
        raise NotTheirMeeting
    return actor.standing.person


def letter_about_minutes(meeting: Meeting) -> Letter:
    """Write the letter that says that minutes are there to read: the body and the day, and nothing of what was said."""
    return Letter(
        subject=_("Het verslag van een vergadering is klaar"),
        body=_("Het verslag staat klaar.\n\n%(meeting)s\n\nLees het hier (u logt eerst in):\n\n%(link)s\n")
        % {
            "meeting": which_meeting(meeting),
            "link": settings.BASE_URL + reverse("meeting-document", args=[meeting.key, "verslag"]),
        },
    )
