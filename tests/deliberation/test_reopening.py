"""What readers tell of guidance proposes to take up again what it answered; somebody decides, and nothing by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.acts import SAID
from tests.factories import MONDAY, checked, did_not_help, new_intent
from tests.personas import as_actor, participant, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Actor
from verder.deliberation.models import DeclinedReopening, Dilemma
from verder.deliberation.operations import secretariat
from verder.deliberation.operations.climb import StepRefused
from verder.deliberation.operations.reopening import ToldMeanwhile, decline_to_reopen
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.queries.reopening import declined_on, heard_until, proposals_for
from verder.domain.rungs import Rung
from verder.guidance.models import Publication, Verdict
from verder.guidance.operations.feedback import tell
from verder.network.standing import Standing

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def clerk() -> Actor:
    return as_actor(secretary(), MONDAY)


@pytest.fixture
def piece() -> Publication:
    return factories.published_guidance()


def answered(piece: Publication, clerk: Actor) -> Dilemma:
    return factories.answered_with(piece, factories.dilemma_at_intake(), clerk)


def declined(dilemma: Dilemma, piece: Publication, by: Actor, *, heard: int | None = None) -> DeclinedReopening:
    return decline_to_reopen(
        dilemma.number,
        publication=piece,
        heard=heard_until(piece, dilemma.number) if heard is None else heard,
        reason=checked("Het ging over een ander geval."),
        actor=by,
        at=MONDAY + DAY,
        intent=new_intent(),
    )


def proposed(piece: Publication, to: Actor) -> list[tuple[str, int]]:
    return [(one.line.number, one.unhelpful) for one in proposals_for(to.standing, piece)]


def test_each_ended_dilemma_that_a_piece_answered_is_proposed_once_it_did_not_help(piece, clerk):
    first, second = answered(piece, clerk), answered(piece, clerk)
    assert proposed(piece, clerk) == []

    did_not_help(piece)
    did_not_help(piece, at=MONDAY + DAY)

    assert sorted(proposed(piece, clerk)) == [(first.number, 2), (second.number, 2)]
    assert {factories.fresh(one).rung for one in (first, second)} == {Rung.ANSWERED}


def test_a_piece_that_helped_proposes_nothing(piece, clerk):
    dilemma = answered(piece, clerk)

    tell(piece.slug, Verdict.HELPED, why=checked(""), standing=Standing(), at=MONDAY)

    assert proposed(piece, clerk) == []
    assert heard_until(piece, dilemma.number) == 0


def test_what_was_told_before_the_end_proposes_nothing(piece, clerk):
    did_not_help(piece, at=MONDAY - DAY)

    answered(piece, clerk)

    assert proposed(piece, clerk) == []


def test_who_may_not_read_a_dilemma_is_not_told_of_it(piece, clerk):
    answered(piece, clerk)
    did_not_help(piece)

    assert proposed(piece, as_actor(participant(), MONDAY)) == []


def test_a_dilemma_that_was_taken_up_again_is_not_proposed(piece, clerk):
    dilemma = answered(piece, clerk)
    did_not_help(piece)

    secretariat.reopen(dilemma.number, evidence=SAID, actor=clerk, at=MONDAY, intent=new_intent())

    assert proposed(piece, clerk) == []
    with pytest.raises(StepRefused):
        declined(dilemma, piece, clerk, heard=1)


def test_what_was_declined_stays_ended_with_the_reason_until_a_reader_tells_it_again(piece, clerk):
    dilemma = answered(piece, clerk)
    did_not_help(piece)

    declined(dilemma, piece, clerk)

    event = Event.objects.latest("pk")
    assert (event.action, event.subject, event.details) == (
        "reopening.declined",
        dilemma.key,
        {"publication": str(piece.key)},
    )
    assert proposed(piece, clerk) == []
    assert [one.reason for one in declined_on(clerk.standing, piece)] == ["Het ging over een ander geval."]
    assert declined_on(as_actor(participant(), MONDAY).standing, piece) == []
    did_not_help(piece, at=MONDAY + DAY)
    assert proposed(piece, clerk) == [(dilemma.number, 1)]


def test_nobody_declines_words_that_they_did_not_read(piece, clerk):
    dilemma = answered(piece, clerk)
    seen = did_not_help(piece).pk
    did_not_help(piece)

    with pytest.raises(ToldMeanwhile):
        declined(dilemma, piece, clerk, heard=seen)

    assert proposed(piece, clerk) == [(dilemma.number, 2)]


def test_a_colleague_who_was_first_has_decided(piece, clerk):
    dilemma = answered(piece, clerk)
    seen = did_not_help(piece).pk
    declined(dilemma, piece, clerk)

    with pytest.raises(ToldMeanwhile):
        declined(dilemma, piece, clerk, heard=seen)


def test_what_was_never_proposed_cannot_be_declined(piece, clerk):
    with pytest.raises(ToldMeanwhile):
        declined(answered(piece, clerk), piece, clerk)


def test_a_submitter_without_account_declines_nothing(piece, clerk):
    dilemma = answered(piece, clerk)
    did_not_help(piece)

    with pytest.raises(NotAllowed):
        declined(dilemma, piece, Actor(submitter_of=dilemma.key))
