"""Meetings: their dates pull and push what waits for them, and closing one leaves nothing behind."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.agenda_acts import Desk
from tests.deliberation.doing import SAID, do
from tests.factories import MONDAY, body_of, checked
from tests.personas import as_actor, council_chair, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, Dilemma, ItemKind, ItemState, Meeting, MeetingState
from verder.deliberation.operations import agenda, exchange, meetings, planning, platform, proceedings
from verder.deliberation.operations.climb import AlreadyTaken, StepRefused
from verder.deliberation.queries.backlog import Source, Waiting, backlog_of
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def plan(by: Person, in_days: int, kind: BodyKind = BodyKind.PLATFORM) -> Meeting:
    """Plan a meeting some days after Monday."""
    return factories.meeting_of(kind, by, in_days=in_days)


def close(meeting: Meeting, by: Person, *, cancelled: bool = False, after: timedelta = 0 * DAY) -> Meeting:
    """Close a meeting on its day, or cancel it."""
    at = MONDAY if cancelled else meeting.starts_at + after
    return agenda.close_meeting(meeting.key, reason=SAID, cancelled=cancelled, actor=as_actor(by, at), at=at)


def test_what_waits_takes_the_date_of_the_next_meeting() -> None:
    clerk = secretary()
    plan(clerk, 20)

    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)

    assert dilemma.next_date == date(2026, 3, 22)


def test_an_earlier_meeting_brings_what_waits_forward_and_a_later_one_does_not() -> None:
    clerk = secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)

    dates = []
    for in_days in (60, 20, 40):
        plan(clerk, in_days)
        dates.append(factories.fresh(dilemma).next_date)

    assert dilemma.next_date == date(2026, 4, 1)
    assert dates == [date(2026, 4, 1), date(2026, 3, 22), date(2026, 3, 22)]
    assert Event.objects.filter(action="date.moved", subject=dilemma.key).count() == 1


def test_meetings_of_today_of_groups_and_of_the_other_body_move_no_dates() -> None:
    clerk = secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)

    plan(clerk, 0)
    plan(clerk, 10, BodyKind.COUNCIL)
    plan(clerk, 10, BodyKind.WORKING_GROUP)

    assert factories.fresh(dilemma).next_date == dilemma.next_date


def test_a_meeting_lies_ahead_and_is_planned_by_who_looks_after_it() -> None:
    clerk, chair, other = secretary(), platform_chair(), council_chair()

    with pytest.raises(meetings.MeetingHasPassed):
        plan(clerk, -1)
    with pytest.raises(meetings.NotTheirMeeting):
        plan(other, 5)
    meeting = plan(chair, 5)

    assert Event.objects.get(action="meeting.planned").party == "platform"
    assert str(meeting) == f"{meeting.body_id} 2026-03-07"


def test_a_second_click_plans_one_meeting_and_adds_one_item() -> None:
    clerk = as_actor(secretary(), MONDAY)
    body, intent = body_of(BodyKind.PLATFORM), Intent(request_key=uuid.uuid4())
    chosen = meetings.Plan(MONDAY + 5 * DAY, "Utrecht")
    meeting = planning.plan_meeting(body, chosen, actor=clerk, at=MONDAY, intent=intent)
    other = Intent(request_key=uuid.uuid4())
    item = {"title": checked("Rondvraag"), "kind": ItemKind.DISCUSSION, "actor": clerk, "at": MONDAY, "intent": other}
    agenda.add_item(meeting, **item)

    with pytest.raises(AlreadyTaken):
        planning.plan_meeting(body, chosen, actor=clerk, at=MONDAY, intent=intent)
    with pytest.raises(AlreadyTaken):
        agenda.add_item(meeting, **item)

    assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 1)


def test_a_dilemma_is_placed_for_a_decision_at_a_planned_meeting_of_its_own_body() -> None:
    clerk = secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
    meeting, others = plan(clerk, 10), plan(clerk, 10, BodyKind.WORKING_GROUP)
    closed = plan(clerk, 0)
    close(closed, clerk)

    for kind in (ItemKind.INFORMATION, ItemKind.DISCUSSION):
        with pytest.raises(agenda.MovesNothing):
            do(agenda.place_on_agenda, dilemma, clerk, meeting=meeting.key, kind=kind)
    for wrong in (uuid.uuid4(), others.key, closed.key):
        with pytest.raises(meetings.NoSuchMeeting):
            do(agenda.place_on_agenda, dilemma, clerk, meeting=wrong, kind=ItemKind.DECISION)
    with pytest.raises(meetings.NoSuchMeeting):
        do(agenda.place_on_agenda, dilemma, clerk, meeting=meeting.key, kind=ItemKind.DECISION, at=MONDAY + 11 * DAY)

    assert factories.fresh(dilemma).rung == "awaiting_platform"


def test_a_dilemma_that_waits_for_the_platform_is_not_placed_with_the_council() -> None:
    clerk = secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
    council = plan(clerk, 10, BodyKind.COUNCIL)

    with pytest.raises(StepRefused) as refused:
        do(agenda.place_on_agenda, dilemma, clerk, meeting=council.key, kind=ItemKind.DECISION)

    assert refused.value.verdict.refusal is Refusal.NOT_FROM_HERE


def test_once_sent_items_keep_their_numbers_and_what_comes_gets_the_next() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    factories.sent(meeting, clerk)

    agenda.add_item(
        meeting, title=checked("Rondvraag"), kind=ItemKind.DISCUSSION, actor=as_actor(clerk, MONDAY), at=MONDAY
    )
    do(agenda.carry_over, dilemma, clerk, reason=SAID)
    factories.placed(dilemma, meeting, clerk)

    assert list(meeting.items.values_list("number", "state")) == [(1, "carried_over"), (2, "open"), (3, "open")]


def test_to_a_meeting_that_was_held_nothing_is_added_nor_by_others_ever() -> None:
    clerk, member = secretary(), participant()
    meeting = plan(clerk, 0)
    title = checked("Rondvraag")

    with pytest.raises(meetings.NotTheirMeeting):
        agenda.add_item(meeting, title=title, kind=ItemKind.DISCUSSION, actor=as_actor(member, MONDAY), at=MONDAY)
    close(meeting, clerk)
    with pytest.raises(meetings.NoSuchMeeting):
        agenda.add_item(meeting, title=title, kind=ItemKind.DISCUSSION, actor=as_actor(clerk, MONDAY), at=MONDAY)

    assert not meeting.items.exists()


def test_a_decision_waits_for_the_day_of_the_meeting() -> None:
    chair, clerk = platform_chair(), secretary()
    dilemma, meeting = factories.at_platform(clerk)
    decide = {"solution": SAID, "how_spread": SAID, "message": SAID}

    with pytest.raises(StepRefused) as refused:
        do(platform.resolve, dilemma, chair, at=meeting.starts_at - DAY, **decide)
    do(platform.resolve, dilemma, chair, at=meeting.starts_at - timedelta(hours=8), **decide)

    assert refused.value.verdict.missing == {Need.ON_AN_OPEN_AGENDA}
    assert AgendaItem.objects.get().state == ItemState.DECIDED


def test_closing_a_meeting_carries_over_what_was_not_decided_and_leaves_what_was() -> None:
    clerk = secretary()
    decided, meeting = factories.at_platform(clerk)
    left = factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), meeting, clerk)
    agenda.add_item(
        meeting, title=checked("Rondvraag"), kind=ItemKind.DISCUSSION, actor=as_actor(clerk, MONDAY), at=MONDAY
    )
    do(platform.assign_working_group, decided, clerk, at=meeting.starts_at, assignment=SAID)

    close(meeting, clerk)

    assert [factories.fresh(one).rung for one in (decided, left)] == ["awaiting_working_group", "awaiting_platform"]
    assert list(meeting.items.values_list("state", flat=True)) == ["decided", "carried_over", "carried_over"]
    assert Meeting.objects.get().state == MeetingState.HELD


def test_closing_leaves_what_was_dealt_with_and_cancelling_carries_everything_over() -> None:
    at_work = Desk(secretary(), plan(secretary(), 0))
    at_work.fixed()
    at_work.add("Cijfers", ItemKind.INFORMATION)
    said, unsaid = at_work.add("Werkwijze"), at_work.add("Begroting", ItemKind.DECISION)
    proceedings.write_record(
        at_work.meeting.key,
        said.key,
        said=proceedings.Said(checked(""), SAID),
        actor=at_work.actor,
        at=MONDAY,
        intent=Intent(),
    )
    other = Desk(at_work.clerk, plan(at_work.clerk, 0))
    other.fixed()
    other.add("Cijfers", ItemKind.INFORMATION)

    close(at_work.meeting, at_work.clerk)
    close(other.meeting, other.clerk, cancelled=True)

    left = at_work.meeting.items.filter(state=ItemState.CARRIED_OVER)
    assert set(left) == {unsaid, at_work.meeting.items.get(purpose="previous_minutes")}
    assert set(at_work.meeting.items.difference(left).values_list("state", flat=True)) == {ItemState.DECIDED}
    assert set(other.meeting.items.values_list("state", flat=True)) == {ItemState.CARRIED_OVER}


def test_an_item_in_own_words_that_was_not_come_to_waits_for_the_next_agenda_of_that_body() -> None:
    at_work = Desk(secretary(), plan(secretary(), 0))
    at_work.change(at_work.add("Begroting"), title=checked("Begroting"), minutes=20, annotation=SAID)
    close(at_work.meeting, at_work.clerk)
    later = Desk(at_work.clerk, plan(at_work.clerk, 20))
    council = Desk(at_work.clerk, plan(at_work.clerk, 20, BodyKind.COUNCIL))
    waits, standing = waiting_items(later), at_work.actor.standing

    put = later.again(waits[0])

    assert [one.title for one in waits] == ["Begroting"]
    assert (put.title, put.minutes, put.annotation, put.kind) == ("Begroting", 20, SAID.text, ItemKind.DECISION)
    assert waiting_items(later) == waiting_items(council) == []
    with pytest.raises(AgendaItem.DoesNotExist):
        later.again(waits[0])
    later.take_off(put)
    assert waiting_items(later) == waits
    long_after = MONDAY.date() + 400 * DAY
    assert not [one for one in backlog_of(later.meeting.body, standing, today=long_after) if one.source is Source.ITEM]


def waiting_items(at_work: Desk) -> list[Waiting]:
    """Return the items in own words that wait for the body of this meeting."""
    found = backlog_of(at_work.meeting.body, at_work.actor.standing, today=MONDAY.date())
    return [one for one in found if one.source is Source.ITEM]


def test_a_chair_closes_a_meeting_even_when_something_undecided_is_red_to_them() -> None:
    chair, clerk = platform_chair(), secretary()
    dilemma, meeting = factories.at_platform(clerk, tlp=Tlp.RED)

    close(meeting, chair)

    carried = Event.objects.get(action="step.carry_over")
    assert factories.fresh(dilemma).rung == "awaiting_platform"
    assert (carried.party, carried.actor) == ("secretariat", chair.opaque_id)


def test_a_council_that_did_not_get_to_it_defers() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_council(clerk, lead=participant())

    close(meeting, clerk)

    assert factories.fresh(dilemma).rung == "awaiting_council"
    assert Event.objects.filter(action="step.defer").count() == 1


def test_a_meeting_is_closed_once_on_its_day_or_later_and_by_who_looks_after_it() -> None:
    clerk, member = secretary(), participant()
    meeting = plan(clerk, 5)

    with pytest.raises(meetings.NotTheirMeeting):
        close(meeting, member)
    with pytest.raises(agenda.NotYetHeld):
        close(meeting, clerk, after=-DAY)
    close(meeting, clerk)
    with pytest.raises(AlreadyTaken):
        close(meeting, clerk)

    assert Meeting.objects.get().version == 1


def test_a_cancelled_meeting_gives_everything_that_waited_for_it_another_date() -> None:
    clerk = secretary()
    placed, meeting = factories.at_platform(clerk)
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)
    plan(clerk, 12)

    close(meeting, clerk, cancelled=True)

    assert waiting.next_date == date(2026, 3, 9)
    assert [factories.fresh(one).next_date for one in (placed, waiting)] == [date(2026, 3, 14)] * 2
    assert [factories.fresh(one).rung for one in (placed, waiting)] == ["awaiting_platform"] * 2


@pytest.mark.parametrize(("kind", "in_days"), [(BodyKind.WORKING_GROUP, 5), (BodyKind.PLATFORM, 0)])
def test_cancelling_what_nothing_waits_for_moves_no_dates(kind: BodyKind, in_days: int) -> None:
    clerk = secretary()
    meeting = plan(clerk, in_days, kind)
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)

    close(meeting, clerk, cancelled=True)

    assert factories.fresh(dilemma).next_date == dilemma.next_date
    assert Meeting.objects.get().state == MeetingState.CANCELLED


def test_what_stands_elsewhere_is_not_carried_over() -> None:
    clerk, dilemma = secretary(), factories.dilemma_at_intake()

    with pytest.raises(StepRefused):
        do(agenda.carry_over, dilemma, clerk, reason=SAID)
    with pytest.raises(Dilemma.DoesNotExist):
        do(exchange.say, "2026-999", clerk, text=SAID)

    assert factories.fresh(dilemma).rung == "intake"
