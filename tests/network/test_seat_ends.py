"""Seats end: when, with what left behind, and who may not leave."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from tests import personas
from tests.network.acting_help import NOW, TODAY, as_secretary
from verder.audit.models import Event
from verder.network.acting import INSTALLATION
from verder.network.models import Body, BodyKind, Membership, Seat
from verder.network.operations.seats import SeatEntry, SeatRefusal, SeatRefused, end_seat, seat
from verder.network.versions import ChangedMeanwhile, version_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def platform() -> Body:
    return Body.objects.create(kind=BodyKind.PLATFORM, name="Platform")


@pytest.fixture
def council() -> Body:
    ministry = personas.organisation("Ministerie")
    return Body.objects.create(kind=BodyKind.COUNCIL, name="Beraad", chairing_organisation=ministry)


@pytest.fixture
def group() -> Body:
    return Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Werkgroep")


def seat_of(person) -> Membership:
    return Membership.objects.get(person=person)


def test_a_seat_is_ended_and_written_down():
    participant = personas.participant()
    held = seat_of(participant)

    ended = end_seat(held, ends_on=TODAY, actor=as_secretary(), at=NOW, seen=version_of(held))

    assert ended is not None
    assert ended.ends_on == TODAY
    assert Event.objects.get(action="seat.end").details == {"seat": "member", "ends_on": "2026-11-23"}


def test_a_seat_that_never_counted_is_taken_away(group):
    person = personas.person("lid")
    held = seat(person, SeatEntry(group, Seat.MEMBER, TODAY), actor=INSTALLATION, at=NOW)

    ended = end_seat(held, ends_on=TODAY - DAY, actor=as_secretary(), at=NOW)

    assert ended is None
    assert not person.memberships.exists()


def test_a_seat_that_has_ended_stays_ended():
    held = seat_of(personas.seated("lid", BodyKind.WORKING_GROUP, ends_on=TODAY - DAY))

    with pytest.raises(SeatRefused) as refused:
        end_seat(held, ends_on=TODAY, actor=as_secretary(), at=NOW)

    assert refused.value.reason == SeatRefusal.ENDED_ALREADY


def test_the_seat_of_a_specialist_may_last_longer(group):
    held = seat_of(personas.specialist(group, ends_on=TODAY))

    ended = end_seat(held, ends_on=TODAY + DAY, actor=as_secretary(), at=NOW)

    assert ended is not None
    assert ended.ends_on == TODAY + DAY


def test_a_seat_does_not_last_into_the_next_one(group):
    specialist = personas.specialist(group, ends_on=TODAY)
    held = seat_of(specialist)
    seat(specialist, SeatEntry(group, Seat.MEMBER, TODAY + DAY), actor=INSTALLATION, at=NOW)

    with pytest.raises(SeatRefused) as refused:
        end_seat(held, ends_on=TODAY + DAY, actor=as_secretary(), at=NOW)

    assert refused.value.reason == SeatRefusal.SEATED_ALREADY


@pytest.mark.parametrize(
    ("persona", "reason"),
    [
        (personas.secretary, SeatRefusal.LAST_OF_THE_SECRETARIAT),
        (personas.administrator, SeatRefusal.LAST_ADMINISTRATOR),
    ],
)
def test_the_last_of_the_secretariat_and_the_last_administrator_stay(persona, reason):
    held = seat_of(persona())

    with pytest.raises(SeatRefused) as refused:
        end_seat(held, ends_on=TODAY, actor=INSTALLATION, at=NOW)

    assert refused.value.reason == reason


def test_who_is_not_the_last_may_leave():
    leaving, _staying = personas.secretary(), personas.secretary()

    ended = end_seat(seat_of(leaving), ends_on=TODAY, actor=INSTALLATION, at=NOW)

    assert ended is not None
    assert ended.ends_on == TODAY


def test_a_colleague_with_a_closed_account_does_not_count_as_staying():
    leaving, closed = personas.secretary(), personas.secretary()
    closed.is_active = False
    closed.save()

    with pytest.raises(SeatRefused) as refused:
        end_seat(seat_of(leaving), ends_on=TODAY, actor=INSTALLATION, at=NOW)

    assert refused.value.reason == SeatRefusal.LAST_OF_THE_SECRETARIAT


def test_a_seat_that_a_colleague_changed_meanwhile_stays_as_it_is():
    held = seat_of(personas.participant())
    Membership.objects.filter(pk=held.pk).update(starts_on=date(2021, 1, 1))

    with pytest.raises(ChangedMeanwhile):
        end_seat(held, ends_on=TODAY, actor=INSTALLATION, at=NOW, seen=version_of(held))

    assert seat_of(held.person).ends_on is None


@pytest.mark.django_db(transaction=True)
def test_of_two_who_leave_at_the_same_moment_one_stays():
    seats = [seat_of(personas.secretary()), seat_of(personas.secretary())]

    def leave(held: Membership) -> bool:
        try:
            end_seat(held, ends_on=TODAY, actor=INSTALLATION, at=NOW)
        except SeatRefused:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        left = list(pool.map(leave, seats))

    assert sorted(left) == [False, True]
