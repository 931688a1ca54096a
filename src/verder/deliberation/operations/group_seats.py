"""Who sits in a working group: joining, specialists from outside and their last day, leaving, and being shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import AccessChange, WorkingGroup
from verder.deliberation.operations import group_letters
from verder.deliberation.operations.group_keeping import NEW, hold_group, in_network, note_group, refuse_others
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.operations.telling import tell_members
from verder.network.models import Membership, Person, Seat
from verder.network.operations.people import PersonEntry, invite_person
from verder.network.operations.seats import SeatEntry, end_seat, seat, show_seat
from verder.network.queries import person_at
from verder.post.owe import owe
from verder.textcheck import CheckedText

LONGEST_INVITATION = timedelta(days=365)
DAY = timedelta(days=1)


class InvitedForTooLong(Exception):
    """A specialist is invited for a year at most; after that the group asks again."""


class LastDayHasPassed(Exception):
    """Access ends on a day to come; to end it at once there is another way."""


class CameIn(Exception):
    """The specialist logged in already, so there is nobody to invite again."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A specialist from outside who is about to be invited, and the last day of the access."""

    name: str
    address: str
    organisation: str
    ends_on: date


@transaction.atomic
def join_group(group: WorkingGroup, person: Person, *, actor: Actor, at: datetime, intent: Intent = NEW) -> Membership:
    """Let somebody with an account join a group as a member, and tell them.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, SeatRefused, or AlreadyTaken for a form that came in
    before.
    """
    refuse_others(group, actor)
    held = hold_group(group, intent=intent)
    entry = SeatEntry(held.body, Seat.MEMBER, starts_on=timezone.localdate(at))
    membership = seat(person, entry, actor=in_network(actor), at=at)
    event = note_group(held, "group.joined", actor, at=at, intent=intent, person=str(person.opaque_id))
    tell_members(held.body, event.key, [person], by=actor, at=at)
    return membership


@transaction.atomic
def invite_specialist(
    group: WorkingGroup, guest: Guest, *, actor: Actor, at: datetime, intent: Intent = NEW
) -> Membership:
    """Give a specialist from outside a seat until a day, and an account if they have none; owe them one letter.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, InvitedForTooLong, PersonRefused, SeatRefused, or
    AlreadyTaken for a form that came in before.
    """
    refuse_others(group, actor)
    held = hold_group(group, intent=intent)
    _refuse_too_long(guest.ends_on, at)
    entry = SeatEntry(held.body, Seat.SPECIALIST, timezone.localdate(at), guest.ends_on, guest.organisation)
    known = person_at(guest.address)
    if known is None:
        person = invite_person(PersonEntry(guest.name, guest.address), entry, actor=in_network(actor), at=at, told=True)
        membership = person.memberships.get()
    else:
        membership = seat(known, entry, actor=in_network(actor), at=at)
    event = note_group(held, "group.joined", actor, at=at, intent=intent, person=str(membership.person.opaque_id))
    letter = group_letters.asked_as_specialist(held.body, guest.ends_on, is_new=known is None)
    owe(letter, event=event.key, to=[membership.person.email], at=at)
    return membership


@transaction.atomic
def invite_again(
    group: WorkingGroup, membership: Membership, *, actor: Actor, at: datetime, intent: Intent = NEW
) -> None:
    """Owe a specialist who never logged in the letter of their invitation once more.

    Raise NotAllowed outside secretariat and lead and for who is no specialist here, GroupHasEnded, CameIn for who
    logged in meanwhile, LastDayHasPassed, or AlreadyTaken for a form that came in before.
    """
    refuse_others(group, actor)
    held = hold_group(group, intent=intent)
    current = Membership.objects.select_related("person").get(pk=membership.pk)
    if current.body_id != held.body_id or current.seat != Seat.SPECIALIST:
        raise NotAllowed
    if current.person.last_login:
        raise CameIn
    if current.ends_on is None or current.ends_on < timezone.localdate(at):
        raise LastDayHasPassed
    event = note_group(held, "group.invited_again", actor, at=at, intent=intent, person=str(current.person.opaque_id))
    letter = group_letters.asked_as_specialist(held.body, current.ends_on, is_new=True)
    owe(letter, event=event.key, to=[current.person.email], at=at)


@transaction.atomic
def change_access(
    group: WorkingGroup,
    membership: Membership,
    *,
    ends_on: date,
    reason: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent = NEW,
) -> None:
    """Give a specialist a later or an earlier last day for a reason that the group reads, and tell them.

    Raise NotAllowed outside secretariat and lead and for who is no specialist here, GroupHasEnded, InvitedForTooLong,
    LastDayHasPassed, SeatRefused, or AlreadyTaken for a form that came in before.
    """
    refuse_others(group, actor)
    held = hold_group(group, intent=intent)
    if membership.body_id != held.body_id or membership.seat != Seat.SPECIALIST:
        raise NotAllowed
    if ends_on < timezone.localdate(at):
        raise LastDayHasPassed
    _refuse_too_long(ends_on, at)
    person = membership.person
    end_seat(membership, ends_on=ends_on, actor=in_network(actor), at=at)
    _keep_reason(held, person, reason.text, actor, at, until=ends_on)
    details = {"person": str(person.opaque_id), "ends_on": ends_on.isoformat()}
    event = note_group(held, "group.access_changed", actor, at=at, intent=intent, **details)
    owe(group_letters.access_changed(held.body, ends_on), event=event.key, to=[person.email], at=at)


@transaction.atomic
def leave_group(
    group: WorkingGroup,
    membership: Membership,
    *,
    reason: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent = NEW,
) -> None:
    """End somebody's seat in a group at once for a reason, and tell them.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, SeatRefused, or AlreadyTaken for a form that came in
    before.
    """
    refuse_others(group, actor)
    held = hold_group(group, intent=intent)
    if membership.body_id != held.body_id:
        raise NotAllowed
    _end_at_once(held, membership, reason.text, actor=actor, at=at, intent=intent)


def end_specialists(group: WorkingGroup, *, actor: Actor, at: datetime) -> None:
    """End the access of everyone from outside, now that the group has ended, and thank them."""
    held = Q(ends_on__gte=timezone.localdate(at))
    for membership in group.body.memberships.filter(held, seat=Seat.SPECIALIST).select_related("person").order_by("pk"):
        _end_at_once(group, membership, "", actor=actor, at=at)


@transaction.atomic
def let_be_shown(group: WorkingGroup, membership: Membership, *, shown: bool, actor: Actor, at: datetime) -> None:
    """Let the public page name somebody's role and organisation, or no longer; raise NotAllowed for another's seat."""
    if membership.body_id != group.body_id or membership.person_id != getattr(actor.standing.person, "pk", None):
        raise NotAllowed
    show_seat(membership, shown=shown, actor=in_network(actor), at=at)


def _end_at_once(
    group: WorkingGroup, membership: Membership, reason: str, *, actor: Actor, at: datetime, intent: Intent = NEW
) -> None:
    person = membership.person
    end_seat(membership, ends_on=timezone.localdate(at) - DAY, actor=in_network(actor), at=at)
    _keep_reason(group, person, reason, actor, at, until=None)
    event = note_group(group, "group.left", actor, at=at, intent=intent, person=str(person.opaque_id))
    owe(group_letters.access_ended(group.body), event=event.key, to=[person.email], at=at)


def _keep_reason(
    group: WorkingGroup, person: Person, reason: str, actor: Actor, at: datetime, *, until: date | None
) -> None:
    AccessChange.objects.create(group=group, person=person, until=until, reason=reason, by=actor.standing.person, at=at)


def _refuse_too_long(ends_on: date, at: datetime) -> None:
    if ends_on > timezone.localdate(at) + LONGEST_INVITATION:
        raise InvitedForTooLong
