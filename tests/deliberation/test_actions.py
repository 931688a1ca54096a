"""An action that somebody takes on in a meeting is done or handed over, and never vanishes."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, director, participant, person, platform_chair, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Action, ItemKind, Meeting
from verder.deliberation.operations import actions, filling
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.operations.reminders import remind
from verder.deliberation.queries.actions import actions_due, actions_to_do, overdue_actions_of
from verder.deliberation.queries.backlog import Source, backlog_of
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db

SUBJECT = "U kreeg een actie uit een vergadering"
REMINDER = "Herinnering: uw actie"
DUE = date(2026, 4, 1)


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def platform_meeting(clerk: Person) -> Meeting:
    return factories.meeting_of(BodyKind.PLATFORM, clerk, at=MONDAY)


def given(meeting: Meeting, owner: Person, clerk: Person, *, text: str = "Vraag het na.", due: date = DUE) -> Action:
    to_do = actions.ToDo(checked(text), owner, due)
    return actions.give_action(meeting.key, to_do=to_do, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent())


def settle(action: Action, by: Person, *, version: int | None = None) -> Action:
    intent = Intent(version)
    return actions.finish_action(
        action.key, result=checked("Het is nagevraagd."), actor=as_actor(by, MONDAY), at=MONDAY, intent=intent
    )


def test_who_gets_an_action_is_told_and_who_takes_it_on_oneself_is_not() -> None:
    clerk, owner = secretary(), participant()
    meeting = platform_meeting(clerk)

    given(meeting, owner, clerk)
    given(meeting, clerk, clerk)

    assert letters_to(owner.email) == [SUBJECT]
    assert SUBJECT not in letters_to(clerk.email)


def test_the_chair_gives_actions_too_and_a_participant_does_not() -> None:
    clerk, chair, other = secretary(), platform_chair(), participant()
    meeting = platform_meeting(clerk)

    given(meeting, other, chair)
    with pytest.raises(actions.NotTheirAction):
        given(meeting, other, other)

    assert Action.objects.get().owner == other


def test_an_action_goes_to_somebody_who_sits_at_the_table() -> None:
    clerk = secretary()
    meeting = platform_meeting(clerk)

    for stranger in (director(), person("vreemde")):
        with pytest.raises(actions.CannotBeTheirs):
            given(meeting, stranger, clerk)

    assert not Action.objects.exists()


def test_an_action_for_yesterday_is_refused() -> None:
    clerk = secretary()
    action = given(platform_meeting(clerk), participant(), clerk)

    with pytest.raises(actions.DateHasPassed):
        given(action.meeting, clerk, clerk, due=MONDAY.date() - timedelta(days=1))
    with pytest.raises(actions.DateHasPassed):
        actions.move_action(
            action.key, due_on=date(2026, 1, 1), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
        )


def test_the_owner_finishes_it_once_and_another_participant_never() -> None:
    clerk, owner, other = secretary(), participant(), participant()
    action = given(platform_meeting(clerk), owner, clerk)

    with pytest.raises(actions.NotTheirAction):
        settle(action, other)
    settle(action, owner)
    with pytest.raises(SomeoneWasFirst):
        settle(action, clerk)

    action.refresh_from_db()
    assert (action.done_at, action.result) == (MONDAY, "Het is nagevraagd.")


def test_who_saw_an_older_version_is_told() -> None:
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    actions.move_action(action.key, due_on=date(2026, 5, 1), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent())

    with pytest.raises(SomeoneWasFirst):
        settle(action, owner, version=0)

    action.refresh_from_db()
    assert action.due_on == date(2026, 5, 1)


def test_an_action_that_is_handed_over_is_the_other_ones() -> None:
    clerk, owner, other = secretary(), participant(), participant()
    action = given(platform_meeting(clerk), owner, clerk)

    actions.hand_over_action(action.key, to=other, actor=as_actor(owner, MONDAY), at=MONDAY, intent=Intent())

    today = MONDAY.date()
    assert list(actions_to_do(standing_of(other, today), own=True)) == [action]
    assert not actions_to_do(standing_of(owner, today), own=True).exists()
    assert letters_to(other.email) == [SUBJECT]


def test_an_action_on_a_dilemma_under_red_is_read_by_its_owner_and_those_named() -> None:
    clerk, owner, other = secretary(), participant(), participant()
    dilemma, meeting = factories.at_platform(clerk, at=MONDAY)
    item = meeting.items.get(dilemma=dilemma)
    to_do = actions.ToDo(checked("Vraag het na."), owner, DUE)
    actions.give_action(
        meeting.key, to_do=to_do, item=item.key, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
    )
    before = actions_to_do(standing_of(other, MONDAY.date())).count()
    type(dilemma).objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)

    after = [actions_to_do(standing_of(one, MONDAY.date())).count() for one in (owner, other)]

    assert before == 1
    assert after == [1, 0]
    assert not actions_to_do(Actor().standing).exists()


def test_an_owner_is_reminded_before_the_date_and_after_it_until_it_is_done() -> None:
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    letters_to(owner.email, forget=True)

    heard = {}
    for day in (27, 29, 30, 31):
        remind(at=on(date(2026, 3, day)))
        heard[day] = letters_to(owner.email).count(REMINDER)
    remind(at=on(date(2026, 4, 2)))
    settle(action, owner)
    remind(at=on(date(2026, 4, 3)))

    assert heard == {27: 0, 29: 1, 30: 1, 31: 1}
    assert letters_to(owner.email).count(REMINDER) == 2


def test_the_secretariat_is_reminded_of_what_somebody_who_left_still_owes() -> None:
    clerk, owner = secretary(), participant()
    given(platform_meeting(clerk), owner, clerk)
    Person.objects.filter(pk=owner.pk).update(is_active=False)

    remind(at=on(DUE))

    assert REMINDER in letters_to(clerk.email)
    assert REMINDER not in letters_to(owner.email)


def test_a_worker_that_comes_second_reminds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    clerk, owner = secretary(), participant()
    action = given(platform_meeting(clerk), owner, clerk)
    settle(action, owner)
    monkeypatch.setattr("verder.deliberation.operations.reminders.actions_due", lambda **_: [[action]])

    remind(at=on(DUE))

    assert REMINDER not in letters_to(owner.email)


def test_what_is_due_comes_in_batches_and_what_is_late_is_known_per_body() -> None:
    clerk, owner = secretary(), participant()
    meeting = platform_meeting(clerk)
    for number in range(3):
        given(meeting, owner, clerk, text=f"Vraag {number} na.", due=DUE + timedelta(days=number // 2))

    batches = list(actions_due(until=DUE + timedelta(days=1), size=2))
    late = overdue_actions_of(meeting.body, standing_of(clerk, DUE), on=DUE + timedelta(days=1))

    assert [len(batch) for batch in batches] == [2, 1]
    assert [action.text for action in late] == ["Vraag 0 na.", "Vraag 1 na."]


def test_a_late_action_waits_for_the_agenda_and_at_a_dilemma_only_the_number_is_named() -> None:
    clerk, owner = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk, at=MONDAY)
    given(meeting, owner, clerk)
    to_do = actions.ToDo(checked("Vraag het bij de school na."), owner, DUE)
    item, actor = meeting.items.get(dilemma=dilemma).key, as_actor(clerk, MONDAY)
    actions.give_action(meeting.key, to_do=to_do, item=item, actor=actor, at=MONDAY, intent=Intent())
    late = DUE + timedelta(days=1)

    waiting = [one for one in backlog_of(meeting.body, actor.standing, today=late) if one.source is Source.ACTION]
    put = [
        filling.put_action_on(
            uuid.UUID(one.reference),
            meeting=meeting.key,
            kind=ItemKind.DISCUSSION,
            actor=actor,
            at=MONDAY,
            intent=Intent(),
        ).title
        for one in waiting
    ]

    assert [one.due for one in waiting] == [DUE, DUE]
    assert put == ["Actie: Vraag het na.", f"Actie bij dilemma {dilemma.number}"]
