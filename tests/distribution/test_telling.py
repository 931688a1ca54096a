"""An organisation tells by its personal link whether it helped; it is heard once a piece, and not named."""

from __future__ import annotations

import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest

from tests import factories
from tests.distribution.spreads import only, organisation, spread_to_all
from tests.factories import MONDAY, checked
from verder.audit.models import Event
from verder.distribution.links import VALID_FOR, token_of
from verder.distribution.models import Distribution, Recipient
from verder.distribution.operations.responding import tell_how_it_went
from verder.distribution.queries import recipients_of
from verder.distribution.voices import voice_of
from verder.guidance.models import Feedback, Publication, PublicationState, Verdict
from verder.guidance.operations.pen import DoneAlready

pytestmark = pytest.mark.django_db


def spread_once(publication: Publication | None = None) -> Distribution:
    """Spread a piece to one organisation."""
    organisation()
    return spread_to_all(publication)


def told(recipient: Recipient, verdict: Verdict = Verdict.HELPED, *, why: str = "", **changes) -> None:
    tell_how_it_went(token_of(recipient.secret), verdict, why=checked(why), **{"at": MONDAY, **changes})


def test_what_an_organisation_tells_is_kept_without_anything_that_names_it():
    recipient = only(spread_once())
    before = Recipient.objects.values().get()

    told(recipient, why="Het gesprek lukte.")

    feedback, event = Feedback.objects.get(), Event.objects.latest("pk")
    assert (feedback.verdict, feedback.why) == (Verdict.HELPED, "Het gesprek lukte.")
    assert len(feedback.voice) == 64
    assert (event.action, event.actor, event.details) == ("publication.feedback_given", None, {})
    assert Recipient.objects.values().get() == before


def test_an_organisation_is_heard_once_and_changes_its_mind():
    recipient = only(spread_once())
    told(recipient)

    told(recipient, Verdict.DID_NOT_HELP, why="Er was niemand te bereiken.")

    assert list(Feedback.objects.values_list("verdict", flat=True)) == ["did_not_help"]


def test_it_is_the_same_voice_for_the_next_edition_and_another_one_for_another_piece():
    organisation()
    first = only(spread_to_all())
    piece = first.distribution.publication
    Publication.objects.filter(pk=piece.pk).update(edition=2)
    piece.refresh_from_db()
    next_edition, other = only(spread_to_all(piece)), only(spread_to_all())

    assert voice_of(next_edition) == voice_of(first)
    assert voice_of(other) != voice_of(first)


def test_two_organisations_have_two_voices():
    organisation()
    organisation()

    for recipient in recipients_of(spread_to_all()):
        told(recipient)

    assert Feedback.objects.count() == 2


def test_a_link_that_is_over_tells_nothing():
    recipient = only(spread_once())

    with pytest.raises(Recipient.DoesNotExist):
        told(recipient, at=MONDAY + VALID_FOR + timedelta(days=1))

    assert not Feedback.objects.exists()


def test_of_a_piece_that_was_withdrawn_nothing_is_told():
    recipient = only(spread_once())
    Publication.objects.update(state=PublicationState.WITHDRAWN)

    with pytest.raises(Publication.DoesNotExist):
        told(recipient)


def test_a_second_click_tells_nothing_more():
    recipient, request_key = only(spread_once()), uuid.uuid4()
    told(recipient, request_key=request_key)

    with pytest.raises(DoneAlready):
        told(recipient, Verdict.DID_NOT_HELP, request_key=request_key)

    assert Feedback.objects.get().verdict == Verdict.HELPED


def test_what_was_told_before_stands_when_the_event_cannot_be_written():
    recipient = only(spread_once(factories.published_guidance()))
    told(recipient)

    with (
        patch("verder.guidance.operations.feedback.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        told(recipient, Verdict.DID_NOT_HELP)

    assert Feedback.objects.get().verdict == Verdict.HELPED
