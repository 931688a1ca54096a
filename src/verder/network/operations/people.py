"""Writes about people with an account: inviting, changing, and closing an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from verder.network import letters
from verder.network.acting import Principal
from verder.network.models import Body, BodyKind, Membership, Organisation, Person
from verder.network.operations.noting import note_person
from verder.network.operations.seats import SeatEntry, may_sit_in_council, refuse_last_one, seat
from verder.network.versions import check_version
from verder.post.owe import owe

DAY = timedelta(days=1)


class PersonRefusal(StrEnum):
    """Why an account stays as it was."""

    ADDRESS_TAKEN = "address_taken"
    SITS_IN_THE_COUNCIL = "sits_in_the_council"
    OWN_ACCOUNT = "own_account"
    CLOSED_ALREADY = "closed_already"


class PersonRefused(Exception):
    """The account stays as it was; `reason` says why."""

    def __init__(self, reason: PersonRefusal) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What is known of a person who works with Verder."""

    name: str
    email: str
    function: str = ""
    organisation: Organisation | None = None


@transaction.atomic
def invite_person(
    entry: PersonEntry, first_seat: SeatEntry, *, actor: Principal, at: datetime, demo: bool = False, told: bool = False
) -> Person:
    """Give someone an account and a first seat, and owe them a letter; raise PersonRefused or SeatRefused.

    An account of the demo belongs to nobody, so it gets no letter; who is `told` of it in another letter needs none.
    """
    person = Person(is_demo=demo)
    person.set_unusable_password()
    _fill(person, entry)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    event = note_person("person.invite", person, actor=actor, at=at, body=first_seat.body)
    seat(person, first_seat, actor=actor, at=at)
    if not (demo or told):
        owe(letters.invitation(), event=event.key, to=[person.email], at=at)
    return person


@transaction.atomic
def change_person(
    person: Person, entry: PersonEntry, *, actor: Principal, at: datetime, seen: str | None = None
) -> Person:
    """Change what is known of a person; raise ChangedMeanwhile or PersonRefused.

    Another mail address ends all sessions, and the old address hears that something changed.
    """
    current = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    check_version(current, seen)
    _refuse_leaving_council(current, entry.organisation, at)
    old_address = current.email
    _fill(current, entry)
    event = note_person("person.change", current, actor=actor, at=at)
    if current.email != old_address:
        _move_login(current)
        owe(letters.account_changed(), event=event.key, to=[old_address], at=at)
    return current


@transaction.atomic
def deactivate_person(person: Person, *, actor: Principal, at: datetime, seen: str | None = None) -> Person:
    """Close an account at once and end its seats; raise ChangedMeanwhile, PersonRefused or SeatRefused."""
    current = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    check_version(current, seen)
    _refuse_closing(current, actor)
    today = timezone.localdate(at)
    refuse_last_one(current, ends_on=today - DAY)
    _end_all_seats(current, at)
    current.is_active = False
    current.set_unusable_password()
    current.save()
    note_person("person.deactivate", current, actor=actor, at=at)
    return current


@transaction.atomic
def reset_second_factor(person: Person, *, actor: Principal, at: datetime, seen: str | None = None) -> Person:
    """Forget someone's second factor, so that they set up a new one at their next login; end their sessions.

    Raise ChangedMeanwhile, or PersonRefused for one's own account: that would make the second factor worthless.
    """
    current = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    check_version(current, seen)
    if actor.person is not None and actor.person.pk == current.pk:
        raise PersonRefused(PersonRefusal.OWN_ACCOUNT)
    Authenticator.objects.filter(user=current).delete()
    event = note_person("second_factor.reset", current, actor=actor, at=at)
    owe(letters.account_changed(), event=event.key, to=[current.email], at=at)
    return _end_sessions(current)


@transaction.atomic
def end_sessions(person: Person, *, actor: Principal, at: datetime) -> Person:
    """Log a person out everywhere."""
    current = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    note_person("session.end_all", current, actor=actor, at=at)
    return _end_sessions(current)


@transaction.atomic
def change_own_name(
    person: Person, *, name: str, function: str, actor: Principal, at: datetime, seen: str | None = None
) -> Person:
    """Change how a person is called and what they do; raise ChangedMeanwhile."""
    current = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    check_version(current, seen)
    current.name, current.function = name, function
    current.save()
    note_person("person.change", current, actor=actor, at=at)
    return current


def _fill(person: Person, entry: PersonEntry) -> None:
    address = entry.email.strip().lower()
    if Person.objects.filter(email=address).exclude(pk=person.pk).exists():
        raise PersonRefused(PersonRefusal.ADDRESS_TAKEN)
    person.name, person.email = entry.name, address
    person.function, person.organisation = entry.function, entry.organisation
    person.save()


def _move_login(person: Person) -> None:
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    _end_sessions(person)


def _end_sessions(person: Person) -> Person:
    """Give the unusable password another tail: every session was signed with the old one."""
    person.set_unusable_password()
    person.save()
    return person


def _refuse_closing(person: Person, actor: Principal) -> None:
    if actor.person is not None and actor.person.pk == person.pk:
        raise PersonRefused(PersonRefusal.OWN_ACCOUNT)
    if not person.is_active:
        raise PersonRefused(PersonRefusal.CLOSED_ALREADY)


def _refuse_leaving_council(person: Person, organisation: Organisation | None, at: datetime) -> None:
    today = timezone.localdate(at)
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    for council in Body.objects.filter(kind=BodyKind.COUNCIL, memberships__in=person.memberships.filter(held)):
        if not may_sit_in_council(organisation, council, on=today):
            raise PersonRefused(PersonRefusal.SITS_IN_THE_COUNCIL)


def _end_all_seats(person: Person, at: datetime) -> None:
    today = timezone.localdate(at)
    Membership.objects.filter(person=person, starts_on__gte=today).delete()
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    Membership.objects.filter(running, person=person).update(ends_on=today - DAY)
