"""Subscribers are told of outcomes that are published: each once, whatever happens to the job."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils.formats import date_format

from tests import factories
from tests.deliberation.at_once import at_once
from tests.factories import MONDAY
from tests.notices.helping import ADDRESS, letters, published, subscribed, token_in
from tests.personas import secretary
from verder.network.models import BodyKind
from verder.notices import jobs, operations
from verder.notices.models import Announcement, Subscription
from verder.post.models import Delivery
from verder.post.sending import message_of

pytestmark = pytest.mark.django_db


def test_a_subscriber_hears_once_of_outcomes_with_a_neutral_title_and_a_way_to_stop() -> None:
    subscribed()
    outcomes = published(secretary())

    for _twice in range(2):
        jobs.announce_outcomes(timestamp=0)

    _confirmation, letter = letters()
    day = date_format(outcomes.meeting.starts_at, "j F Y")
    assert letter.subject == f"Uitkomsten: {outcomes.meeting.body.name}, {day}"
    assert f"/uitkomsten/{outcomes.key}" in letter.body
    assert outcomes.summary not in letter.body
    operations.stop(token_in(letter), at=MONDAY)


def test_a_mail_program_stops_a_subscription_by_itself_and_opening_the_address_does_not() -> None:
    subscribed()
    published(secretary())
    operations.announce(at=MONDAY)
    _confirmation, letter = letters()
    message, outside = message_of(letter, at=MONDAY), Client(enforce_csrf_checks=True)
    address = urlsplit(message["List-Unsubscribe"].strip("<>")).path

    opened = outside.get(address)
    still = Subscription.objects.count()
    pressed = outside.post(address, {"List-Unsubscribe": "One-Click"})

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (opened.status_code, pressed.status_code, still) == (200, 200, 1)
    assert not Subscription.objects.exists()


def test_a_letter_that_is_not_of_a_subscription_has_nothing_to_stop() -> None:
    operations.subscribe(ADDRESS, body=None, at=MONDAY)

    (letter,) = letters()

    assert "List-Unsubscribe" not in message_of(letter, at=MONDAY)


def test_only_who_follows_this_body_and_confirmed_is_told() -> None:
    council = factories.body_of(BodyKind.COUNCIL)
    subscribed("beraad@voorbeeld.example", body=council)
    operations.subscribe("nooit@voorbeeld.example", body=None, at=MONDAY)
    published(secretary())

    operations.announce(at=MONDAY)

    assert [len(letters(to)) for to in ("beraad@voorbeeld.example", "nooit@voorbeeld.example")] == [1, 1]
    assert Announcement.objects.count() == 1


def test_who_follows_one_body_and_all_gets_one_letter() -> None:
    subscribed()
    subscribed(body=factories.body_of(BodyKind.PLATFORM))
    published(secretary())

    operations.announce(at=MONDAY)

    assert len(letters()) == 3


def test_who_subscribes_later_is_not_told_of_what_was() -> None:
    published(secretary())
    operations.announce(at=MONDAY)
    subscribed()

    operations.announce(at=MONDAY)

    assert len(letters()) == 1


def test_a_job_that_is_cut_off_tells_nobody_and_the_next_one_tells_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    subscribed()
    published(secretary())

    def cut_off(*_what: object, **_more: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(operations, "owe_each", cut_off)
    with pytest.raises(ConnectionError):
        operations.announce(at=MONDAY)
    monkeypatch.undo()
    assert not Announcement.objects.exists()

    operations.announce(at=MONDAY)

    assert len(letters()) == 2


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_everybody_once() -> None:
    subscribed()
    published(secretary())

    results = at_once([lambda: operations.announce(at=MONDAY)] * 2)

    assert results == [None, None]
    assert len(letters()) == 2
    assert Delivery.objects.filter(subject__startswith="Uitkomsten:").count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_forms_at_once_make_one_subscription() -> None:
    results = at_once([lambda: operations.subscribe(ADDRESS, body=None, at=MONDAY)] * 2)

    assert results == [None, None]
    assert len(letters()) == 2
