"""What readers told in their own words is kept for a stated time; that it helped, or did not, stays."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest

from tests.guidance.test_feedback import told
from tests.web.guidance_help import NOW, published
from verder.audit.models import Event
from verder.guidance.jobs import forget_words_of_readers
from verder.guidance.models import Feedback, Verdict
from verder.guidance.operations.forgetting import forget_words
from verder.guidance.queries import WORDS_KEPT, verdicts_on

pytestmark = pytest.mark.django_db
OVER = NOW + WORDS_KEPT + timedelta(days=1)


def test_words_go_once_their_time_is_over_and_the_tally_stays():
    publication = published()
    told(publication, Verdict.DID_NOT_HELP, why="Er was niemand te bereiken.")

    assert forget_words(at=OVER) == 1

    one, event = Feedback.objects.get(), Event.objects.latest("pk")
    assert (one.why, one.verdict, one.edition) == ("", Verdict.DID_NOT_HELP, 1)
    assert verdicts_on(publication)[Verdict.DID_NOT_HELP] == 1
    assert (event.action, event.party, event.details) == ("feedback.words_forgotten", "installation", {"number": 1})


def test_words_stay_until_the_last_day_of_their_time():
    told(published(), why="Het gesprek lukte.")

    assert forget_words(at=NOW + WORDS_KEPT) == 0

    assert Feedback.objects.get().why == "Het gesprek lukte."


def test_nothing_is_written_down_when_there_is_nothing_to_forget():
    told(published())
    before = Event.objects.count()

    assert forget_words(at=OVER) == 0

    assert Event.objects.count() == before


def test_nothing_is_forgotten_without_an_event():
    told(published(), why="Het gesprek lukte.")

    with patch("verder.guidance.operations.forgetting.record", side_effect=RuntimeError), pytest.raises(RuntimeError):
        forget_words(at=OVER)

    assert Feedback.objects.get().why == "Het gesprek lukte."


def test_the_worker_forgets():
    told(published(), why="Het gesprek lukte.", at=NOW - WORDS_KEPT - timedelta(days=1))

    forget_words_of_readers(timestamp=0)

    assert Feedback.objects.get().why == ""
