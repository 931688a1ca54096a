"""All reads of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from verder.domain.calendar import STANDARD_TERMS, Term
from verder.network.models import AllowedWord, Membership, Person, Profession, Seat, Theme, UrgentRoute
from verder.network.models import Term as TermRow

if TYPE_CHECKING:
    from datetime import date


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


def term_of(rung: str) -> Term:
    """Return how long a dilemma may stay on a rung: what people have set, or the standard."""
    row = TermRow.objects.filter(rung=rung).first()
    return Term(row.days, working_days=row.working_days) if row else STANDARD_TERMS[rung]


def urgent_routes() -> list[UrgentRoute]:
    """List where someone goes who cannot wait, in the order that was set."""
    return list(UrgentRoute.objects.all())


def allowed_words() -> frozenset[str]:
    """Return the names and places that the text check lets pass."""
    return frozenset(AllowedWord.objects.values_list("text", flat=True))


def themes() -> list[Theme]:
    """List the phenomena that a dilemma can be about, by name."""
    return list(Theme.objects.all())


def professions() -> list[Profession]:
    """List the kinds of professionals that guidance can be for, by name."""
    return list(Profession.objects.all())


def demo_accounts() -> list[Person]:
    """List the accounts that only the demo may have, in the order of their names."""
    return list(Person.objects.filter(is_demo=True).order_by("name"))


def person_at(address: str) -> Person | None:
    """Find the active person with a mail address, whatever its capitals."""
    return Person.objects.filter(email=address.strip().lower(), is_active=True).first()
