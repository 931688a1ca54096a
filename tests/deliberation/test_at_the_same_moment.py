"""Several people act at the same moment: one wins, the others hear it, and nobody waits for ever."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.at_once import at_once
from tests.deliberation.holding import assert_all_is_in_order
from tests.factories import MONDAY, checked, words
from tests.personas import as_actor, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, Meeting
from verder.deliberation.operations import agenda, exchange, groups, intake, meetings, planning, secretariat
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst, StepRefused
from verder.deliberation.operations.intake import Receipt
from verder.domain.rungs import Rung
from verder.network.models import BodyKind

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

SAID = checked("Dit is een reden.")
DAY = timedelta(days=1)


def _submit(intent: Intent) -> Receipt:
    return intake.submit(intake.Request(words(), intake.Sender()), actor=Actor(), at=MONDAY, intent=intent)


def test_two_secretaries_take_different_steps_and_exactly_one_wins() -> None:
    first, second = as_actor(secretary(), MONDAY), as_actor(secretary(), MONDAY)
    dilemma = factories.dilemma_at_intake()
    seen = dilemma.version

    outcomes = at_once(
        [
            lambda: exchange.ask_submitter(
                dilemma.number, question=SAID, actor=first, at=MONDAY, intent=Intent(seen, uuid.uuid4())
            ),
            lambda: secretariat.decline(
                dilemma.number,
                reason=SAID,
                message=SAID,
                actor=second,
                at=MONDAY,
                intent=Intent(seen, uuid.uuid4()),
            ),
        ]
    )

    assert Counter(map(type, outcomes)) == {Event: 1, SomeoneWasFirst: 1}
    assert_all_is_in_order()


def test_without_a_version_the_second_step_is_judged_by_the_ladder_as_it_then_stands() -> None:
    first, second = as_actor(secretary(), MONDAY), as_actor(secretary(), MONDAY)
    dilemma = factories.dilemma_at_intake()

    outcomes = at_once(
        [
            lambda: secretariat.decline(
                dilemma.number, reason=SAID, message=SAID, actor=first, at=MONDAY, intent=Intent()
            ),
            lambda: secretariat.decline(
                dilemma.number, reason=SAID, message=SAID, actor=second, at=MONDAY, intent=Intent()
            ),
        ]
    )

    assert Counter(map(type, outcomes)) == {Event: 1, StepRefused: 1}
    assert_all_is_in_order()


def test_a_double_click_at_the_same_moment_takes_one_step() -> None:
    clerk = as_actor(secretary(), MONDAY)
    dilemma = factories.dilemma_at_intake()
    intent = Intent(dilemma.version, uuid.uuid4())

    outcomes = at_once(
        [
            lambda: exchange.ask_submitter(dilemma.number, question=SAID, actor=clerk, at=MONDAY, intent=intent),
        ]
        * 4
    )

    assert Counter(map(type, outcomes)) == {Event: 1, AlreadyTaken: 3}
    assert dilemma.messages.count() == 1
    assert_all_is_in_order()


def test_a_form_sent_twice_at_the_same_moment_puts_one_dilemma_in() -> None:
    intent = Intent(request_key=uuid.uuid4())

    outcomes = at_once([lambda: _submit(intent)] * 4)

    assert Counter(map(type, outcomes)) == {Receipt: 1, AlreadyTaken: 3}
    assert Dilemma.objects.count() == 1
    assert intake.receipt_again(intent) in outcomes
    assert_all_is_in_order()


def test_twenty_people_put_something_in_and_get_twenty_numbers() -> None:
    receipts = at_once([lambda: _submit(Intent(request_key=uuid.uuid4()))] * 20)

    assert sorted(receipt.number for receipt in receipts) == [f"2026-{serial:03d}" for serial in range(1, 21)]
    assert len({receipt.code for receipt in receipts}) == 20
    assert_all_is_in_order()


def test_opposite_steps_on_many_dilemmas_do_not_wait_for_each_other_for_ever() -> None:
    clerk = as_actor(secretary(), MONDAY)
    asked = [factories.dilemma_at_intake() for _ in range(6)]
    for dilemma in asked[:3]:
        exchange.ask_submitter(dilemma.number, question=SAID, actor=clerk, at=MONDAY, intent=Intent())

    outcomes = at_once(
        [lambda one=one: _proceed(one, clerk) for one in asked[:3]]
        + [lambda one=one: _ask(one, clerk) for one in asked[3:]]
    )

    assert Counter(map(type, outcomes)) == {Event: 6}
    assert_all_is_in_order()


def test_two_dilemmas_that_are_merged_into_each_other_end_in_one() -> None:
    clerk = as_actor(secretary(), MONDAY)
    one, other = factories.dilemma_at_intake(), factories.dilemma_at_intake()

    outcomes = at_once([lambda: _merge(one, other, clerk), lambda: _merge(other, one, clerk)])

    assert Counter(map(type, outcomes)) == {Event: 1, secretariat.CannotJoin: 1}
    assert sorted(Dilemma.objects.values_list("rung", flat=True)) == ["intake", "merged"]
    assert_all_is_in_order()


def test_closing_a_meeting_and_referring_its_dilemmas_do_not_lock_each_other_out() -> None:
    clerk = secretary()
    first, meeting = factories.at_platform(clerk)
    placed = [first, *(_placed_too(meeting, clerk) for _ in range(3))]
    then = meeting.starts_at
    actor = as_actor(clerk, then)

    outcomes = at_once(
        [lambda: agenda.close_meeting(meeting.key, reason=SAID, cancelled=False, actor=actor, at=then)]
        + [
            lambda one=one: secretariat.refer(
                one.number, where_to=SAID, message=SAID, actor=actor, at=then, intent=Intent()
            )
            for one in placed
        ]
    )

    assert Counter(map(type, outcomes)) == {Meeting: 1, Event: 4}
    assert set(Dilemma.objects.values_list("rung", flat=True)) == {str(Rung.REFERRED)}
    assert_all_is_in_order()


def test_planning_a_meeting_while_dilemmas_are_merged_does_not_lock_out() -> None:
    clerk = secretary()
    actor = as_actor(clerk, MONDAY)
    one, other = (factories.admitted(factories.dilemma_at_intake(), clerk) for _ in range(2))
    body = factories.body_of(BodyKind.PLATFORM)

    outcomes = at_once(
        [
            lambda: planning.plan_meeting(body, meetings.Plan(MONDAY + 9 * DAY, "Utrecht"), actor=actor, at=MONDAY),
            lambda: _merge(one, other, actor),
        ]
    )

    assert Counter(map(type, outcomes)) == {Meeting: 1, Event: 1}
    assert_all_is_in_order()


def test_two_secretaries_give_one_dilemma_a_group_and_exactly_one_group_is_formed() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    then = meeting.starts_at
    actor = as_actor(clerk, then)
    assign = {"actor": actor, "at": then, "intent": Intent()}
    factories.platform.assign_working_group(dilemma.number, assignment=SAID, **assign)
    group = groups.NewGroup("Werkgroep", [clerk], clerk, date(2026, 4, 1))

    outcomes = at_once(
        [
            lambda: groups.form_working_group(
                dilemma.number, group=group, actor=actor, at=then, intent=Intent(request_key=uuid.uuid4())
            )
        ]
        * 3
    )

    assert Counter(map(type, outcomes)) == {groups.WorkingGroup: 1, StepRefused: 2}
    assert dilemma.served_by.count() == 1
    assert_all_is_in_order()


def test_of_two_last_verdicts_at_the_same_moment_one_ends_the_group() -> None:
    clerk = secretary()
    one = factories.in_working_group(clerk, lead=clerk)
    group = one.served_by.get().group
    other, meeting = factories.at_platform(clerk)
    then = meeting.starts_at
    actor = as_actor(clerk, then)
    factories.platform.assign_working_group(other.number, assignment=SAID, actor=actor, at=then, intent=Intent())
    groups.form_working_group(other.number, group=group.body.key, actor=actor, at=then, intent=Intent())

    outcomes = at_once([lambda: _lapse(one, actor), lambda: _lapse(other, actor)])

    group.refresh_from_db()
    assert Counter(map(type, outcomes)) == {Event: 2}
    assert group.ended_at == MONDAY + 30 * DAY
    assert_all_is_in_order()


def _lapse(dilemma: Dilemma, actor: Actor) -> Event:
    return groups.let_lapse(
        dilemma.number, why_gone=SAID, message=SAID, actor=actor, at=MONDAY + 30 * DAY, intent=Intent()
    )


def _placed_too(meeting: Meeting, clerk: object) -> Dilemma:
    return factories.placed(factories.admitted(factories.dilemma_at_intake(), clerk), meeting, clerk)


def _proceed(dilemma: Dilemma, actor: Actor) -> Event:
    return exchange.proceed(dilemma.number, reason=SAID, actor=actor, at=MONDAY, intent=Intent())


def _ask(dilemma: Dilemma, actor: Actor) -> Event:
    return exchange.ask_submitter(dilemma.number, question=SAID, actor=actor, at=MONDAY, intent=Intent())


def _merge(dilemma: Dilemma, into: Dilemma, actor: Actor) -> Event:
    return secretariat.merge(dilemma.number, into=into.number, message=SAID, actor=actor, at=MONDAY, intent=Intent())
