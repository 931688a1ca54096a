"""A door counts who knocks, and forgets."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from verder.gate.models import Count
from verder.gate.operations import TooManyKnocks, forget_knocks, knock

NOON = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def knock_often(times: int, *, at: datetime = NOON, visitor: str = "192.0.2.7", door: str = "intake") -> None:
    for _ in range(times):
        knock(door, visitor, at=at, limit=3, per=MINUTE)


@pytest.mark.django_db
def test_a_visitor_may_knock_as_often_as_the_door_allows():
    knock_often(3)

    assert Count.objects.get().knocks == 3


@pytest.mark.django_db
def test_a_visitor_who_knocks_once_more_hears_how_long_to_wait():
    knock_often(3)

    with pytest.raises(TooManyKnocks) as refusal:
        knock_often(1)

    assert refusal.value.retry_after == timedelta(seconds=30)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere", [{"visitor": "192.0.2.8"}, {"door": "receipt"}, {"at": NOON + MINUTE}], ids=["who", "where", "when"]
)
def test_another_visitor_door_or_moment_counts_apart(elsewhere):
    knock_often(3)

    knock_often(3, **elsewhere)

    assert Count.objects.count() == 2


@pytest.mark.django_db
def test_what_is_kept_is_no_address_and_differs_by_door_and_day():
    knock_often(1)
    knock_often(1, door="receipt")
    knock_often(1, at=NOON + timedelta(days=1))

    hashes = set(Count.objects.values_list("visitor", flat=True))

    assert len(hashes) == 3
    assert not any("192" in kept and "." in kept for kept in hashes)


@pytest.mark.django_db(transaction=True)
def test_knocks_at_the_same_moment_are_all_counted():
    def one(_: int) -> bool:
        try:
            knock("intake", "192.0.2.7", at=NOON, limit=10, per=MINUTE)
        except TooManyKnocks:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        let_in = sum(pool.map(one, range(40)))

    assert let_in == 10
    assert Count.objects.get().knocks == 40


@pytest.mark.django_db
def test_old_knocks_are_forgotten_and_running_ones_are_kept():
    knock_often(1)
    knock_often(1, at=NOON + MINUTE)

    forgotten = forget_knocks(at=NOON + MINUTE)

    assert forgotten == 1
    assert Count.objects.count() == 1
