"""Meetings and their agendas: planning, placing, carrying over, and closing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from verder.audit.models import Event
from verder.audit.record import Happening, record
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
from verder.deliberation.operations.climb import (
    AlreadyTaken,
    Ascent,
    Hold,
    climb,
    refuse_second_click,
    require,
    take_hold,
)
from verder.deliberation.operations.dates import next_date_on
from verder.deliberation.operations.sharing import standing_of_shared_version
from verder.deliberation.queries.meetings import WAITING_FOR, item_to_decide, looks_after, start_of
from verder.domain.rungs import Need, Party, Rung
from verder.network.models import Body, BodyKind
from verder.textcheck import CheckedText

PLACED_BY = {BodyKind.PLATFORM: "place_on_agenda", BodyKind.COUNCIL: "place_on_council_agenda"}

NEW = Intent()


class NotTheirMeeting(Exception):
    """Only the secretariat and the chair of a body look after its meetings."""


class MeetingHasPassed(Exception):
    """A meeting is planned for a day to come."""


class NoSuchMeeting(Exception):
    """The meeting is not of this body, or no longer planned."""


class NotYetHeld(Exception):
    """A meeting is closed on its day or after, not before."""


class MovesNothing(Exception):
    """An item for information moves no dilemma; it is placed for a decision."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where a body meets."""

    starts_at: datetime
    place: str
    in_person: bool = True


@transaction.atomic
def plan_meeting(body: Body, plan: Plan, *, actor: Actor, at: datetime, intent: Intent = NEW) -> Meeting:
    """Plan a meeting; dilemmas that wait for this body without an earlier meeting get its date.

    Raise MeetingHasPassed for a day that is over, NotTheirMeeting outside secretariat and chair, and AlreadyTaken for a
    form that came in before.
    """
    if not looks_after(actor.standing, body):
        raise NotTheirMeeting
    Body.objects.select_for_update(of=("self",), no_key=True).get(pk=body.pk)
    refuse_second_click(intent)
    if timezone.localdate(plan.starts_at) < timezone.localdate(at):
        raise MeetingHasPassed
    meeting = Meeting.objects.create(body=body, starts_at=plan.starts_at, place=plan.place, in_person=plan.in_person)
    _record(meeting, "meeting.planned", actor, at=at, intent=intent)
    _bring_dates_forward(meeting, actor=actor, at=at)
    return meeting


def _bring_dates_forward(meeting: Meeting, *, actor: Actor, at: datetime) -> None:
    kind = BodyKind(meeting.body.kind)
    day = timezone.localdate(meeting.starts_at)
    if kind not in WAITING_FOR or day <= timezone.localdate(at):
        return
    waiting = Dilemma.objects.select_for_update().filter(rung=WAITING_FOR[kind], next_date__gt=day)
    for dilemma in waiting.order_by("number"):
        _move_date(dilemma, day, meeting, actor=actor, at=at)


def _find_other_dates(meeting: Meeting, *, actor: Actor, at: datetime) -> None:
    """Give dilemmas that waited for a meeting that is cancelled the date of the next one, or the usual term."""
    kind = BodyKind(meeting.body.kind)
    day = timezone.localdate(meeting.starts_at)
    if kind not in WAITING_FOR or day <= timezone.localdate(at):
        return
    other = next_date_on(WAITING_FOR[kind], on=timezone.localdate(at))
    waiting = Dilemma.objects.select_for_update().filter(rung=WAITING_FOR[kind], next_date=day)
    for dilemma in waiting.order_by("number"):
        _move_date(dilemma, other, meeting, actor=actor, at=at)


def _move_date(dilemma: Dilemma, day: date, meeting: Meeting, *, actor: Actor, at: datetime) -> None:
    dilemma.next_date = day
    dilemma.version += 1
    dilemma.save()
    happening = Happening(
        action="date.moved",
        party=Party.SECRETARIAT,
        actor=actor.opaque_id,
        origin=actor.origin_as(Party.SECRETARIAT),
        subject_kind="dilemma",
        subject=dilemma.key,
        details={"meeting": str(meeting.key)},
    )
    record(happening, at=at)


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
    _add_item(chosen, kind, dilemma=hold.dilemma)
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


def _add_item(meeting: Meeting, kind: ItemKind, *, dilemma: Dilemma | None = None, title: str = "") -> AgendaItem:
    highest = meeting.items.aggregate(highest=Max("number"))["highest"] or 0
    return AgendaItem.objects.create(meeting=meeting, number=highest + 1, kind=kind, dilemma=dilemma, title=title)


@transaction.atomic
def add_item(
    meeting: Meeting, *, title: CheckedText, kind: ItemKind, actor: Actor, at: datetime, intent: Intent = NEW
) -> AgendaItem:
    """Put an item without a dilemma on an agenda; raise NotTheirMeeting, or NoSuchMeeting once it was held."""
    if not looks_after(actor.standing, meeting.body):
        raise NotTheirMeeting
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    refuse_second_click(intent)
    if locked.state != MeetingState.PLANNED:
        raise NoSuchMeeting
    _record(locked, "item.added", actor, at=at, intent=intent)
    return _add_item(locked, kind, title=title.text)


@transaction.atomic
def carry_over(number: str, *, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Take an undecided dilemma off the agenda of the Platform or the council, to its next meeting."""
    return _carry(take_hold(number, actor=actor, at=at, intent=intent), reason)


def _carry(hold: Hold, reason: CheckedText) -> Event:
    step = "defer" if hold.dilemma.rung == Rung.COUNCIL else "carry_over"
    require(hold, step)
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
    meeting.save()
    _record(meeting, f"meeting.{meeting.state}", actor, at=at)
    _carry_over_rest(meeting, reason, actor=actor, at=at)
    if cancelled:
        _find_other_dates(meeting, actor=actor, at=at)
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
    meeting.items.filter(state=ItemState.OPEN).update(state=ItemState.CARRIED_OVER)


def end_item(dilemma: Dilemma, state: ItemState) -> None:
    """Write down what became of the open item on a dilemma; its number stays."""
    AgendaItem.objects.filter(dilemma=dilemma, state=ItemState.OPEN, kind=ItemKind.DECISION).update(state=state)


def withdraw_items(hold: Hold) -> None:
    """Withdraw the open item of a dilemma that leaves the agenda."""
    end_item(hold.dilemma, ItemState.WITHDRAWN)


def on_an_open_agenda(hold: Hold) -> frozenset[Need]:
    """Tell whether the dilemma stands on the agenda of a meeting that has begun, and take its item if so."""
    item = item_to_decide(hold.dilemma)
    began = item is not None and timezone.localdate(item.meeting.starts_at) <= hold.today
    return frozenset({Need.ON_AN_OPEN_AGENDA}) if began else frozenset()


def _record(meeting: Meeting, action: str, actor: Actor, *, at: datetime, intent: Intent = NEW) -> None:
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party(meeting.body.kind)
    happening = Happening(
        action=action,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="meeting",
        subject=meeting.key,
        body=meeting.body.key,
        request_key=intent.stored_key,
    )
    record(happening, at=at)
