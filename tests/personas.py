"""The people of the mission, as tests need them; each call makes a person of its own."""

from __future__ import annotations

import itertools
from datetime import date, datetime

from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.network.models import Body, BodyKind, Membership, Organisation, OrganisationKind, Person, Seat
from verder.network.standing import standing_of

LONG_AGO = date(2020, 1, 1)
_serial = itertools.count(1)


def person(role: str, *, organisation: Organisation | None = None) -> Person:
    """Make somebody with an account and no seat."""
    serial = next(_serial)
    return Person.objects.create(
        email=f"{role}{serial}@voorbeeld.example", name=f"{role} {serial}", organisation=organisation
    )


def organisation(name: str = "") -> Organisation:
    """Make an organisation."""
    kind, _ = OrganisationKind.objects.get_or_create(name="gemeente")
    return Organisation.objects.create(name=name or f"Organisatie {next(_serial)}", kind=kind)


def seated(
    role: str,
    kind: BodyKind,
    seat: Seat = Seat.MEMBER,
    *,
    body: Body | None = None,
    organisation: Organisation | None = None,
    ends_on: date | None = None,
) -> Person:
    """Make somebody with a seat in a body."""
    made = person(role, organisation=organisation)
    chosen = body or Body.objects.get_or_create(kind=kind, defaults={"name": str(kind)})[0]
    Membership.objects.create(body=chosen, person=made, seat=seat, starts_on=LONG_AGO, ends_on=ends_on)
    return made


def secretary() -> Person:
    """Make somebody of the secretariat."""
    return seated("secretaris", BodyKind.SECRETARIAT)


def participant(*, organisation: Organisation | None = None) -> Person:
    """Make a participant of the Platform."""
    return seated("deelnemer", BodyKind.PLATFORM, organisation=organisation)


def platform_chair() -> Person:
    """Make the chair of the Platform."""
    return seated("voorzitter", BodyKind.PLATFORM, Seat.CHAIR)


def director() -> Person:
    """Make a director in the council."""
    return seated("bestuurder", BodyKind.COUNCIL)


def council_chair() -> Person:
    """Make the chair of the council."""
    return seated("beraadvoorzitter", BodyKind.COUNCIL, Seat.CHAIR)


def administrator() -> Person:
    """Make somebody who keeps the installation running."""
    return seated("beheerder", BodyKind.ADMINISTRATION)


def specialist(body: Body, *, ends_on: date) -> Person:
    """Make an outside expert in one working group, until a date."""
    return seated("specialist", BodyKind.WORKING_GROUP, Seat.SPECIALIST, body=body, ends_on=ends_on)


def colleague_of(other: Person) -> Person:
    """Make somebody with an account in the same organisation, with a seat in nothing but a group of their own."""
    own = Body.objects.create(kind=BodyKind.WORKING_GROUP, name=f"groep {next(_serial)}")
    return seated("collega", BodyKind.WORKING_GROUP, body=own, organisation=other.organisation)


def as_actor(someone: Person, at: datetime) -> Actor:
    """Return a person as who acts at a moment."""
    return Actor(standing_of(someone, timezone.localdate(at)))
