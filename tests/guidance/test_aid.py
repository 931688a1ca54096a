"""A decision aid is set whole on a draft, and only a sound one is published."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests.factories import MONDAY, checked
from tests.guidance.pieces import decided, made_ready
from tests.personas import secretary
from verder.audit.models import Event
from verder.domain.decision_aid import Aid, Answer, FaultKind, Step
from verder.guidance.models import AidAnswer, AidStep, Publication, PublicationKind
from verder.guidance.operations import publish
from verder.guidance.operations.aid import AnswerWords, KeysNotApart, NotAFramework, StepWords, set_aid
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready
from verder.guidance.operations.publish import AidNotSound
from verder.guidance.queries import aid_of
from verder.network.models import Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def framework(by: Person, kind: PublicationKind = PublicationKind.ACTION_FRAMEWORK) -> Publication:
    words = publish.Draft(kind, checked("Delen mag vaak"), checked("Kort."), checked("Vraag eerst advies."))
    return made_ready(publish.write(words, standing=standing_of(by, TODAY), at=MONDAY))


def outcome(key: str) -> StepWords:
    return StepWords(key, checked(f"Dan {key}"), checked("Doe dit."), is_outcome=True)


def question(key: str, *leads_to: str) -> StepWords:
    answers = tuple(AnswerWords(checked(f"Naar {one}"), checked("Dan verder"), one) for one in leads_to)
    return StepWords(key, checked(f"Is het {key}?"), checked(""), answers=answers)


SOUND = (question("begin", "bel", "wacht"), outcome("bel"), outcome("wacht"))
STUCK = (question("begin", "bel", "elders"), outcome("bel"))


def given(publication: Publication, by: Person, steps: tuple[StepWords, ...] = SOUND, **changes: object) -> Publication:
    options: dict = {"version": publication.version, "standing": standing_of(by, TODAY), "at": MONDAY, **changes}
    return set_aid(publication.key, steps, **options)


def released(publication: Publication, by: Person) -> Publication:
    return publish.publish(
        publication.key,
        decided(TODAY + timedelta(days=365)),
        version=publication.version,
        standing=standing_of(by, TODAY),
        at=MONDAY,
    )


def test_an_aid_is_set_and_read_back_in_its_order():
    writer = secretary()

    publication = given(framework(writer), writer)

    answers = (Answer("Naar bel", "bel", "Dan verder"), Answer("Naar wacht", "wacht", "Dan verder"))
    assert aid_of(publication) == Aid((
        Step("begin", "Is het begin?", answers=answers),
        Step("bel", "Dan bel", "Doe dit.", is_outcome=True),
        Step("wacht", "Dan wacht", "Doe dit.", is_outcome=True),
    ))  # fmt: skip
    assert (publication.version, Event.objects.latest("pk").action) == (2, "publication.aid_set")


def test_a_new_aid_takes_the_place_of_the_old_one_and_no_steps_take_it_away():
    writer = secretary()
    once = given(framework(writer), writer)

    twice = given(once, writer, (outcome("bel"),))

    assert [step.key for step in aid_of(twice).steps] == ["bel"]
    assert aid_of(given(twice, writer, ())) == Aid()
    assert (AidStep.objects.count(), AidAnswer.objects.count()) == (0, 0)


def test_who_sets_an_aid_wrote_the_latest_version_and_does_not_publish_it():
    writer, colleague = secretary(), secretary()

    publication = given(framework(writer), colleague)

    assert (publication.written_by, publication.reviewed_by) == (colleague, writer)
    with pytest.raises(publish.NeedsASecondReader):
        released(publication, colleague)


def test_only_an_action_framework_has_an_aid():
    writer = secretary()
    insight = framework(writer, PublicationKind.INSIGHT)

    with pytest.raises(NotAFramework):
        given(insight, writer)

    assert aid_of(insight) == Aid()


def test_two_steps_with_one_key_are_refused_and_what_stood_stands():
    writer = secretary()
    publication = given(framework(writer), writer)

    with pytest.raises(KeysNotApart):
        given(publication, writer, (outcome("bel"), outcome("bel")))

    assert len(aid_of(publication).steps) == 3


def test_a_colleague_who_was_first_and_a_second_click_change_nothing():
    writer, request_key = secretary(), uuid.uuid4()
    publication = given(framework(writer), writer, request_key=request_key)

    with pytest.raises(ChangedMeanwhile):
        given(publication, writer, (), version=1)
    with pytest.raises(DoneAlready):
        given(publication, writer, (), request_key=request_key)

    assert len(aid_of(publication).steps) == 3


def test_an_aid_that_leaves_its_walker_stuck_is_not_published_and_says_where():
    writer, reader = secretary(), secretary()
    publication = given(framework(writer), writer, STUCK)

    with pytest.raises(AidNotSound) as refused:
        released(publication, reader)

    assert [(one.kind, one.step, one.answer) for one in refused.value.faults] == [(FaultKind.LEADS_NOWHERE, "begin", 2)]
    publication.refresh_from_db()
    assert publication.state == "draft"


@pytest.mark.parametrize("steps", [SOUND, ()], ids=["sound", "none"])
def test_a_framework_with_a_sound_aid_or_with_none_is_published(steps):
    writer, reader = secretary(), secretary()

    assert released(given(framework(writer), writer, steps), reader).state == "published"
