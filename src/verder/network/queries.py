"""All reads of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from verder.network.models import Membership, Seat

if TYPE_CHECKING:
    from datetime import date

    from verder.network.models import Person


def active_seats(person: Person, on: date) -> list[Membership]:
    """List the seats that a person holds on a day, each with its body, in one statement."""
    still_held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(still_held, person=person, starts_on__lte=on)
    return list(seats.select_related("body").order_by("body__kind", "body__name"))


def neighbours_of(person: Person, on: date) -> frozenset[int]:
    """Return the keys of the bodies in which somebody of the person's organisation is a member on a day."""
    if person.organisation_id is None:
        return frozenset()
    still_held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(still_held, person__organisation=person.organisation_id, starts_on__lte=on)
    return frozenset(seats.exclude(seat=Seat.SPECIALIST).values_list("body_id", flat=True))
