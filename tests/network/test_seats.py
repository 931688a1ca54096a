"""Seats are the only roles: who may sit where, beside what, and who may not leave."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import personas
from tests.network.acting_help import NOW, TODAY, as_secretary
from verder.audit.models import Event
from verder.network.acting import INSTALLATION, Capacity, Principal
from verder.network.models import Body, BodyKind, Organisation, Seat
from verder.network.operations.seats import SeatEntry, SeatRefusal, SeatRefused, seat

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


def refusal_of(person, entry, *, actor=INSTALLATION) -> SeatRefusal:
    with pytest.raises(SeatRefused) as refused:
        seat(person, entry, actor=actor, at=NOW)
    return refused.value.reason


def test_a_seat_is_given_and_written_down(platform):
    person, secretary = personas.person("nieuw"), as_secretary()

    given = seat(person, SeatEntry(platform, Seat.CHAIR, TODAY), actor=secretary, at=NOW)

    assert (given.body, given.seat, given.starts_on) == (platform, Seat.CHAIR, TODAY)
    event = Event.objects.get()
    assert (event.action, event.party, event.subject, event.body) == (
        "seat.give",
        "secretariat",
        person.opaque_id,
        platform.key,
    )
    assert (event.actor, event.origin) == (secretary.opaque_id, "192.0.2.7")


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (BodyKind.SECRETARIAT, Seat.CHAIR),
        (BodyKind.ADMINISTRATION, Seat.LEAD),
        (BodyKind.PLATFORM, Seat.SPECIALIST),
        (BodyKind.COUNCIL, Seat.LEAD),
        (BodyKind.WORKING_GROUP, Seat.CHAIR),
    ],
)
def test_each_body_has_its_own_roles(kind, role):
    body = Body.objects.create(kind=kind, name=str(kind))

    reason = refusal_of(personas.person("iemand"), SeatEntry(body, role, TODAY, TODAY))

    assert reason == SeatRefusal.NOT_IN_THIS_BODY


def test_a_specialist_always_has_an_end(group):
    specialist = personas.person("specialist")

    reason = refusal_of(specialist, SeatEntry(group, Seat.SPECIALIST, TODAY))

    assert reason == SeatRefusal.SPECIALIST_NEEDS_AN_END


def test_a_seat_never_ends_before_it_starts(group):
    reason = refusal_of(personas.person("iemand"), SeatEntry(group, Seat.MEMBER, TODAY, TODAY - DAY))

    assert reason == SeatRefusal.ENDS_BEFORE_IT_STARTS


def test_who_has_a_closed_account_gets_no_seat(group):
    person = personas.person("oud")
    person.is_active = False
    person.save()

    reason = refusal_of(person, SeatEntry(group, Seat.MEMBER, TODAY))

    assert reason == SeatRefusal.NO_ACCOUNT_ANY_MORE


def test_nobody_has_two_seats_in_one_body_at_the_same_time(group):
    person = personas.seated("lid", BodyKind.WORKING_GROUP, body=group, ends_on=TODAY)

    during = refusal_of(person, SeatEntry(group, Seat.LEAD, TODAY, TODAY + DAY))
    afterwards = seat(person, SeatEntry(group, Seat.LEAD, TODAY + DAY), actor=INSTALLATION, at=NOW)

    assert during == SeatRefusal.SEATED_ALREADY
    assert afterwards.seat == Seat.LEAD


def test_a_seat_may_come_before_another_in_the_same_body(group):
    person = personas.person("lid")
    seat(person, SeatEntry(group, Seat.LEAD, TODAY + DAY), actor=INSTALLATION, at=NOW)

    before = seat(person, SeatEntry(group, Seat.MEMBER, TODAY, TODAY), actor=INSTALLATION, at=NOW)

    assert before.ends_on == TODAY


def test_an_administrator_holds_no_other_seat(group):
    administrator = personas.administrator()

    reason = refusal_of(administrator, SeatEntry(group, Seat.MEMBER, TODAY))

    assert reason == SeatRefusal.ADMINISTRATOR_HOLDS_NO_OTHER_SEAT


def test_who_holds_another_seat_is_no_administrator():
    participant = personas.participant()
    administration = Body.objects.create(kind=BodyKind.ADMINISTRATION, name="Beheer")

    reason = refusal_of(participant, SeatEntry(administration, Seat.MEMBER, TODAY))

    assert reason == SeatRefusal.ADMINISTRATOR_HOLDS_NO_OTHER_SEAT


def test_an_administrator_gives_no_seat_to_themselves(group):
    administrator = personas.administrator()
    itself = Principal(administrator, Capacity.ADMINISTRATION)

    reason = refusal_of(administrator, SeatEntry(group, Seat.MEMBER, TODAY), actor=itself)

    assert reason == SeatRefusal.OWN_SEAT


def test_the_council_seats_directors_of_who_takes_part(council):
    municipality = personas.organisation()
    personas.participant(organisation=municipality)
    director = personas.person("bestuurder", organisation=municipality)

    given = seat(director, SeatEntry(council, Seat.MEMBER, TODAY), actor=INSTALLATION, at=NOW)

    assert given.body == council


def test_the_council_seats_directors_of_the_organisation_above_who_takes_part(council):
    above, part = personas.organisation(), personas.organisation()
    Organisation.objects.filter(pk=part.pk).update(parent=above)
    personas.participant(organisation=part)
    director = personas.person("bestuurder", organisation=above)

    given = seat(director, SeatEntry(council, Seat.MEMBER, TODAY), actor=INSTALLATION, at=NOW)

    assert given.body == council


def test_the_council_seats_the_ministry_that_chairs_it(council):
    director = personas.person("voorzitter", organisation=council.chairing_organisation)

    given = seat(director, SeatEntry(council, Seat.CHAIR, TODAY), actor=INSTALLATION, at=NOW)

    assert given.seat == Seat.CHAIR


def test_the_council_seats_nobody_else(council):
    elsewhere = personas.organisation()
    personas.seated("oud", BodyKind.PLATFORM, organisation=elsewhere, ends_on=TODAY - DAY)
    entry = SeatEntry(council, Seat.MEMBER, TODAY)

    reasons = {
        refusal_of(personas.person("bestuurder", organisation=elsewhere), entry),
        refusal_of(personas.person("bestuurder"), entry),
    }

    assert reasons == {SeatRefusal.COUNCIL_SEATS_PARTICIPANTS_ONLY}
