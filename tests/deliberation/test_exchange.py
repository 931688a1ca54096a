"""Questions, answers, messages and notes: who says what to whom, and what the submitter never sees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import EMPTY, SAID, do, submitter_of
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, participant, secretary
from verder.deliberation.models import Dilemma, Message, Note, StepWords, Submitter
from verder.deliberation.operations import exchange, secretariat
from verder.deliberation.operations.climb import StepRefused
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need

pytestmark = pytest.mark.django_db

ADDRESS = "inbrenger@voorbeeld.example"


def reachable(**options: object) -> Dilemma:
    """Return a new dilemma whose submitter hears of everything."""
    dilemma = factories.dilemma_at_intake(**options)
    Submitter.objects.filter(dilemma=dilemma).update(email=ADDRESS, email_confirmed_at=MONDAY)
    return factories.fresh(dilemma)


def test_a_question_carries_the_date_of_its_answer() -> None:
    dilemma = reachable()

    do(exchange.ask_submitter, dilemma, secretary(), question=checked("Wie beslist?"))

    question = Message.objects.get()
    assert (question.party, question.text, question.answer_by) == ("secretariat", "Wie beslist?", date(2026, 3, 16))
    assert question.read_at == MONDAY
    assert letters_to(ADDRESS) == ["Er is nieuws over uw dilemma"]
    assert (str(question), str(StepWords.objects.get())) == (f"{dilemma.pk} secretariat", Need.QUESTION)


def test_an_empty_question_is_no_question() -> None:
    dilemma = reachable()

    with pytest.raises(StepRefused) as refused:
        do(exchange.ask_submitter, dilemma, secretary(), question=EMPTY)

    assert refused.value.verdict.missing == {Need.QUESTION}
    assert not Message.objects.exists()


def test_an_answer_closes_the_question_and_waits_to_be_read() -> None:
    clerk, dilemma = secretary(), reachable()
    do(exchange.ask_submitter, dilemma, clerk, question=SAID)

    do(exchange.reply, dilemma, submitter_of(dilemma), answer=checked("De school."), at=MONDAY + timedelta(days=1))

    question, answer = Message.objects.all()
    assert question.answered_at == MONDAY + timedelta(days=1)
    assert (answer.text, answer.read_at, answer.person) == ("De school.", None, None)
    assert letters_to(clerk.email)[-1] == "Een dilemma wacht op u"


def test_only_the_submitter_answers() -> None:
    clerk, dilemma = secretary(), reachable()
    do(exchange.ask_submitter, dilemma, clerk, question=SAID)

    with pytest.raises(StepRefused) as refused:
        do(exchange.reply, dilemma, clerk, answer=SAID)

    assert refused.value.verdict.refusal is Refusal.NOT_YOURS


def test_going_on_without_an_answer_closes_the_question() -> None:
    clerk, dilemma = secretary(), reachable()
    do(exchange.ask_submitter, dilemma, clerk, question=SAID)

    do(exchange.proceed, dilemma, clerk, reason=SAID, at=MONDAY + timedelta(days=15))

    assert Message.objects.get().answered_at == MONDAY + timedelta(days=15)
    assert factories.fresh(dilemma).rung == "intake"


def test_on_any_rung_the_secretariat_may_ask_for_an_answer_by_a_date() -> None:
    clerk = secretary()
    dilemma = factories.admitted(reachable(), clerk)

    do(exchange.say, dilemma, clerk, text=SAID, answer_by=date(2026, 3, 10))
    do(exchange.say, dilemma, submitter_of(dilemma), text=SAID, answer_by=date(2026, 3, 10))

    asked, answered = Message.objects.all()
    assert (asked.answer_by, asked.answered_at) == (date(2026, 3, 10), MONDAY)
    assert (answered.party, answered.answer_by) == ("submitter", None)
    assert factories.fresh(dilemma).rung == "awaiting_platform"


def test_an_answer_is_not_asked_for_on_a_day_that_is_over() -> None:
    dilemma = reachable()

    with pytest.raises(exchange.DateHasPassed):
        do(exchange.say, dilemma, secretary(), text=SAID, answer_by=MONDAY.date())

    assert not Message.objects.exists()


def test_a_message_of_the_submitter_reaches_the_secretariat_until_the_end() -> None:
    clerk, dilemma = secretary(), reachable()
    do(secretariat.assign_handler, dilemma, clerk, handler=clerk)
    do(exchange.say, dilemma, submitter_of(dilemma), text=SAID)
    heard = len(letters_to(clerk.email))
    do(secretariat.decline, dilemma, clerk, reason=SAID, message=SAID)

    do(exchange.say, dilemma, submitter_of(dilemma), text=checked("Dank u wel."))

    assert heard == 2
    assert len(letters_to(clerk.email)) == heard
    assert Message.objects.count() == 2


def test_a_participant_does_not_join_the_conversation() -> None:
    clerk, member = secretary(), participant()
    dilemma, _ = factories.at_platform(clerk)

    for operation in (exchange.say, exchange.write_note):
        with pytest.raises(exchange.NotInConversation):
            do(operation, dilemma, member, text=SAID)

    assert (Message.objects.count(), Note.objects.count()) == (0, 0)


def test_a_note_is_for_the_secretariat_and_not_even_for_the_submitter() -> None:
    clerk, dilemma = secretary(), reachable()

    do(exchange.write_note, dilemma, clerk, text=checked("Bel terug."))
    with pytest.raises(exchange.NotInConversation):
        do(exchange.write_note, dilemma, submitter_of(dilemma), text=SAID)

    note = Note.objects.get()
    assert (note.person, note.text, str(note)) == (clerk, "Bel terug.", str(dilemma.pk))
    assert letters_to(ADDRESS) == []


def test_what_the_secretariat_saw_counts_as_read_and_what_came_later_does_not() -> None:
    clerk, dilemma = secretary(), reachable()
    for text in ("Een.", "Twee."):
        do(exchange.say, dilemma, submitter_of(dilemma), text=checked(text))
    seen = Message.objects.first().pk

    exchange.mark_read(dilemma, up_to=seen, actor=as_actor(participant(), MONDAY), at=MONDAY)
    unread_by_others = Message.objects.filter(read_at=None).count()
    exchange.mark_read(dilemma, up_to=seen, actor=as_actor(clerk, MONDAY), at=MONDAY)

    assert unread_by_others == 2
    assert [message.read_at for message in Message.objects.all()] == [MONDAY, None]
