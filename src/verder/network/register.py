"""Reads for the pages of accounts and of the office."""

from __future__ import annotations

import uuid
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Count, Prefetch, Q, QuerySet

from verder.domain.calendar import STANDARD_TERMS, Term
from verder.network.models import (
    AllowedWord,
    Body,
    BodyKind,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Profession,
    Theme,
    UrgentRoute,
)
from verder.network.models import Term as TermRow

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
LONGEST_LIST = 500
CONFIDENTIAL = Q(confidential=True) | Q(kind=BodyKind.WORKING_GROUP)
"""Bodies of which outside the secretariat only those who sit in them know who does; working groups always are."""


def is_last_second_factor(person: Person, pk: int) -> bool:
    """Tell whether a person could not log in any more without this one; recovery codes alone do not count."""
    factors = Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS)
    return not factors.exclude(pk=pk).exists()


def second_factors_of(person: Person) -> list[Authenticator]:
    """List what a person can take the second step with, in the order in which it came."""
    return list(Authenticator.objects.filter(user=person).order_by("pk"))


def people_matching(words: str, *, on: date, with_confidential: bool) -> QuerySet[Person]:
    """Return the people whose name, address or organisation holds the words, with the seats that they hold."""
    found = Q(name__icontains=words) | Q(email__icontains=words) | Q(organisation__name__icontains=words)
    held = _shown_seats(with_confidential=with_confidential).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))
    return (
        Person.objects.filter(found)
        .select_related("organisation")
        .prefetch_related(Prefetch("memberships", queryset=held, to_attr="seats_held"))
    )


def person_with_key(pk: int) -> Person:
    """Return a person as stored now; raise Person.DoesNotExist."""
    return Person.objects.select_related("organisation").get(pk=pk)


def person_known_as(opaque_id: uuid.UUID) -> Person:
    """Return the person with an opaque id; raise Person.DoesNotExist."""
    return Person.objects.select_related("organisation").get(opaque_id=opaque_id)


def seats_of(person: Person, *, with_confidential: bool) -> list[Membership]:
    """List the seats of a person, also past ones, the latest first."""
    seats = _shown_seats(with_confidential=with_confidential).filter(person=person)
    return list(seats.order_by("-starts_on", "-pk")[:LONGEST_LIST])


def seat_with_key(pk: int, *, with_confidential: bool) -> Membership:
    """Return a seat with its person and body; raise Membership.DoesNotExist."""
    return _shown_seats(with_confidential=with_confidential).select_related("person").get(pk=pk)


def bodies_to_show(*, with_confidential: bool) -> QuerySet[Body]:
    """Return the bodies by name; who may not know who sits in a confidential one, does not see it."""
    bodies = Body.objects.select_related("chairing_organisation").order_by("name", "pk")
    return bodies if with_confidential else bodies.filter(~CONFIDENTIAL)


def body_with_key(key: uuid.UUID) -> Body:
    """Return a body; raise Body.DoesNotExist."""
    return Body.objects.select_related("chairing_organisation").get(key=key)


def organisations_matching(words: str) -> QuerySet[Organisation]:
    """Return the organisations whose name or kind holds the words."""
    found = Q(name__icontains=words) | Q(kind__name__icontains=words)
    return Organisation.objects.filter(found).select_related("kind", "parent")


def organisations() -> QuerySet[Organisation]:
    """Return all organisations by name, to choose from."""
    return Organisation.objects.order_by("name", "pk")


def organisation_with_key(pk: int) -> Organisation:
    """Return an organisation; raise Organisation.DoesNotExist."""
    return Organisation.objects.select_related("kind", "parent").get(pk=pk)


def organisation_kinds() -> QuerySet[OrganisationKind]:
    """Return the kinds of organisations in their order."""
    return OrganisationKind.objects.order_by("position", "name")


def kinds_with_numbers() -> list[OrganisationKind]:
    """List the kinds of organisations, each with the number of its organisations as `number`."""
    return list(organisation_kinds().annotate(number=Count("organisations")))


def terms() -> dict[str, Term]:
    """Return the term of each rung that has one: what people have set, or the standard."""
    rows = {row.rung: Term(row.days, working_days=row.working_days) for row in TermRow.objects.all()}
    return {rung: rows.get(rung, standard) for rung, standard in STANDARD_TERMS.items()}


def route_with_key(pk: int) -> UrgentRoute:
    """Return an urgent route; raise UrgentRoute.DoesNotExist."""
    return UrgentRoute.objects.get(pk=pk)


def profession_with_key(pk: int) -> Profession:
    """Return a profession; raise Profession.DoesNotExist."""
    return Profession.objects.get(pk=pk)


def theme_with_key(pk: int) -> Theme:
    """Return a theme; raise Theme.DoesNotExist."""
    return Theme.objects.get(pk=pk)


def words_to_show() -> list[AllowedWord]:
    """List the names and places that the text check lets pass, and who let them."""
    return list(AllowedWord.objects.select_related("allowed_by").order_by("text")[:LONGEST_LIST])


def word_with_key(pk: int) -> AllowedWord:
    """Return an allowed word; raise AllowedWord.DoesNotExist."""
    return AllowedWord.objects.get(pk=pk)


def _shown_seats(*, with_confidential: bool) -> QuerySet[Membership]:
    seats = Membership.objects.select_related("body").order_by("body__name", "starts_on")
    return seats if with_confidential else seats.exclude(body__in=Body.objects.filter(CONFIDENTIAL))
