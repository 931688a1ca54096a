"""Whoever owes a step hears of its date three days before and once it has passed; each once for every date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, council_chair, director, participant, person, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.jobs import remind as remind_job
from verder.deliberation.models import Dilemma, Submitter, WorkingGroup
from verder.deliberation.operations import council, exchange, secretariat, sharing
from verder.deliberation.operations.reminders import _remind_of_group, _remind_of_question, remind, remind_once_a_day
from verder.deliberation.queries.due import commitments_due, dilemmas_due, questions_due
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person

pytestmark = pytest.mark.django_db

BEFORE = "Herinnering: een dilemma wacht op u"
AFTER = "De datum van een dilemma is voorbij"
SILENCE = "Er kwam nog geen antwoord op een vraag"
QUESTION = "Herinnering: er staat een vraag voor u klaar"
PROMISE = "Herinnering: uw toezegging"
DAY = timedelta(days=1)


def on(day: date, hour: int = 12) -> datetime:
    """Return a moment on a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def test_the_handler_is_reminded_three_days_before_and_told_the_day_after() -> None:
    clerk, colleague = secretary(), secretary()
    dilemma = factories.dilemma_at_intake()
    _give_to(dilemma, clerk)

    heard = {}
    for day in (date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)):
        remind(at=on(day))
        heard[day.day] = letters_to(clerk.email)

    assert dilemma.next_date == date(2026, 3, 9)
    assert heard == {5: [], 6: [BEFORE], 9: [BEFORE], 10: [BEFORE, AFTER], 11: [BEFORE, AFTER]}
    assert letters_to(colleague.email) == ["Een dilemma wacht op u"]


def test_days_without_a_worker_are_made_up_for() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()
    _give_to(dilemma, clerk)

    remind(at=on(date(2026, 4, 20)))

    assert letters_to(clerk.email) == [AFTER]
    told = Event.objects.get(action="reminder.after")
    assert (told.subject, told.details) == (dilemma.key, {"date": "2026-03-09"})


def test_a_new_date_is_reminded_of_anew() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()
    _give_to(dilemma, clerk)
    remind(at=on(date(2026, 3, 7)))
    secretariat.extend(
        dilemma.number,
        reason=checked("Wij wachten op advies."),
        new_date=date(2026, 3, 20),
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )

    remind(at=on(date(2026, 3, 16)))
    remind(at=on(date(2026, 3, 18)))

    assert letters_to(clerk.email) == [BEFORE, BEFORE]


def test_the_submitter_is_reminded_of_a_question_and_the_secretariat_told_when_its_date_passed() -> None:
    clerk, dilemma = _asked("vrager@voorbeeld.example")
    due = factories.fresh(dilemma).next_date

    remind(at=on(due - DAY))
    remind(at=on(due + DAY))

    assert letters_to("vrager@voorbeeld.example")[-1] == QUESTION
    assert letters_to("vrager@voorbeeld.example").count(QUESTION) == 1
    assert letters_to(clerk.email) == ["Een dilemma wacht op u", AFTER]


def test_a_submitter_without_address_is_not_written_to() -> None:
    _, dilemma = _asked("")

    remind(at=on(factories.fresh(dilemma).next_date))

    assert Event.objects.filter(action="reminder.before", subject=dilemma.key).count() == 1
    assert letters_to("") == []


def test_the_chair_is_reminded_of_what_the_platform_has_before_it() -> None:
    clerk, chair = secretary(), platform_chair()
    _, meeting = factories.at_platform(clerk)

    remind(at=meeting.starts_at - DAY)

    assert letters_to(chair.email)[-1] == BEFORE
    assert BEFORE not in letters_to(clerk.email)


def test_without_a_chair_the_secretariat_is_reminded() -> None:
    clerk = secretary()
    _, meeting = factories.at_platform(clerk)

    remind(at=meeting.starts_at - DAY)

    assert BEFORE in letters_to(clerk.email)


@pytest.mark.parametrize(("days", "said"), [(-1, "komt dichterbij"), (1, "is voorbij")])
def test_the_lead_is_asked_what_comes_of_what_the_group_works_on(days: int, said: str) -> None:
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)

    remind(at=on(dilemma.next_date + days * DAY))

    assert letters_to(lead.email)[-1] == "Wat komt er uit de werkgroep?"
    assert f"De datum van dilemma {dilemma.number} {said}" in letters_to(lead.email, what="body")[-1]


@pytest.mark.parametrize("is_led", [True, False])
@pytest.mark.parametrize(("days", "said"), [(-1, "komt dichterbij"), (1, "is voorbij")])
def test_a_group_that_stays_is_asked_once_whether_it_still_needs_to(*, is_led: bool, days: int, said: str) -> None:
    clerk, lead = secretary(), participant()
    group = factories.in_working_group(clerk, lead=lead).served_by.get().group
    until = MONDAY.date() + 30 * DAY
    WorkingGroup.objects.update(structural_reason="Er is meer nodig.", structural_until=until)
    if not is_led:
        group.body.memberships.update(seat="member")
    told = lead if is_led else clerk

    for _twice in range(2):
        remind(at=on(until + days * DAY))

    subjects, bodies = letters_to(told.email), letters_to(told.email, what="body")
    assert subjects.count("Wat komt er uit de werkgroep?") == 1
    assert f"De dag tot wanneer uw werkgroep {'blijft, ' if days < 0 else 'bleef, '}{said}" in bodies[-1]
    assert str(group.body.key) in bodies[-1]


def test_a_group_that_ended_meanwhile_is_asked_nothing() -> None:
    lead = participant()
    group = factories.in_working_group(secretary(), lead=lead).served_by.get().group
    until = MONDAY.date() + 30 * DAY
    WorkingGroup.objects.update(structural_reason="Er is meer nodig.", structural_until=until)
    seen = WorkingGroup.objects.get(pk=group.pk)
    WorkingGroup.objects.update(ended_at=MONDAY + 29 * DAY)

    _remind_of_group(seen, at=on(until))

    assert "Wat komt er uit de werkgroep?" not in letters_to(lead.email)


def test_the_council_chair_is_told_when_the_date_of_the_council_has_passed() -> None:
    clerk, chair = secretary(), council_chair()
    dilemma, _ = factories.at_council(clerk, lead=participant())

    remind(at=on(dilemma.next_date + DAY))

    assert letters_to(chair.email)[-1] == AFTER


def test_under_red_only_who_is_named_is_reminded() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake(tlp=Tlp.RED)
    unnamed = secretary()

    remind(at=on(dilemma.next_date))

    assert letters_to(clerk.email)[-1] == BEFORE
    assert letters_to(unnamed.email) == []


def test_a_handler_who_left_the_secretariat_leaves_the_reminder_to_colleagues() -> None:
    clerk, gone = secretary(), secretary()
    dilemma = factories.dilemma_at_intake()
    _give_to(dilemma, gone)
    gone.memberships.update(ends_on=date(2026, 3, 1))

    remind(at=on(dilemma.next_date))

    assert letters_to(clerk.email)[-1] == BEFORE
    assert BEFORE not in letters_to(gone.email)


def test_who_promised_something_is_reminded_and_told() -> None:
    owner, due = _promised()

    remind(at=on(due - DAY))
    remind(at=on(due))
    remind(at=on(due + DAY))

    assert letters_to(owner.email).count(PROMISE) == 2
    kinds = Event.objects.filter(subject_kind="commitment").values_list("action", flat=True)
    assert list(kinds) == ["reminder.before", "reminder.after"]


def test_a_kept_promise_is_not_spoken_of_any_more() -> None:
    owner, due = _promised()
    Dilemma.objects.get().commitments.update(state="done", settled_at=MONDAY)

    remind(at=on(due + DAY))

    assert PROMISE not in letters_to(owner.email)


def test_a_promise_under_red_is_spoken_of_with_who_is_named() -> None:
    owner, due = _promised()
    clerk = Person.objects.get(memberships__body__kind=BodyKind.SECRETARIAT)
    dilemma = Dilemma.objects.get()
    sharing.change_label(dilemma.number, tlp=Tlp.RED, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent())

    remind(at=on(due))

    assert PROMISE not in letters_to(owner.email)


def test_what_has_ended_or_lies_far_ahead_is_left_alone() -> None:
    clerk = secretary()
    ended, _far = factories.dilemma_at_intake(), factories.dilemma_at_intake(at=MONDAY + 60 * DAY)
    said = checked("Dit past hier niet.")
    secretariat.decline(
        ended.number, reason=said, message=said, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
    )

    remind(at=on(date(2026, 3, 20)))

    assert not Event.objects.filter(action__startswith="reminder.").exists()


@pytest.mark.parametrize(
    ("hour", "runs"), [(4, 0), (5, 1), (22, 0)], ids=["before seven", "from seven on", "past midnight over there"]
)
def test_reminders_wait_for_seven_in_the_morning_in_the_netherlands(hour: int, runs: int) -> None:
    secretary()
    factories.dilemma_at_intake(at=datetime(2026, 7, 1, 9, tzinfo=UTC))

    remind_once_a_day(at=datetime(2026, 7, 8, hour, tzinfo=UTC))

    assert Event.objects.filter(action="reminder.day").count() == runs
    assert Event.objects.filter(action="reminder.before").count() == runs


def test_reminders_go_out_once_a_day() -> None:
    secretary()
    factories.dilemma_at_intake()
    remind_once_a_day(at=on(date(2026, 3, 9), 8))
    factories.dilemma_at_intake()

    remind_once_a_day(at=on(date(2026, 3, 9), 9))
    once = Event.objects.filter(action="reminder.before").count()
    remind_once_a_day(at=on(date(2026, 3, 10), 8))

    assert once == 1
    assert Event.objects.filter(action="reminder.after").count() == 2


def test_the_job_reminds_of_today_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    secretary()
    factories.dilemma_at_intake()
    monkeypatch.setattr(timezone, "now", lambda: on(date(2026, 3, 9)))

    for _quarter in range(2):
        remind_job(timestamp=0)

    assert Event.objects.filter(action="reminder.before").count() == 1


def test_all_is_read_in_batches_and_nothing_twice(django_assert_num_queries) -> None:
    numbers = {factories.dilemma_at_intake(at=MONDAY + (place % 3) * DAY).number for place in range(7)}

    with django_assert_num_queries(5):
        batches = list(dilemmas_due(until=date(2026, 4, 1), size=2))

    assert [len(batch) for batch in batches] == [2, 2, 2, 1]
    read = [dilemma for batch in batches for dilemma in batch]
    assert {dilemma.number for dilemma in read} == numbers
    assert [dilemma.next_date for dilemma in read] == sorted(dilemma.next_date for dilemma in read)


def test_promises_are_read_in_batches_too() -> None:
    owner, due = _promised(number=3)

    batches = list(commitments_due(until=due, size=2))

    assert [len(batch) for batch in batches] == [2, 1]
    assert {commitment.owner_id for batch in batches for commitment in batch} == {owner.pk}


def test_what_moved_on_while_the_batch_was_read_is_left_alone(monkeypatch) -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()
    stale = [factories.fresh(dilemma)]
    Dilemma.objects.update(next_date=date(2026, 5, 1))
    monkeypatch.setattr("verder.deliberation.operations.reminders.dilemmas_due", lambda **_: iter([stale]))

    remind(at=on(date(2026, 3, 9)))

    assert BEFORE not in letters_to(clerk.email)


def test_a_promise_kept_while_the_batch_was_read_is_left_alone(monkeypatch) -> None:
    owner, due = _promised()
    stale = list(Dilemma.objects.get().commitments.all())
    Dilemma.objects.get().commitments.update(state="done", settled_at=MONDAY)
    monkeypatch.setattr("verder.deliberation.operations.reminders.commitments_due", lambda **_: iter([stale]))

    remind(at=on(due))

    assert PROMISE not in letters_to(owner.email)


def test_a_reminder_names_a_number_and_a_link_and_nothing_else() -> None:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake(question="Mag ik het rapport delen?")

    remind(at=on(dilemma.next_date))

    body = letters_to(clerk.email, what="body")[-1]
    assert body == (
        f"De datum van dilemma {dilemma.number} komt dichterbij. Bekijk het hier (u logt eerst in):\n\n"
        f"{settings.BASE_URL}/dilemmas/{dilemma.number}\n"
    )


def _ask(dilemma: Dilemma, clerk: Person, by: date) -> None:
    exchange.say(
        dilemma.number,
        text=checked("Wie beslist hierover?"),
        answer_by=by,
        actor=as_actor(clerk, MONDAY),
        at=MONDAY,
        intent=Intent(),
    )


def test_a_question_on_a_later_rung_is_reminded_of_and_its_silence_is_told_to_who_asked() -> None:
    clerk = secretary()
    dilemma, _ = factories.at_platform(clerk)
    _give_to(dilemma, clerk)
    address = _confirm(dilemma)
    _ask(dilemma, clerk, date(2026, 3, 20))
    before = letters_to(address), letters_to(clerk.email)

    for day in (16, 17, 18, 20, 21, 22):
        remind(at=on(date(2026, 3, day)))

    assert letters_to(address)[len(before[0]) :] == [QUESTION]
    assert letters_to(clerk.email).count(SILENCE) == 1


def test_a_question_that_was_answered_or_that_ended_with_its_dilemma_is_not_reminded_of() -> None:
    clerk = secretary()
    answered, ended = (factories.at_platform(clerk)[0] for _ in range(2))
    addresses = [_confirm(dilemma, name) for dilemma, name in ((answered, "een"), (ended, "twee"))]
    for dilemma in (answered, ended):
        _ask(dilemma, clerk, date(2026, 3, 20))
    said = {"actor": Actor(submitter_of=answered.key), "at": MONDAY, "intent": Intent()}
    exchange.say(answered.number, text=checked("Dat beslist de wethouder."), **said)
    secretariat.withdraw(
        ended.number, reason=checked("Niet meer nodig."), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
    )

    remind(at=on(date(2026, 3, 19)))

    assert not any(QUESTION in letters_to(address) for address in addresses)


def test_a_question_that_is_answered_while_we_remind_is_left_alone() -> None:
    clerk = secretary()
    dilemma, _ = factories.at_platform(clerk)
    _ask(dilemma, clerk, date(2026, 3, 20))
    (asked,) = next(questions_due(until=date(2026, 3, 20)))
    dilemma.messages.update(answered_at=MONDAY)

    _remind_of_question(asked, at=on(date(2026, 3, 19)))

    assert not Event.objects.filter(action="reminder.before", subject=asked.key).exists()


def test_questions_come_in_batches_and_none_twice() -> None:
    clerk = secretary()
    dilemma, _ = factories.at_platform(clerk)
    for day in (18, 19, 19):
        _ask(dilemma, clerk, date(2026, 3, day))

    batches = list(questions_due(until=date(2026, 3, 20), size=2))

    assert [len(batch) for batch in batches] == [2, 1]
    assert len({question.pk for batch in batches for question in batch}) == 3


def _give_to(dilemma: Dilemma, clerk: Person) -> None:
    Dilemma.objects.filter(pk=dilemma.pk).update(handler=clerk)
    letters_to(clerk.email, forget=True)


def _asked(address: str) -> tuple[Person, Dilemma]:
    clerk = secretary()
    dilemma = factories.dilemma_at_intake()
    if address:
        Submitter.objects.update(email=address, email_confirmed_at=MONDAY)
    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=Intent()
    )
    assert Actor(submitter_of=dilemma.key).opaque_id is None
    return clerk, dilemma


def _promised(*, number: int = 1) -> tuple[Person, date]:
    clerk, owner = secretary(), director()
    dilemma, meeting = factories.at_council(clerk, lead=person("lid"))
    due = meeting.starts_at.date() + 30 * DAY
    promise = council.Promise(checked("De regel gaat weg."), owner, due, forum="Kamerbrief")
    council.commit(
        dilemma.number,
        promises=[promise] * number,
        actor=as_actor(clerk, meeting.starts_at),
        at=meeting.starts_at,
        intent=Intent(),
    )
    return owner, due


def _confirm(dilemma: Dilemma, name: str = "inbrenger") -> str:
    address = f"{name}@voorbeeld.example"
    Submitter.objects.filter(dilemma=dilemma).update(email=address, email_confirmed_at=MONDAY)
    return address
