"""What every change of an agenda shares: the hold on it, where an item comes, and what a change withdraws."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import AgendaItem, ItemKind, ItemPurpose, ItemState, Meeting, MeetingState
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.lapsing import withdraw_sign_offs
from verder.deliberation.operations.meetings import NEW, NoSuchMeeting, NotTheirMeeting, note_meeting
from verder.deliberation.queries.agenda import HAS_TAIL
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.proceedings import minutes_waiting
from verder.deliberation.queries.sign_offs import needs_sign_offs


class AgendaChanged(Exception):
    """A colleague changed the agenda since the sender saw it; nothing was done."""


@dataclass(frozen=True, slots=True)
class AgendaHold:
    """An agenda that is locked for one actor until the transaction ends."""

    meeting: Meeting
    actor: Actor
    at: datetime
    intent: Intent


def hold_agenda(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> AgendaHold:
    """Lock an agenda for a change, inside the caller's transaction.

    Raise NotTheirMeeting outside secretariat and chair, AlreadyTaken for a form that came in before, NoSuchMeeting once
    the meeting is over, and AgendaChanged when the agenda is not the one that the form showed.
    """
    meeting = lock_meeting(key)
    if not looks_after(actor.standing, meeting.body):
        raise NotTheirMeeting
    hold = AgendaHold(meeting, actor, at, intent)
    check_hold(hold)
    return hold


def lock_meeting(key: uuid.UUID) -> Meeting:
    """Lock a meeting, before anything on its agenda; raise Meeting.DoesNotExist."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("body").get(key=key)


def check_hold(hold: AgendaHold) -> None:
    """Raise what stands in the way of a change of a locked agenda, whoever makes it."""
    refuse_second_click(hold.intent)
    if hold.meeting.state != MeetingState.PLANNED:
        raise NoSuchMeeting
    if hold.intent.version is not None and hold.intent.version != hold.meeting.agenda_version:
        raise AgendaChanged


def changed(meeting: Meeting, what: str, *, actor: Actor, at: datetime) -> None:
    """Count a change of a locked agenda, and withdraw the signatures that stood under the agenda as it was."""
    meeting.agenda_version += 1
    meeting.save()
    withdraw_sign_offs(meeting, what, actor=actor, at=at)


def new_item(meeting: Meeting, **about: object) -> AgendaItem:
    """Put an item on a locked agenda, before what closes it; once it was sent, under the next number.

    An agenda of the council gets what it always carries with its first item.
    """
    item = _insert(meeting, position=_place_for_new(meeting), **about)
    carry_minutes(meeting)
    if needs_sign_offs(meeting.body):
        carry_always(meeting)
    return item


def carry_always(meeting: Meeting) -> None:
    """Put on an agenda of the council what it always carries for information, if it does not stand there."""
    standing = set(meeting.items.exclude(state=ItemState.WITHDRAWN).values_list("purpose", flat=True))
    for purpose, title in (
        (ItemPurpose.UNSOLVED, _("Dilemma’s die het Platform niet oploste")),
        (ItemPurpose.FIELD, _("Signalen en inzichten uit het veld")),
    ):
        if purpose not in standing:
            place = _place_for_new(meeting)
            _insert(meeting, position=place, kind=ItemKind.INFORMATION, purpose=purpose, title=title)


def title_of_fixed(purpose: ItemPurpose) -> str:
    """Return the title of an item that stands on every agenda."""
    return {
        ItemPurpose.OPENING: _("Opening en mededelingen"),
        ItemPurpose.PREVIOUS_MINUTES: _("Verslag, besluiten en acties van de vorige vergadering"),
        ItemPurpose.ANY_OTHER_BUSINESS: _("Rondvraag"),
        ItemPurpose.CLOSING: _("Sluiting"),
    }[purpose]


def carry_minutes(meeting: Meeting) -> bool:
    """Put on a locked agenda the minutes that wait for approval, as its second item; tell whether that was needed."""
    stands = meeting.items.filter(purpose=ItemPurpose.PREVIOUS_MINUTES).exclude(state=ItemState.WITHDRAWN).exists()
    if stands or not minutes_waiting(meeting.body).exclude(meeting=meeting).exists():
        return False
    opens = meeting.items.filter(purpose=ItemPurpose.OPENING, state=ItemState.OPEN).exists()
    purpose = ItemPurpose.PREVIOUS_MINUTES
    about = {"purpose": purpose, "kind": ItemKind.DECISION, "minutes": 5, "title": title_of_fixed(purpose)}
    _insert(meeting, position=2 if opens else 1, **about)
    return True


def _place_for_new(meeting: Meeting) -> int:
    tail = meeting.items.filter(purpose__in=HAS_TAIL, state=ItemState.OPEN).order_by("position").first()
    return tail.position if tail else _highest(meeting, "position") + 1


def insert_first(meeting: Meeting, place: int, **about: object) -> AgendaItem:
    """Put an item on a locked agenda at a place from the top, counted from one."""
    return _insert(meeting, position=place, **about)


def insert_last(meeting: Meeting, **about: object) -> AgendaItem:
    """Put an item on a locked agenda after everything but its closing."""
    closing = meeting.items.filter(purpose=ItemPurpose.CLOSING, state=ItemState.OPEN).first()
    return _insert(meeting, position=closing.position if closing else _highest(meeting, "position") + 1, **about)


def _insert(meeting: Meeting, *, position: int, **about: object) -> AgendaItem:
    meeting.items.filter(position__gte=position).update(position=F("position") + 1)
    number = _highest(meeting, "number") + 1 if meeting.agenda_sent_at else None
    return AgendaItem.objects.create(meeting=meeting, position=position, number=number, **about)


def _highest(meeting: Meeting, field: str) -> int:
    highest: int | None = meeting.items.aggregate(highest=Max(field))["highest"]
    return highest or 0


def give_numbers(meeting: Meeting) -> None:
    """Give every item that stands on a locked agenda its number, in order; who has one keeps it."""
    number = _highest(meeting, "number")
    for item in meeting.items.filter(number__isnull=True).exclude(state=ItemState.WITHDRAWN).order_by("position"):
        number += 1
        item.number = number
        item.save(update_fields=["number"])


def tell_of(hold: AgendaHold, action: str, **details: str | int) -> uuid.UUID:
    """Record what was done to an agenda; return the key of the event."""
    return record_on(hold.meeting, action, actor=hold.actor, at=hold.at, intent=hold.intent, **details)


def record_on(
    meeting: Meeting, action: str, *, actor: Actor, at: datetime, intent: Intent | None = None, **details: str | int
) -> uuid.UUID:
    """Record an event on a meeting; return its key."""
    return note_meeting(meeting, action, actor, at=at, intent=intent or NEW, **details).key
