"""A promise is planned in steps, its owner is asked how it stands, and others are warned when it lapses."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, council_chair, director, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.jobs import ask_about_promises
from verder.deliberation.links import BadLink, read_progress_link
from verder.deliberation.models import Commitment, Outlook, ProgressReport
from verder.deliberation.operations import commitments, council, progress
from verder.deliberation.operations.asking import ask_and_warn
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.sharing import NotAllowed
from verder.network.models import Person

pytestmark = pytest.mark.django_db

ASKED = "Hoe staat het met uw toezegging?"
LAPSING = "Een toezegging dreigt te vervallen"
DAY = timedelta(days=1)


def promised(owner: Person, clerk: Person, *, days: int = 200) -> Commitment:
    """Return a promise that the council recorded, due so many days after its meeting."""
    dilemma, meeting = factories.at_council(clerk, lead=participant(), at=MONDAY)
    then = meeting.starts_at
    promise = council.Promise(checked("Regel een plek."), owner, (then + days * DAY).date(), forum="Kamerbrief")
    actor = as_actor(clerk, then)
    council.commit(dilemma.number, promises=[promise], actor=actor, at=then, intent=Intent(), message=checked("Fijn."))
    return Commitment.objects.get()


def made_on(commitment: Commitment) -> datetime:
    """Return the moment at which a promise was made."""
    return Event.objects.get(action="step.commit", subject=commitment.dilemma.key).at


def step(text: str, *, done: bool = False) -> progress.PlannedStep:
    return progress.PlannedStep(checked(text), done)


def report(outlook: Outlook = Outlook.REQUESTED) -> progress.Report:
    return progress.Report(outlook, checked("De griffie weet ervan."))


def plan(commitment: Commitment, actor: Actor, *steps: progress.PlannedStep, at: datetime = MONDAY) -> Commitment:
    return progress.plan_steps(commitment.key, steps=steps, actor=actor, at=at, intent=Intent())


def test_the_submitter_gets_what_was_decided_in_plain_words() -> None:
    commitment = promised(director(), secretary())

    assert commitment.dilemma.step_words.get(need="message_to_submitter").text == "Fijn."


def test_an_owner_plans_steps_and_one_that_was_taken_keeps_its_day() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    first, later = made_on(commitment), made_on(commitment) + 5 * DAY
    plan(commitment, as_actor(owner, first), step("Bel de griffie", done=True), step("Schrijf"), at=first)

    plan(commitment, as_actor(owner, later), step("Schrijf", done=True), step("Bel de griffie", done=True), at=later)

    steps = [(one.text, one.done_on) for one in commitment.steps.all()]
    assert steps == [("Schrijf", later.date()), ("Bel de griffie", first.date())]


def test_twenty_steps_are_the_most() -> None:
    owner = director()
    commitment = promised(owner, secretary())

    with pytest.raises(progress.TooManySteps):
        plan(commitment, as_actor(owner, MONDAY), *(step(f"Stap {number}") for number in range(21)))


def test_another_director_plans_and_reports_nothing() -> None:
    commitment = promised(director(), secretary())
    other = as_actor(director(), MONDAY)

    with pytest.raises(NotAllowed):
        plan(commitment, other, step("Bel de griffie"))
    with pytest.raises(NotAllowed):
        progress.report_progress(commitment.key, report=report(), actor=other, at=MONDAY, intent=Intent())


def test_nothing_is_reported_on_what_is_settled() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    actor = as_actor(owner, MONDAY)
    commitments.keep_commitment(commitment.key, result=checked("Klaar."), actor=actor, at=MONDAY, intent=Intent())

    with pytest.raises(progress.Settled):
        progress.report_progress(commitment.key, report=report(), actor=actor, at=MONDAY, intent=Intent())

    assert Commitment.objects.get().ask_on is None


def test_a_second_click_reports_once() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    once = Intent(request_key=uuid.uuid4())
    actor = as_actor(owner, MONDAY)
    progress.report_progress(commitment.key, report=report(), actor=actor, at=MONDAY, intent=once)

    with pytest.raises(AlreadyTaken):
        progress.report_progress(commitment.key, report=report(), actor=actor, at=MONDAY, intent=once)

    assert ProgressReport.objects.get().outlook == Outlook.REQUESTED


def test_an_owner_is_asked_every_sixty_days_until_two_weeks_before_the_date() -> None:
    owner = director()
    start = made_on(promised(owner, secretary(), days=200))
    letters_to(owner.email, forget=True)

    asked = []
    for day in range(1, 200):
        ask_and_warn(at=start + day * DAY)
        ask_and_warn(at=start + day * DAY)
        if letters_to(owner.email, forget=True) == [ASKED]:
            asked.append(day)

    assert asked == [60, 120, 180]


def test_a_promise_that_is_due_soon_is_not_asked_about() -> None:
    owner = director()
    commitment = promised(owner, secretary(), days=70)

    assert commitment.ask_on is None


def test_a_report_puts_the_next_question_off() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    then = made_on(commitment) + 50 * DAY
    progress.report_progress(commitment.key, report=report(), actor=as_actor(owner, then), at=then, intent=Intent())

    commitment.refresh_from_db()

    assert commitment.ask_on == (then + 60 * DAY).date()


def link_in(letter: str) -> tuple[uuid.UUID, uuid.UUID, date]:
    return read_progress_link(letter.split("/toezegging-per-mail/")[1].split(maxsplit=1)[0])


def test_an_owner_answers_the_question_in_a_letter_once_without_logging_in() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    then = made_on(commitment) + 60 * DAY
    ask_and_warn(at=then)
    key, whose, asked_on = link_in(letters_to(owner.email, what="body")[-1])

    progress.report_by_link(key, whose, report(), asked_on=asked_on, at=then, intent=Intent())
    with pytest.raises(AlreadyTaken):
        progress.report_by_link(key, whose, report(), asked_on=asked_on, at=then, intent=Intent())

    assert ProgressReport.objects.get().by == owner
    assert Event.objects.get(action="commitment.reported").actor == owner.opaque_id


def test_a_letter_says_nothing_of_the_promise() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    ask_and_warn(at=made_on(commitment) + 60 * DAY)

    body = letters_to(owner.email, what="body")[-1]

    assert commitment.text not in body
    assert commitment.dilemma.number in body


def test_a_link_of_somebody_who_left_answers_nothing() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    Person.objects.filter(pk=owner.pk).update(is_active=False)

    with pytest.raises(Person.DoesNotExist):
        progress.report_by_link(
            commitment.key, owner.opaque_id, report(), asked_on=MONDAY.date(), at=MONDAY, intent=Intent()
        )


def test_a_made_up_link_is_none() -> None:
    with pytest.raises(BadLink):
        read_progress_link("dit-is-geen-link")


def test_secretariat_and_chair_are_warned_once_two_weeks_after_the_date() -> None:
    owner, clerk, chair = director(), secretary(), council_chair()
    commitment = promised(owner, clerk, days=30)
    end = made_on(commitment) + 30 * DAY
    for person in (owner, clerk, chair):
        letters_to(person.email, forget=True)

    heard = {}
    for day in (14, 15, 16, 40):
        ask_and_warn(at=end + day * DAY)
        heard[day] = letters_to(clerk.email).count(LAPSING), letters_to(chair.email).count(LAPSING)

    assert heard == {14: (0, 0), 15: (1, 1), 16: (1, 1), 40: (1, 1)}


def test_two_workers_ask_and_warn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, clerk = director(), secretary()
    commitment = promised(owner, clerk)
    asked_at, late_at = made_on(commitment) + 60 * DAY, made_on(commitment) + 300 * DAY
    ask_and_warn(at=asked_at)
    ask_and_warn(at=late_at)
    stale = Commitment.objects.get()
    monkeypatch.setattr("verder.deliberation.operations.asking.commitments_to_ask", lambda **_: [stale.key])
    monkeypatch.setattr("verder.deliberation.operations.asking.known_requests", lambda _keys: frozenset())

    ask_and_warn(at=late_at)

    assert letters_to(clerk.email).count(LAPSING) == 1
    assert Event.objects.filter(action="commitment.lapsing").count() == 1


def test_the_job_asks_what_is_due_today() -> None:
    owner = director()
    commitment = promised(owner, secretary())
    Commitment.objects.filter(pk=commitment.pk).update(ask_on=date(2026, 1, 1))

    ask_about_promises(timestamp=0)

    assert letters_to(owner.email)[-1] == ASKED


def test_a_promise_settled_meanwhile_is_not_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, clerk = director(), secretary()
    commitment = promised(owner, clerk, days=30)
    seen = [Commitment.objects.get()]
    actor = as_actor(owner, MONDAY)
    commitments.keep_commitment(commitment.key, result=checked("Klaar."), actor=actor, at=MONDAY, intent=Intent())
    monkeypatch.setattr("verder.deliberation.operations.asking.commitments_lapsing", lambda **_: seen)

    ask_and_warn(at=MONDAY + 300 * DAY)

    assert not Event.objects.filter(action="commitment.lapsing").exists()
