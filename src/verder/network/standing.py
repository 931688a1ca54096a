"""What a person is in the house: their seats today, and what follows from them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from verder.network.models import Body, BodyKind, Membership, Person, Seat
from verder.network.queries import active_seats, neighbours_of

NOBODY = 0
"""A key that no person has."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who someone is today: a person with seats, or an outsider without either."""

    person: Person | None = None
    seats: tuple[Membership, ...] = ()
    neighbours: frozenset[int] = frozenset()
    """The bodies in which colleagues of the same organisation sit today."""
    origin: str | None = None
    """The address that they ask from; only an account has one."""

    @property
    def opaque_id(self) -> uuid.UUID | None:
        """The id under which events know this person; an outsider has none."""
        return self.person.opaque_id if self.person else None

    @property
    def is_signed_in(self) -> bool:
        """Whether a person with an account asks."""
        return self.person is not None

    @property
    def is_secretariat(self) -> bool:
        """Whether this person sits in the secretariat."""
        return self.sits_in(BodyKind.SECRETARIAT)

    @property
    def is_administrator(self) -> bool:
        """Whether this person keeps the installation running, and so sees no content."""
        return self.sits_in(BodyKind.ADMINISTRATION)

    @property
    def is_office(self) -> bool:
        """Whether this person looks after people, organisations and roles."""
        return self.is_secretariat or self.is_administrator

    @property
    def bodies(self) -> frozenset[int]:
        """The keys of all bodies that this person sits in today."""
        return frozenset(seat.body_id for seat in self.seats)

    @property
    def groups(self) -> frozenset[int]:
        """The keys of the working groups that this person sits in today."""
        return frozenset(seat.body_id for seat in self.seats if seat.body.kind == BodyKind.WORKING_GROUP)

    @property
    def led_groups(self) -> frozenset[int]:
        """The keys of the working groups that this person leads today."""
        return frozenset(seat.body_id for seat in self.seats if seat.seat == Seat.LEAD)

    def sits_in(self, kind: BodyKind) -> bool:
        """Tell whether this person has a seat in a body of that kind."""
        return any(seat.body.kind == kind for seat in self.seats)

    def chairs(self, kind: BodyKind) -> bool:
        """Tell whether this person is chair, or the chair's deputy, of the body of that kind."""
        return any(seat.body.kind == kind and seat.seat in {Seat.CHAIR, Seat.DEPUTY} for seat in self.seats)

    @property
    def is_specialist_only(self) -> bool:
        """Whether this person was invited for working groups and nothing else."""
        return bool(self.seats) and all(seat.seat == Seat.SPECIALIST for seat in self.seats)

    @property
    def is_in_the_community(self) -> bool:
        """Whether TLP:GREEN reaches this person: everyone with a seat, but specialists and administrators."""
        return bool(self.seats) and not self.is_specialist_only and not self.is_administrator


def standing_of(person: Person, on: date, *, origin: str | None = None) -> Standing:
    """Find out what a person is on a day, in two statements."""
    return Standing(person, tuple(active_seats(person, on)), neighbours_of(person, on), origin)


def any_member_of(body: Body) -> Standing:
    """Return somebody in a body who is nobody in particular, and so reads what each of its members may read.

    In a working group that is a specialist, whom the community's papers do not reach.
    """
    seat = Seat.SPECIALIST if body.kind == BodyKind.WORKING_GROUP else Seat.MEMBER
    return Standing(Person(pk=NOBODY), (Membership(body=body, seat=seat),))
