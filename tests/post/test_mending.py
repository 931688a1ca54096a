"""What a person does about a letter that did not arrive."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.post.letters import NOON, again, owed, sweep
from verder.audit.models import Event
from verder.post.models import Delivery, LocalLetter
from verder.post.operations import NothingToMend, drop, send_again
from verder.post.queries import letters_that_need_a_hand

pytestmark = pytest.mark.django_db
SECRETARY = uuid.uuid4()
LATER = NOON + timedelta(days=5)


def refused() -> Delivery:
    delivery = owed()
    Delivery.objects.filter(pk=delivery.pk).update(state="failed", refusal="550", attempts=3)
    return again(delivery)


def test_letters_that_were_refused_or_are_in_doubt_ask_for_a_hand():
    failed, doubtful = refused(), refused()
    Delivery.objects.filter(pk=doubtful.pk).update(state="uncertain")
    owed()

    waiting = list(letters_that_need_a_hand())

    assert waiting == [doubtful, failed]


def test_a_letter_is_sent_again_with_all_the_time_of_a_new_one(mail_server):
    delivery = refused()

    send_again(delivery.key, actor=SECRETARY, at=LATER)
    owed_again = again(delivery)
    sweep(LATER)

    assert (owed_again.state, owed_again.attempts, owed_again.owed_at) == ("owed", 0, LATER)
    assert ProcrastinateJob.objects.filter(args={"event": str(delivery.event)}).count() == 2
    assert again(delivery).state == "sent"
    assert len(mail_server.letters) == 1


def test_a_letter_is_dropped_with_its_words():
    delivery = refused()

    drop(delivery.key, actor=SECRETARY, at=LATER)

    dropped = again(delivery)
    assert (dropped.state, dropped.recipient, dropped.body) == ("dropped", "", "")


@pytest.mark.parametrize(("mend", "action"), [(send_again, "letter.owed"), (drop, "letter.dropped")])
def test_what_a_person_does_is_written_down(mend, action):
    delivery = refused()

    mend(delivery.key, actor=SECRETARY, at=LATER)

    event = Event.objects.get()
    assert (event.action, event.actor, event.subject) == (action, SECRETARY, delivery.key)


@pytest.mark.parametrize("mend", [send_again, drop])
def test_a_letter_that_was_mended_before_is_left_alone(mend):
    delivery = owed()

    with pytest.raises(NothingToMend):
        mend(delivery.key, actor=SECRETARY, at=LATER)

    assert again(delivery).state == "owed"
    assert not Event.objects.exists()


def test_a_letter_is_named_by_its_neutral_title_alone(settings):
    settings.MAIL_URL = "mailbox:"
    delivery = owed()
    named_before = str(delivery)

    sweep(NOON)

    assert named_before == "Er is nieuws: owed"
    assert str(LocalLetter.objects.get()) == "Er is nieuws"
