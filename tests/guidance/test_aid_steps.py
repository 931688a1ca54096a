"""A decision aid is written step by step on a draft, and nothing of it is lost to a colleague or a second click."""

from __future__ import annotations

import uuid

import pytest

from tests.factories import MONDAY, checked
from tests.guidance.test_aid import TODAY, framework, given
from tests.personas import secretary
from verder.audit.models import Event
from verder.domain.decision_aid import Answer
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import aid_steps
from verder.guidance.operations.aid import AnswerWords, NotAFramework
from verder.guidance.operations.aid_steps import Pen, StepText
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready
from verder.guidance.queries import aid_of
from verder.network.models import Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db


def pen(by: Person, publication: Publication, request_key: uuid.UUID | None = None) -> Pen:
    version = Publication.objects.get(pk=publication.pk).version
    return Pen(version, standing_of(by, TODAY), MONDAY, request_key or uuid.uuid4())


def text(title: str, *leads_to: str, is_outcome: bool = False) -> StepText:
    answers = tuple(AnswerWords(checked("Ja"), checked(""), one) for one in leads_to)
    return StepText(checked(title), checked("Denk aan vandaag."), is_outcome, answers)


def test_steps_are_added_and_an_answer_leads_to_the_one_made_for_it():
    writer = secretary()
    draft = framework(writer)
    first = aid_steps.add_step(draft.key, text("Is er gevaar?", ""), pen=pen(writer, draft))
    end = text("Bel 112", is_outcome=True)

    second = aid_steps.add_step(draft.key, end, pen=pen(writer, draft), after=(first, 1))
    same_name = aid_steps.add_step(draft.key, end, pen=pen(writer, draft))

    aid = aid_of(draft)
    assert [step.key for step in aid.steps] == [first, second, same_name] == ["is-er-gevaar", "bel-112", "bel-112-2"]
    assert aid.steps[0].answers == (Answer("Ja", "bel-112"),)
    assert Event.objects.filter(action="publication.aid_step_added", subject=draft.key).count() == 3


def test_a_title_without_letters_still_gets_a_key():
    writer = secretary()

    assert aid_steps.add_step((draft := framework(writer)).key, text("?!"), pen=pen(writer, draft)) == "stap"


def test_a_step_is_changed_and_an_outcome_has_no_answers():
    writer = secretary()
    draft = given(framework(writer), writer)

    aid_steps.change_step(draft.key, "bel", text("Bel niet, maar kijk", "wacht"), pen=pen(writer, draft))
    aid_steps.change_step(draft.key, "begin", text("Klaar", "bel", is_outcome=True), pen=pen(writer, draft))

    begin, bel, _wacht = aid_of(draft).steps
    assert (bel.title, bel.is_outcome, bel.answers) == ("Bel niet, maar kijk", False, (Answer("Ja", "wacht"),))
    assert (begin.is_outcome, begin.answers) == (True, ())


def test_a_step_to_which_others_lead_stays_until_they_lead_elsewhere():
    writer = secretary()
    draft = given(framework(writer), writer)

    with pytest.raises(aid_steps.StillLedTo) as refused:
        aid_steps.remove_step(draft.key, "bel", pen=pen(writer, draft))
    aid_steps.change_step(draft.key, "begin", text("Is het begin?", "wacht"), pen=pen(writer, draft))
    aid_steps.remove_step(draft.key, "bel", pen=pen(writer, draft))

    assert refused.value.titles == ("Is het begin?",)
    assert [step.key for step in aid_of(draft).steps] == ["begin", "wacht"]


def test_a_step_that_only_leads_to_itself_can_go():
    writer = secretary()
    draft = framework(writer)
    only = aid_steps.add_step(draft.key, text("Is het rustig?", ""), pen=pen(writer, draft))
    aid_steps.change_step(draft.key, only, text("Is het rustig?", only), pen=pen(writer, draft))

    aid_steps.remove_step(draft.key, only, pen=pen(writer, draft))

    assert aid_of(draft).steps == ()


def test_everybody_begins_where_the_writer_says():
    writer = secretary()
    draft = given(framework(writer), writer)

    aid_steps.begin_with(draft.key, "wacht", pen=pen(writer, draft))

    assert [step.key for step in aid_of(draft).steps] == ["wacht", "begin", "bel"]


@pytest.mark.parametrize(
    "act",
    [
        lambda draft, pen: aid_steps.add_step(draft.key, text("Nieuw?", "nergens"), pen=pen),
        lambda draft, pen: aid_steps.add_step(draft.key, text("Nieuw?"), pen=pen, after=("begin", 9)),
        lambda draft, pen: aid_steps.change_step(draft.key, "nergens", text("Nieuw?"), pen=pen),
        lambda draft, pen: aid_steps.remove_step(draft.key, "nergens", pen=pen),
        lambda draft, pen: aid_steps.begin_with(draft.key, "nergens", pen=pen),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_changes(act):
    writer = secretary()
    draft = given(framework(writer), writer)
    before = aid_of(draft)

    with pytest.raises(aid_steps.NoSuchStep):
        act(draft, pen(writer, draft))

    assert aid_of(draft) == before


def test_a_colleague_who_was_first_and_a_second_click_are_told_apart():
    writer, request_key = secretary(), uuid.uuid4()
    draft = framework(writer)
    as_seen = pen(writer, draft, request_key)
    aid_steps.add_step(draft.key, text("Is er gevaar?"), pen=as_seen)

    with pytest.raises(DoneAlready):
        aid_steps.add_step(draft.key, text("Is er gevaar?"), pen=as_seen)
    with pytest.raises(ChangedMeanwhile):
        aid_steps.add_step(
            draft.key, text("Iets anders?"), pen=Pen(as_seen.version, as_seen.standing, MONDAY, uuid.uuid4())
        )

    assert len(aid_of(draft).steps) == 1


def test_only_a_framework_has_steps_and_never_more_than_one_can_walk(monkeypatch):
    writer = secretary()
    factsheet, draft = framework(writer, PublicationKind.FACTSHEET), framework(writer)
    with pytest.raises(NotAFramework):
        aid_steps.add_step(factsheet.key, text("Is er gevaar?"), pen=pen(writer, factsheet))
    monkeypatch.setattr(aid_steps, "MOST_STEPS", 1)
    aid_steps.add_step(draft.key, text("Is er gevaar?"), pen=pen(writer, draft))
    with pytest.raises(aid_steps.TooManySteps):
        aid_steps.add_step(draft.key, text("Is er nog iets?"), pen=pen(writer, draft))

    assert len(aid_of(draft).steps) == 1
