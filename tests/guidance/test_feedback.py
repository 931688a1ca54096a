"""Readers tell how it went with guidance: it is kept without them, and its owner hears of it."""

from __future__ import annotations

import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest

from tests.factories import checked
from tests.personas import participant, secretary
from tests.web.guidance_help import NOW, TODAY, published, written
from verder.audit.models import Event
from verder.domain.tlp import Tlp
from verder.guidance.models import Feedback, Publication, Verdict
from verder.guidance.operations.feedback import tell
from verder.guidance.operations.pen import DoneAlready
from verder.guidance.queries import feedback_on, hears_of, verdicts_on
from verder.network.standing import Standing, standing_of
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
OUTSIDER = Standing()


def told(
    publication: Publication, verdict: Verdict = Verdict.HELPED, *, why: str = "", by: Standing = OUTSIDER, **changes
) -> Feedback:
    return tell(publication.slug, verdict, why=checked(why), standing=by, **{"at": NOW, **changes})


def test_what_a_reader_tells_is_kept_with_its_day_and_its_edition_and_without_the_reader():
    publication, reader = published(tlp=Tlp.GREEN), standing_of(participant(), TODAY)

    feedback = told(publication, Verdict.DID_NOT_HELP, why="Er was niemand te bereiken.", by=reader)

    event = Event.objects.latest("pk")
    assert (feedback.verdict, feedback.why) == (Verdict.DID_NOT_HELP, "Er was niemand te bereiken.")
    assert (feedback.told_on, feedback.edition) == (TODAY, 1)
    assert (event.action, event.party) == ("publication.feedback_given", "reader")
    assert (event.actor, event.origin, event.subject, event.details) == (None, None, publication.key, {})


def test_the_owner_of_the_piece_hears_of_it_once_a_day_by_a_letter_that_repeats_nothing():
    publication = published()
    letters = Delivery.objects.filter(recipient=publication.owner.email)

    told(publication, why="Het gesprek lukte.")
    told(publication)

    assert letters.count() == 1
    assert str(publication.key) in letters.get().body
    assert "gesprek" not in letters.get().body + letters.get().subject
    told(publication, at=NOW + timedelta(days=1))
    assert letters.count() == 2


def test_the_secretariat_hears_of_it_when_its_owner_has_left():
    publication, clerk = published(), secretary()
    owner = publication.owner
    owner.is_active = False
    owner.save()

    told(publication)

    heard = Delivery.objects.filter(subject="Een lezer vertelt hoe het ging").values_list("recipient", flat=True)
    assert clerk.email in heard
    assert owner.email not in heard


def test_a_voice_that_tells_again_is_heard_once_and_another_besides_it():
    publication = published()
    told(publication, Verdict.HELPED, why="Het lukte.", voice="a")
    told(publication, Verdict.HELPED, voice="b")

    told(publication, Verdict.DID_NOT_HELP, why="Later niet meer.", voice="a")

    assert list(feedback_on(publication).values_list("voice", "verdict", "why")) == [
        ("a", "did_not_help", "Later niet meer."),
        ("b", "helped", ""),
    ]


def test_the_same_voice_is_heard_of_two_pieces():
    for publication in (published(), published("Een ander stuk")):
        told(publication, voice="a")

    assert Feedback.objects.filter(voice="a").count() == 2


def test_a_second_click_tells_nothing_more():
    publication, request_key = published(), uuid.uuid4()
    told(publication, request_key=request_key)

    with pytest.raises(DoneAlready):
        told(publication, request_key=request_key)

    assert Feedback.objects.count() == 1


def test_who_may_not_read_a_piece_tells_nothing_of_it():
    for hidden in (written(), published("Voor wie meedoet", tlp=Tlp.GREEN)):
        with pytest.raises(Publication.DoesNotExist):
            told(hidden)

    assert not Feedback.objects.exists()


def test_nothing_is_kept_when_the_event_cannot_be_written():
    publication = published()

    with (
        patch("verder.guidance.operations.feedback.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        told(publication)

    assert not Feedback.objects.exists()


def test_verdicts_are_counted_and_one_that_nobody_gave_is_none():
    publication = published()
    for verdict in (Verdict.HELPED, Verdict.HELPED, Verdict.TOO_EARLY):
        told(publication, verdict)

    assert verdicts_on(publication) == {Verdict.HELPED: 2, Verdict.DID_NOT_HELP: 0, Verdict.TOO_EARLY: 1}


def test_the_secretariat_and_those_who_made_a_piece_hear_of_it_and_others_do_not():
    publication = published()
    makers = [publication.owner, publication.written_by, publication.reviewed_by, secretary()]

    assert all(hears_of(standing_of(one, TODAY), publication) for one in makers)
    assert not hears_of(standing_of(participant(), TODAY), publication)
    assert not hears_of(Standing(), publication)
