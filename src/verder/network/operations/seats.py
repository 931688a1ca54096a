"""Writes about seats: who sits in which body, from when until when. Seats are the only roles there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from verder.network.acting import Capacity, Principal
from verder.network.models import Body, BodyKind, Membership, Organisation, Person, Seat
from verder.network.operations.noting import note_person
from verder.network.versions import check_version

DAY = timedelta(days=1)
KEPT_OCCUPIED = frozenset({BodyKind.SECRETARIAT, BodyKind.ADMINISTRATION})
SEATS_IN: dict[BodyKind, frozenset[Seat]] = {
    BodyKind.SECRETARIAT: frozenset({Seat.MEMBER}),
    BodyKind.ADMINISTRATION: frozenset({Seat.MEMBER}),
    BodyKind.PLATFORM: frozenset({Seat.MEMBER, Seat.CHAIR, Seat.DEPUTY}),
    BodyKind.COUNCIL: frozenset({Seat.MEMBER, Seat.CHAIR, Seat.DEPUTY}),
    BodyKind.WORKING_GROUP: frozenset({Seat.MEMBER, Seat.LEAD, Seat.SPECIALIST}),
}


class SeatRefusal(StrEnum):
    """Why a seat is not given, or not ended."""

    NO_ACCOUNT_ANY_MORE = "no_account_any_more"
    NOT_IN_THIS_BODY = "not_in_this_body"
    SPECIALIST_NEEDS_AN_END = "specialist_needs_an_end"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    SEATED_ALREADY = "seated_already"
    ADMINISTRATOR_HOLDS_NO_OTHER_SEAT = "administrator_holds_no_other_seat"
    OWN_SEAT = "own_seat"
    COUNCIL_SEATS_PARTICIPANTS_ONLY = "council_seats_participants_only"
    LAST_OF_THE_SECRETARIAT = "last_of_the_secretariat"
    LAST_ADMINISTRATOR = "last_administrator"
    ENDED_ALREADY = "ended_already"


class SeatRefused(Exception):
    """The seat stays as it was; `reason` says why."""

    def __init__(self, reason: SeatRefusal) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A seat in a body, from a date until a date (the last day it counts)."""

    body: Body
    seat: Seat
    starts_on: date
    ends_on: date | None = None
    on_behalf_of: str = ""


@transaction.atomic
def seat(person: Person, entry: SeatEntry, *, actor: Principal, at: datetime) -> Membership:
    """Give a person a seat; raise SeatRefused when it may not be theirs."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if actor.capacity == Capacity.ADMINISTRATION and actor.person == person:
        raise SeatRefused(SeatRefusal.OWN_SEAT)
    _refuse_seat(person, entry)
    membership = Membership.objects.create(
        person=person,
        body=entry.body,
        seat=entry.seat,
        starts_on=entry.starts_on,
        ends_on=entry.ends_on,
        on_behalf_of=entry.on_behalf_of,
    )
    details = {"seat": str(entry.seat), "starts_on": entry.starts_on.isoformat(), "ends_on": _iso(entry.ends_on)}
    note_person("seat.give", person, actor=actor, at=at, body=entry.body, details=details)
    return membership


@transaction.atomic
def end_seat(
    membership: Membership, *, ends_on: date, actor: Principal, at: datetime, seen: str | None = None
) -> Membership | None:
    """Let a seat count until and including a day; a seat that never counted then is taken away.

    Raise ChangedMeanwhile, or SeatRefused for the last one in the secretariat or the last administrator.
    """
    body = Body.objects.select_for_update().get(pk=membership.body_id)
    current = Membership.objects.select_for_update(of=("self",)).select_related("person").get(pk=membership.pk)
    check_version(current, seen)
    _refuse_end(current, body, ends_on, timezone.localdate(at))
    if current.ends_on is not None and ends_on > current.ends_on:
        longer = SeatEntry(body, Seat(current.seat), current.starts_on, ends_on)
        _refuse_beside_others(current.person, longer, besides=current.pk)
    details = {"seat": current.seat, "ends_on": ends_on.isoformat()}
    note_person("seat.end", current.person, actor=actor, at=at, body=body, details=details)
    if ends_on < current.starts_on:
        current.delete()
        return None
    current.ends_on = ends_on
    current.save(update_fields=["ends_on"])
    return current


@transaction.atomic
def show_seat(membership: Membership, *, shown: bool, actor: Principal, at: datetime) -> None:
    """Let outsiders read the role and the organisation of a seat, or no longer; do nothing where that is so already."""
    current = Membership.objects.select_for_update(of=("self",)).select_related("person", "body").get(pk=membership.pk)
    if (current.shown_since is not None) == shown:
        return
    current.shown_since = at if shown else None
    current.save(update_fields=["shown_since"])
    action = "seat.show" if shown else "seat.hide"
    note_person(action, current.person, actor=actor, at=at, body=current.body)


def may_sit_in_council(organisation: Organisation | None, council: Body, *, on: date) -> bool:
    """Tell whether an organisation may seat a director: it, or a part of it, takes part, or it is in the chair."""
    if organisation is None:
        return False
    if organisation.pk == council.chairing_organisation_id:
        return True
    takes_part = Q(person__organisation=organisation.pk) | Q(person__organisation__parent=organisation.pk)
    return _counting_on(on).filter(takes_part, body__kind=BodyKind.PLATFORM, person__is_active=True).exists()


def refuse_last_one(person: Person, *, ends_on: date) -> None:
    """Raise SeatRefused when the secretariat or the administration would stand empty without this person."""
    held = Membership.objects.filter(person=person, body__kind__in=KEPT_OCCUPIED)
    for membership in held.select_related("body").filter(_held_on(ends_on + DAY)):
        Body.objects.select_for_update().get(pk=membership.body_id)
        _refuse_empty(membership, membership.body, ends_on)


def _refuse_seat(person: Person, entry: SeatEntry) -> None:
    if not person.is_active:
        raise SeatRefused(SeatRefusal.NO_ACCOUNT_ANY_MORE)
    if entry.ends_on is not None and entry.ends_on < entry.starts_on:
        raise SeatRefused(SeatRefusal.ENDS_BEFORE_IT_STARTS)
    kind = BodyKind(entry.body.kind)
    if entry.seat not in SEATS_IN[kind]:
        raise SeatRefused(SeatRefusal.NOT_IN_THIS_BODY)
    if entry.seat == Seat.SPECIALIST and entry.ends_on is None:
        raise SeatRefused(SeatRefusal.SPECIALIST_NEEDS_AN_END)
    _refuse_beside_others(person, entry)
    if kind == BodyKind.COUNCIL and not may_sit_in_council(person.organisation, entry.body, on=entry.starts_on):
        raise SeatRefused(SeatRefusal.COUNCIL_SEATS_PARTICIPANTS_ONLY)


def _refuse_beside_others(person: Person, entry: SeatEntry, *, besides: int = 0) -> None:
    others = _at_the_same_time(person, entry).exclude(pk=besides)
    if others.filter(body=entry.body).exists():
        raise SeatRefused(SeatRefusal.SEATED_ALREADY)
    of_administrators = Q(body__kind=BodyKind.ADMINISTRATION)
    clashing = ~of_administrators if entry.body.kind == BodyKind.ADMINISTRATION else of_administrators
    if others.filter(clashing).exists():
        raise SeatRefused(SeatRefusal.ADMINISTRATOR_HOLDS_NO_OTHER_SEAT)


def _refuse_end(membership: Membership, body: Body, ends_on: date, today: date) -> None:
    if membership.ends_on is not None and membership.ends_on < today:
        raise SeatRefused(SeatRefusal.ENDED_ALREADY)
    if body.kind in KEPT_OCCUPIED:
        _refuse_empty(membership, body, ends_on)


def _refuse_empty(membership: Membership, body: Body, ends_on: date) -> None:
    others = _counting_on(ends_on + DAY).filter(body=body, person__is_active=True)
    if others.exclude(person=membership.person_id).exists():
        return
    if body.kind == BodyKind.ADMINISTRATION:
        raise SeatRefused(SeatRefusal.LAST_ADMINISTRATOR)
    raise SeatRefused(SeatRefusal.LAST_OF_THE_SECRETARIAT)


def _at_the_same_time(person: Person, entry: SeatEntry) -> QuerySet[Membership]:
    seats = Membership.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=entry.starts_on), person=person)
    return seats if entry.ends_on is None else seats.filter(starts_on__lte=entry.ends_on)


def _counting_on(day: date) -> QuerySet[Membership]:
    return Membership.objects.filter(_held_on(day))


def _held_on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
