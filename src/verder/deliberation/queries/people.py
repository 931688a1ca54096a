"""Whom a letter about a dilemma goes to."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from verder.deliberation.models import Dilemma, Submitter
from verder.domain.ladder import responsible_now
from verder.domain.rungs import Party, Rung
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person, Seat

CHAIRS = (Seat.CHAIR, Seat.DEPUTY)


def submitters_to_tell(dilemma: Dilemma) -> QuerySet[Submitter]:
    """Return who put this dilemma in, or one that joined it, and wants mail at a confirmed address."""
    followed = Dilemma.objects.filter(Q(pk=dilemma.pk) | Q(merged_into=dilemma))
    reachable = Submitter.objects.filter(email_confirmed_at__isnull=False, wants_mail=True)
    return reachable.filter(dilemma__in=followed).select_related("dilemma")


def people_responsible(dilemma: Dilemma, *, on: date) -> QuerySet[Person]:
    """Return the people with an account who have to move this dilemma on; under TLP:RED only those named.

    Where the party itself has nobody to tell (no chair, no lead), it is up to the secretariat.
    """
    party = responsible_now(Rung(dilemma.rung), dilemma.next_date, on)
    if party is None or party is Party.SUBMITTER:
        return Person.objects.none()
    people = readers_under_label(_speakers(party, dilemma, on), dilemma)
    return people if people.exists() else secretariat_for(dilemma, on)


def _speakers(party: Party, dilemma: Dilemma, on: date) -> QuerySet[Person]:
    if party is Party.SECRETARIAT:
        return Person.objects.none()
    if party is Party.WORKING_GROUP:
        return seated(
            on,
            memberships__seat=Seat.LEAD,
            memberships__body__working_group__served__dilemma=dilemma,
            memberships__body__working_group__served__until__isnull=True,
        )
    return seated(on, memberships__body__kind=BodyKind(party), memberships__seat__in=CHAIRS)


def secretariat_for(dilemma: Dilemma, on: date) -> QuerySet[Person]:
    """Return the handler of a dilemma, or the whole secretariat while nobody in it handles it."""
    members = readers_under_label(secretariat_on(on), dilemma)
    handling = members.filter(dilemmas=dilemma)
    return handling if handling.exists() else members


def readers_under_label(people: QuerySet[Person], dilemma: Dilemma) -> QuerySet[Person]:
    """Leave out, under TLP:RED, everyone who is not named."""
    if dilemma.tlp != Tlp.RED:
        return people
    return people.filter(pk__in=dilemma.named_readers.values("person"))


def names_in_secretariat(day: date) -> list[tuple[int, str]]:
    """List who sits in the secretariat on a day, as key and name."""
    return list(secretariat_on(day).values_list("pk", "name"))


def secretariat_on(day: date) -> QuerySet[Person]:
    """Return who sits in the secretariat on a day."""
    return seated(day, memberships__body__kind=BodyKind.SECRETARIAT)


def chairs_of(kind: BodyKind, dilemma: Dilemma, on: date) -> QuerySet[Person]:
    """Return the chair of a body and the deputy, as far as they may read a dilemma."""
    return readers_under_label(seated(on, memberships__body__kind=kind, memberships__seat__in=CHAIRS), dilemma)


def seated(on: date, **seat: object) -> QuerySet[Person]:
    """Return the active people who hold such a seat on a day."""
    held = Q(memberships__ends_on__isnull=True) | Q(memberships__ends_on__gte=on)
    people = Person.objects.filter(held, memberships__starts_on__lte=on, is_active=True, **seat)
    return people.order_by("pk").distinct()


def people_at_work(day: date) -> QuerySet[Person]:
    """Return the active people who can be given work with content, by name: everybody but administrators."""
    administrators = seated(day, memberships__body__kind=BodyKind.ADMINISTRATION)
    people = Person.objects.filter(is_active=True).exclude(pk__in=administrators.values("pk"))
    return people.select_related("organisation").order_by("name", "pk")


def named_readers_of(dilemma: Dilemma) -> QuerySet[Person]:
    """Return who was named as reader of a dilemma, by name."""
    named = dilemma.named_readers.values("person")
    return Person.objects.filter(pk__in=named).select_related("organisation").order_by("name", "pk")
