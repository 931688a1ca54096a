"""All reads of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from verder.network.models import Membership

if TYPE_CHECKING:
    from datetime import date

    from verder.network.models import Person


def active_seats(person: Person, on: date) -> list[Membership]:
    """List the seats that a person holds on a day, each with its body, in one statement."""
    still_held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(still_held, person=person, starts_on__lte=on)
    return list(seats.select_related("body").order_by("body__kind", "body__name"))
