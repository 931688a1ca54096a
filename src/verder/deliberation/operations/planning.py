"""Planning meetings, one or a series, and moving them; the dates of what waits for them move along."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    Dilemma,
    Invitation,
    InvitedAs,
    ItemKind,
    ItemState,
    Manner,
    Meeting,
    MeetingState,
    Reply,
    WorkingGroup,
)
from verder.deliberation.operations.calling import tell_moved
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.dates import next_date_on
from verder.deliberation.operations.invitations import withdraw
from verder.deliberation.operations.meetings import (
    NEW,
    MeetingHasPassed,
    NotTheirMeeting,
    Plan,
    hold_meeting,
    lay_down,
    note_meeting,
    plan_of,
)
from verder.deliberation.queries.invitations import invitations_to
from verder.deliberation.queries.meetings import WAITING_FOR, looks_after
from verder.domain.rungs import Party
from verder.network.models import Body, BodyKind


class GroupMeetsOnce(Exception):
    """A working group meets once, unless it was given a reason to stay, and then until the day that goes with it."""


class NothingChanges(Exception):
    """The meeting stands planned like this already."""


def plan_meeting(body: Body, plan: Plan, *, actor: Actor, at: datetime, intent: Intent = NEW) -> Meeting:
    """Plan a meeting; dilemmas that wait for this body without an earlier meeting get its date.

    Raise MeetingHasPassed for a day that is over, NotTheirMeeting outside secretariat and chair, GroupMeetsOnce for a
    working group beyond its first meeting, and AlreadyTaken for a form that came in before.
    """
    return plan_series(body, [plan], actor=actor, at=at, intent=intent)[0]


@transaction.atomic
def plan_series(
    body: Body, plans: Sequence[Plan], *, actor: Actor, at: datetime, intent: Intent = NEW
) -> list[Meeting]:
    """Plan meetings, first one first, that go their own ways afterwards; all are planned, or none is."""
    if not looks_after(actor.standing, body):
        raise NotTheirMeeting
    Body.objects.select_for_update(of=("self",), no_key=True).get(pk=body.pk)
    refuse_second_click(intent)
    meetings: list[Meeting] = []
    for plan in plans:
        _refuse_passed(plan, at)
        _refuse_beyond_its_stay(body, plan)
        meeting = lay_down(Meeting(body=body), plan)
        note_meeting(meeting, "meeting.planned", actor, at=at, intent=NEW if meetings else intent)
        meetings.append(meeting)
    _bring_dates_forward(meetings[0], actor=actor, at=at)
    return meetings


def _refuse_beyond_its_stay(body: Body, plan: Plan) -> None:
    """Raise GroupMeetsOnce for a second meeting of a group that does not stay, or one after its last day."""
    if body.kind != BodyKind.WORKING_GROUP:
        return
    group = WorkingGroup.objects.filter(body=body).first()
    is_first = not Meeting.objects.filter(body=body).exclude(state=MeetingState.CANCELLED).exists()
    if group is None or is_first:
        return
    if group.structural_until is None or timezone.localdate(plan.starts_at) > group.structural_until:
        raise GroupMeetsOnce


def _refuse_passed(plan: Plan, at: datetime) -> None:
    if timezone.localdate(plan.starts_at) < timezone.localdate(at):
        raise MeetingHasPassed


@transaction.atomic
def move_meeting(key: uuid.UUID, plan: Plan, *, actor: Actor, at: datetime, intent: Intent) -> Meeting:
    """Give a meeting another date, time, place or manner, and tell everyone invited what it was and what it becomes.

    At another moment what people replied no longer holds, and they are asked again. Raise NothingChanges.
    """
    meeting = hold_meeting(key, actor=actor, intent=intent)
    was, day = plan_of(meeting), timezone.localdate(meeting.starts_at)
    _refuse_passed(plan, at)
    if (was.starts_at, was.place, was.manner, was.until) == (plan.starts_at, plan.place, plan.manner, plan.until):
        raise NothingChanges
    meeting.version += 1
    meeting.sequence += 1
    event = note_meeting(meeting, "meeting.moved", actor, at=at, intent=intent)
    if plan.manner is Manner.IN_WRITING:
        _let_guests_go(meeting, event.key, at=at)
    lay_down(meeting, plan)
    if (was.starts_at, was.until) != (meeting.starts_at, meeting.ends_at):
        _ask_again(meeting, was)
    _move_guests(meeting, was)
    tell_moved(meeting, was, event.key, at=at)
    _take_dates_along(meeting, day, actor=actor, at=at)
    return meeting


def _let_guests_go(meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    """Tell guests of a meeting that goes on in writing that there is nothing to come to."""
    for guest in invitations_to(meeting).filter(invited_as=InvitedAs.GUEST):
        withdraw(guest, meeting, event, at=at)


def _ask_again(meeting: Meeting, was: Plan) -> None:
    """Take replies back, and note for which moment they were, until somebody replies to the new one.

    In writing there was no moment; who sent somebody else need not say so again.
    """
    asked = meeting.invitations.filter(withdrawn_at__isnull=True).exclude(reply=Reply.SUBSTITUTE)
    if was.manner is not Manner.IN_WRITING:
        asked.filter(~Q(reply=Reply.NONE) | Q(earlier_reply=Reply.NONE)).update(
            reply=Reply.NONE,
            earlier_reply=F("reply"),
            moved_from=Coalesce("slot_starts_at", Value(was.starts_at)),
            moved_until=Coalesce("slot_ends_at", Value(was.until)),
        )
    asked.update(reply=Reply.NONE, replied_at=None)


def _move_guests(meeting: Meeting, was: Plan) -> None:
    by = meeting.starts_at - was.starts_at
    guests = Invitation.objects.filter(meeting=meeting, slot_starts_at__isnull=False)
    guests.update(**{moment: F(moment) + by for moment in ("slot_starts_at", "slot_ends_at", "item_starts_at")})


def _bring_dates_forward(meeting: Meeting, *, actor: Actor, at: datetime) -> None:
    kind = BodyKind(meeting.body.kind)
    day = timezone.localdate(meeting.starts_at)
    if kind not in WAITING_FOR or day <= timezone.localdate(at):
        return
    waiting = Dilemma.objects.select_for_update().filter(rung=WAITING_FOR[kind], next_date__gt=day)
    for dilemma in waiting.order_by("number"):
        _move_date(dilemma, day, meeting, actor=actor, at=at)


def _take_dates_along(meeting: Meeting, was: date, *, actor: Actor, at: datetime) -> None:
    """Move what stands on the agenda to the new day, and what waits to the first meeting that there is now."""
    kind = BodyKind(meeting.body.kind)
    if kind not in WAITING_FOR:
        return
    day, today, rung = timezone.localdate(meeting.starts_at), timezone.localdate(at), WAITING_FOR[kind]
    on_agenda = meeting.items.filter(state=ItemState.OPEN, kind=ItemKind.DECISION, dilemma__isnull=False)
    placed, waiting = Q(pk__in=on_agenda.values("dilemma"), next_date=was), Q(rung=rung)
    waited = waiting & (Q(next_date=was) | Q(next_date__gt=max(day, today)))
    for dilemma in Dilemma.objects.select_for_update().filter(placed | waited).order_by("number"):
        other = next_date_on(rung, on=today) if dilemma.rung == rung else day
        if other != dilemma.next_date:
            _move_date(dilemma, other, meeting, actor=actor, at=at)


def find_other_dates(meeting: Meeting, *, actor: Actor, at: datetime) -> None:
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
