"""Agendas of meetings: placing, carrying over, and closing."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    Brought,
    Dilemma,
    ItemKind,
    ItemState,
    Meeting,
    MeetingState,
)
from verder.deliberation.operations.calling import tell_cancelled
from verder.deliberation.operations.climb import (
    AlreadyTaken,
    Ascent,
    Hold,
    climb,
    require,
    take_hold,
)
from verder.deliberation.operations.items import (
    changed,
    give_numbers,
    hold_agenda,
    new_item,
    tell_of,
)
from verder.deliberation.operations.lapsing import withdraw_sign_offs_over
from verder.deliberation.operations.meetings import NEW, NoSuchMeeting, NotTheirMeeting, note_meeting
from verder.deliberation.operations.planning import find_other_dates
from verder.deliberation.operations.sharing import standing_of_shared_version
from verder.deliberation.operations.signalling import settle_signals
from verder.deliberation.queries.agenda import item_to_decide, not_dealt_with
from verder.deliberation.queries.meetings import looks_after, start_of
from verder.domain.rungs import Need, Party, Rung
from verder.network.models import Body, BodyKind
from verder.textcheck import CheckedText

PLACED_BY = {BodyKind.PLATFORM: "place_on_agenda", BodyKind.COUNCIL: "place_on_council_agenda"}


class NotYetHeld(Exception):
    """A meeting is closed on its day or after, not before."""


class MovesNothing(Exception):
    """An item for information moves no dilemma; it is placed for a decision."""


@transaction.atomic
def place_on_agenda(
    number: str, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Place a dilemma on the agenda of the Platform or the council, whose members can read it from then on.

    Raise NoSuchMeeting when the meeting is not planned, or not one of the body that the dilemma waits for, and
    MovesNothing for an item that asks for no decision.
    """
    if kind is not ItemKind.DECISION:
        raise MovesNothing
    chosen = _planned(meeting, timezone.localdate(at))  # locked before its dilemmas, as in closing it
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    body = BodyKind(chosen.body.kind)
    require(hold, PLACED_BY[body], standing_of_shared_version(hold.dilemma) | {Need.PLANNED_MEETING})
    new_item(chosen, kind=kind, dilemma=hold.dilemma)
    changed(chosen, "added", actor=actor, at=at)
    bring_to(hold.dilemma, chosen.body, at=at)
    ascent = Ascent(
        met=standing_of_shared_version(hold.dilemma) | {Need.PLANNED_MEETING},
        next_date=timezone.localdate(chosen.starts_at),
        details={"meeting": str(chosen.key)},
        changes={"admitted_at": hold.dilemma.admitted_at or at},
    )
    return climb(hold, PLACED_BY[body], ascent)


def _planned(key: uuid.UUID, today: date) -> Meeting:
    meetings = Meeting.objects.select_for_update(of=("self",)).select_related("body")
    planned = meetings.filter(key=key, state=MeetingState.PLANNED, starts_at__gte=start_of(today)).first()
    if planned is None or planned.body.kind not in PLACED_BY:
        raise NoSuchMeeting
    return planned


def bring_to(dilemma: Dilemma, body: Body, *, at: datetime) -> None:
    """Bring a dilemma to a body, whose members can read it from then on."""
    Brought.objects.get_or_create(dilemma=dilemma, body=body, defaults={"at": at})


@transaction.atomic
def add_item(
    meeting: Meeting, *, title: CheckedText, kind: ItemKind, actor: Actor, at: datetime, intent: Intent = NEW
) -> AgendaItem:
    """Put an item without a dilemma on an agenda; raise what `hold_agenda` raises."""
    hold = hold_agenda(meeting.key, actor=actor, at=at, intent=intent)
    tell_of(hold, "item.added")
    item = new_item(hold.meeting, kind=kind, title=title.text)
    changed(hold.meeting, "added", actor=actor, at=at)
    return item


@transaction.atomic
def carry_over(number: str, *, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Take an undecided dilemma off the agenda of the Platform or the council, to its next meeting."""
    return _carry(take_hold(number, actor=actor, at=at, intent=intent), reason)


def _carry(hold: Hold, reason: CheckedText) -> Event:
    step = "defer" if hold.dilemma.rung == Rung.COUNCIL else "carry_over"
    require(hold, step)
    withdraw_sign_offs_over(hold.dilemma, "carried_over", actor=hold.actor, at=hold.at)
    end_item(hold.dilemma, ItemState.CARRIED_OVER)
    return climb(hold, step, Ascent(words={Need.REASON: reason}))


@transaction.atomic
def close_meeting(key: uuid.UUID, *, reason: CheckedText, cancelled: bool, actor: Actor, at: datetime) -> Meeting:
    """Close a meeting that was held, or cancel one; what was not decided goes to the next one.

    Raise NotTheirMeeting, NoSuchMeeting when it was closed before, NotYetHeld before its day.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(key=key)
    if not looks_after(actor.standing, meeting.body):
        raise NotTheirMeeting
    if meeting.state != MeetingState.PLANNED:
        raise AlreadyTaken
    if not cancelled and timezone.localdate(meeting.starts_at) > timezone.localdate(at):
        raise NotYetHeld
    meeting.state = MeetingState.CANCELLED if cancelled else MeetingState.HELD
    meeting.version += 1
    meeting.sequence += cancelled
    meeting.save()
    event = note_meeting(meeting, f"meeting.{meeting.state}", actor, at=at)
    settle_signals(meeting, cancelled=cancelled)
    _carry_over_rest(meeting, reason, actor=actor, at=at)
    give_numbers(meeting)  # after the dilemmas are locked: who takes one off the agenda locks it before its item
    if cancelled:
        tell_cancelled(meeting, event.key, at=at)
        find_other_dates(meeting, actor=actor, at=at)
    return meeting


def _carry_over_rest(meeting: Meeting, reason: CheckedText, *, actor: Actor, at: datetime) -> None:
    undecided = Dilemma.objects.filter(
        rung__in=[Rung.PLATFORM, Rung.COUNCIL],  # one that is decided while we wait for its lock has left these
        agenda_items__meeting=meeting,
        agenda_items__state=ItemState.OPEN,
        agenda_items__kind=ItemKind.DECISION,
    )
    # All are locked before the first one moves, and the secretariat's step is taken on those too that the actor,
    # a chair or somebody whom TLP:RED does not name, may not take or read: closing leaves none behind.
    for dilemma in list(undecided.select_for_update(of=("self",)).order_by("number")):
        hold = Hold(dilemma, actor, frozenset({Party.SECRETARIAT}), at, Intent())
        _carry(hold, reason)
    left = not_dealt_with(meeting) if meeting.state == MeetingState.HELD else meeting.items.filter(state=ItemState.OPEN)
    left.update(state=ItemState.CARRIED_OVER)
    meeting.items.filter(state=ItemState.OPEN).update(state=ItemState.DECIDED)


def end_item(dilemma: Dilemma, state: ItemState) -> None:
    """Write down what became of the open item on a dilemma; its number stays."""
    AgendaItem.objects.filter(dilemma=dilemma, state=ItemState.OPEN, kind=ItemKind.DECISION).update(state=state)


def withdraw_items(hold: Hold) -> None:
    """Withdraw the open item of a dilemma that leaves the agenda, and the signatures under that agenda."""
    withdraw_sign_offs_over(hold.dilemma, "withdrawn", actor=hold.actor, at=hold.at)
    end_item(hold.dilemma, ItemState.WITHDRAWN)


def on_an_open_agenda(hold: Hold) -> frozenset[Need]:
    """Tell whether the dilemma stands on the agenda of a meeting that has begun, and take its item if so."""
    item = item_to_decide(hold.dilemma)
    began = item is not None and timezone.localdate(item.meeting.starts_at) <= hold.today
    return frozenset({Need.ON_AN_OPEN_AGENDA}) if began else frozenset()
