"""People with an account: invited, changed, logged out, and gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from tests import personas
from tests.network.acting_help import NOW, TODAY, as_secretary
from verder.audit.models import Event
from verder.network.acting import Capacity, Principal
from verder.network.models import Body, BodyKind, Membership, Person, Seat
from verder.network.operations.people import (
    PersonEntry,
    PersonRefusal,
    PersonRefused,
    change_own_name,
    change_person,
    deactivate_person,
    end_sessions,
    invite_person,
    reset_second_factor,
)
from verder.network.operations.seats import SeatEntry, SeatRefused
from verder.network.versions import ChangedMeanwhile, version_of
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def first_seat() -> SeatEntry:
    platform, _ = Body.objects.get_or_create(kind=BodyKind.PLATFORM, defaults={"name": "platform"})
    return SeatEntry(platform, Seat.MEMBER, TODAY)


def entry_of(person: Person, **other) -> PersonEntry:
    known = {"name": person.name, "email": person.email, "organisation": person.organisation}
    return PersonEntry(**(known | other))


def refusal(operation, *given, **named) -> PersonRefusal:
    with pytest.raises(PersonRefused) as refused:
        operation(*given, at=NOW, **named)
    return refused.value.reason


def test_someone_is_invited_with_a_seat_and_a_letter(first_seat):
    entry = PersonEntry("Deelnemer", " Deelnemer@Voorbeeld.example ")

    person = invite_person(entry, first_seat, actor=as_secretary(), at=NOW)

    assert person.email == "deelnemer@voorbeeld.example"
    assert person.memberships.get().body == first_seat.body
    assert EmailAddress.objects.get(user=person).verified
    assert Delivery.objects.get().recipient == person.email
    assert set(Event.objects.values_list("action", flat=True)) == {"person.invite", "seat.give"}


def test_a_letter_of_invitation_tells_where_to_log_in_and_names_nobody(first_seat):
    invite_person(PersonEntry("Deelnemer", "d@voorbeeld.example"), first_seat, actor=as_secretary(), at=NOW)

    letter = Delivery.objects.get()

    assert "/inloggen" in letter.body
    assert "Deelnemer" not in letter.subject + letter.body


def test_an_account_of_the_demo_gets_no_letter(first_seat):
    entry = PersonEntry("Deelnemer", "d@voorbeeld.example")

    person = invite_person(entry, first_seat, actor=as_secretary(), at=NOW, demo=True)

    assert person.is_demo
    assert not Delivery.objects.exists()


def test_two_accounts_never_share_an_address(first_seat):
    present = personas.participant()

    reason = refusal(invite_person, PersonEntry("Ander", present.email.upper()), first_seat, actor=as_secretary())

    assert reason == PersonRefusal.ADDRESS_TAKEN


def test_a_refused_seat_leaves_no_account_behind():
    council = Body.objects.create(kind=BodyKind.COUNCIL, name="Beraad")

    with pytest.raises(SeatRefused):
        invite_person(
            PersonEntry("Bestuurder", "b@voorbeeld.example"),
            SeatEntry(council, Seat.MEMBER, TODAY),
            actor=as_secretary(),
            at=NOW,
        )

    assert not Person.objects.filter(email="b@voorbeeld.example").exists()


def test_a_person_is_changed_and_it_is_written_down():
    person = personas.participant()
    entry = entry_of(person, name="Ander", function="wijkagent")

    changed = change_person(person, entry, actor=as_secretary(), at=NOW, seen=version_of(person))

    assert (changed.name, changed.function) == ("Ander", "wijkagent")
    assert Event.objects.get().action == "person.change"
    assert not Delivery.objects.exists()


def test_another_address_ends_sessions_and_tells_the_old_address():
    person = personas.participant()
    old_address, old_session = person.email, person.get_session_auth_hash()

    changed = change_person(person, entry_of(person, email="nieuw@voorbeeld.example"), actor=as_secretary(), at=NOW)

    assert changed.get_session_auth_hash() != old_session
    assert EmailAddress.objects.get(user=changed).email == "nieuw@voorbeeld.example"
    assert Delivery.objects.get().recipient == old_address


def test_a_person_whom_a_colleague_changed_meanwhile_stays_as_is():
    person = personas.participant()
    Person.objects.filter(pk=person.pk).update(name="Eerste")

    with pytest.raises(ChangedMeanwhile):
        change_person(person, entry_of(person), actor=as_secretary(), at=NOW, seen=version_of(person))

    assert Person.objects.get(pk=person.pk).name == "Eerste"


def test_logging_in_is_no_change():
    person = personas.participant()
    seen = version_of(person)

    person.last_login = NOW

    assert version_of(person) == seen


def test_a_director_moves_only_to_an_organisation_that_takes_part():
    here, there, elsewhere = (personas.organisation() for _ in range(3))
    personas.participant(organisation=there)
    director = personas.seated("bestuurder", BodyKind.COUNCIL, organisation=here)

    moved = change_person(director, entry_of(director, organisation=there), actor=as_secretary(), at=NOW)
    reason = refusal(change_person, moved, entry_of(moved, organisation=elsewhere), actor=as_secretary())

    assert moved.organisation == there
    assert reason == PersonRefusal.SITS_IN_THE_COUNCIL


def test_a_closed_account_has_no_seats_and_no_sessions():
    person = personas.participant()
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="groep")
    Membership.objects.create(body=group, person=person, starts_on=TODAY + DAY)
    old_session = person.get_session_auth_hash()

    closed = deactivate_person(person, actor=as_secretary(), at=NOW, seen=version_of(person))

    assert not closed.is_active
    assert closed.get_session_auth_hash() != old_session
    assert [seat.ends_on for seat in closed.memberships.all()] == [TODAY - DAY]
    assert Event.objects.get().action == "person.deactivate"


def test_an_account_is_closed_once():
    person = personas.participant()
    deactivate_person(person, actor=as_secretary(), at=NOW)

    reason = refusal(deactivate_person, person, actor=as_secretary())

    assert reason == PersonRefusal.CLOSED_ALREADY


@pytest.mark.parametrize("operation", [deactivate_person, reset_second_factor])
def test_nobody_does_this_to_their_own_account(operation):
    secretary = personas.secretary()

    reason = refusal(operation, secretary, actor=Principal(secretary, Capacity.SECRETARIAT))

    assert reason == PersonRefusal.OWN_ACCOUNT


def test_the_account_of_the_last_administrator_stays_open():
    administrator = personas.administrator()

    with pytest.raises(SeatRefused):
        deactivate_person(administrator, actor=as_secretary(), at=NOW)

    assert Person.objects.get(pk=administrator.pk).is_active


def test_one_of_two_in_the_secretariat_may_have_their_account_closed():
    leaving, staying = personas.secretary(), personas.secretary()

    closed = deactivate_person(leaving, actor=Principal(staying, Capacity.SECRETARIAT), at=NOW)

    assert not closed.is_active


def test_a_second_factor_is_wiped_sessions_end_and_its_owner_is_told():
    person = personas.participant()
    TOTP.activate(person, "secret")
    old_session = person.get_session_auth_hash()

    changed = reset_second_factor(person, actor=as_secretary(), at=NOW)

    assert not Authenticator.objects.filter(user=person).exists()
    assert changed.get_session_auth_hash() != old_session
    assert Delivery.objects.get().recipient == person.email


def test_someone_logs_out_everywhere():
    person = personas.participant()
    old_session = person.get_session_auth_hash()

    changed = end_sessions(person, actor=Principal(person, Capacity.ACCOUNT), at=NOW)

    assert changed.get_session_auth_hash() != old_session
    assert Event.objects.get().action == "session.end_all"


def test_someone_changes_their_own_name():
    person = personas.participant()

    changed = change_own_name(
        person,
        name="Ander",
        function="leraar",
        actor=Principal(person, Capacity.ACCOUNT),
        at=NOW,
        seen=version_of(person),
    )

    assert (changed.name, changed.function) == ("Ander", "leraar")
    assert Event.objects.get().party == "account"
