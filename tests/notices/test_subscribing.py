"""An address subscribes, confirms, and stops; each by a link that does this one thing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing

from tests import factories
from tests.factories import MONDAY
from tests.notices.helping import ADDRESS, letters, subscribed, token_in
from verder.audit.models import Event
from verder.network.models import BodyKind
from verder.notices import jobs, operations
from verder.notices.links import BadLink
from verder.notices.models import Subscription

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


def test_an_address_counts_once_it_is_confirmed() -> None:
    operations.subscribe(" Lezer@Voorbeeld.example ", body=None, at=MONDAY)
    (letter,) = letters()
    assert Subscription.objects.get().confirmed_at is None

    for _twice in range(2):
        operations.confirm(token_in(letter), at=MONDAY)

    assert Subscription.objects.get().confirmed_at == MONDAY
    assert ADDRESS not in letter.body
    assert Event.objects.filter(action="subscription.confirmed").count() == 1


def test_who_asks_twice_gets_a_letter_twice_and_one_subscription() -> None:
    operations.subscribe(ADDRESS, body=None, at=MONDAY)
    operations.subscribe(ADDRESS, body=None, at=MONDAY + WEEK)

    assert Subscription.objects.get().asked_at == MONDAY + WEEK
    assert len(letters()) == 2


def test_who_is_subscribed_reads_so_in_the_mail_and_nowhere_else() -> None:
    subscribed()

    operations.subscribe(ADDRESS, body=None, at=MONDAY)

    assert letters()[-1].subject == "U krijgt al bericht over uitkomsten"
    assert Subscription.objects.count() == 1


def test_one_address_may_follow_each_body() -> None:
    platform = factories.body_of(BodyKind.PLATFORM)

    subscribed()
    subscribed(body=platform)

    assert set(Subscription.objects.values_list("body", flat=True)) == {None, platform.pk}
    assert platform.name in letters()[-1].body


def test_who_stops_is_forgotten_and_stopping_again_does_nothing() -> None:
    subscribed()
    operations.subscribe(ADDRESS, body=None, at=MONDAY)
    link = token_in(letters()[-1])

    for _twice in range(2):
        operations.stop(link, at=MONDAY)

    assert not Subscription.objects.exists()
    assert Event.objects.filter(action="subscription.stopped").count() == 1


def test_confirming_what_was_forgotten_makes_no_subscription() -> None:
    operations.subscribe(ADDRESS, body=None, at=MONDAY)
    Subscription.objects.all().delete()

    assert operations.confirm(token_in(letters()[0]), at=MONDAY) is None
    assert not Subscription.objects.exists()


def test_a_link_is_good_for_its_own_purpose_and_confirms_for_a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    operations.subscribe(ADDRESS, body=None, at=MONDAY)
    link = token_in(letters()[0])

    with pytest.raises(BadLink):
        operations.stop(link, at=MONDAY)
    with pytest.raises(BadLink):
        operations.confirm(link[:-1], at=MONDAY)
    later = signing.time.time() + WEEK.total_seconds() + 60
    monkeypatch.setattr(signing.time, "time", lambda: later)
    with pytest.raises(BadLink):
        operations.confirm(link, at=MONDAY)


def test_an_address_that_nobody_confirmed_is_forgotten_after_a_week() -> None:
    subscribed("blijft@voorbeeld.example")
    operations.subscribe(ADDRESS, body=None, at=MONDAY)

    operations.forget_never_confirmed(at=MONDAY + WEEK)
    assert Subscription.objects.count() == 2

    for _twice in range(2):
        jobs.forget_subscriptions(timestamp=0)

    assert Subscription.objects.get().address == "blijft@voorbeeld.example"
    assert Event.objects.get(action="subscriptions.forgotten").details == {"number": 1}


def test_no_event_holds_an_address() -> None:
    subscribed()

    assert not [event for event in Event.objects.all() if ADDRESS in str(event.details)]
    assert not Event.objects.exclude(actor=None, origin=None).filter(action__startswith="subscription").exists()


def test_when_an_event_cannot_be_written_nothing_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_what: object, **_more: object) -> None:
        raise OSError

    monkeypatch.setattr(operations, "record", broken)

    with pytest.raises(OSError):  # noqa: PT011 -- it has no words
        operations.subscribe(ADDRESS, body=None, at=MONDAY)

    assert not Subscription.objects.exists()
    assert not letters()
