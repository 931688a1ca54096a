"""Working groups: forming one, and its verdict on each dilemma."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import DilemmaPublication, GroupProduct, ServedDilemma, StepWords, WorkingGroup
from verder.deliberation.operations.agenda import bring_to
from verder.deliberation.operations.climb import Ascent, Hold, climb, refuse_second_click, require, take_hold
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.operations.telling import tell_members
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.rungs import Need, Party
from verder.guidance.models import Publication, PublicationState
from verder.network import acting
from verder.network.models import BodyKind, Membership, Person, Seat
from verder.network.operations.bodies import BodyEntry, found_body
from verder.network.operations.seats import SeatEntry, end_seat, seat
from verder.textcheck import CheckedText


class DateHasPassed(Exception):
    """A group meets for the first time on a day to come."""


class GroupHasEnded(Exception):
    """The group has no dilemma left and has ended."""


class NobodyInIt(Exception):
    """A group needs at least one member."""


class StaysTooLong(Exception):
    """A group stays for a year at most; after that the secretariat or its lead gives the reason again."""


class InvitedForTooLong(Exception):
    """A specialist is invited for a year at most; after that the group asks again."""


LONGEST_INVITATION = LONGEST_STAY = timedelta(days=365)
DAY = timedelta(days=1)
NEW = Intent()


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group that is about to be formed: its name, who sits in it, who leads it, and when it first meets."""

    name: str
    members: Sequence[Person]
    lead: Person | None
    first_meeting_on: date
    public_question: str = ""


@transaction.atomic
def form_working_group(
    number: str, *, group: NewGroup | uuid.UUID, actor: Actor, at: datetime, intent: Intent
) -> WorkingGroup:
    """Give a dilemma to a new group, or to an existing one that is named by its body's key.

    Raise NobodyInIt, DateHasPassed or GroupHasEnded, and SeatRefused for who may not sit in a group.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    require(hold, "form_working_group")
    formed = _form(group, hold) if isinstance(group, NewGroup) else _existing(group)
    ServedDilemma.objects.create(group=formed, dilemma=hold.dilemma, since=at)
    bring_to(hold.dilemma, formed.body, at=at)
    details = {"group": str(formed.body.key)}
    event = climb(hold, "form_working_group", Ascent(met=frozenset({Need.GROUP_WITH_DATE}), details=details))
    if isinstance(group, NewGroup):
        tell_members(formed.body, event.key, _people_of(group), by=actor, at=at)
    return formed


def _people_of(group: NewGroup) -> list[Person]:
    people = {*group.members, *([group.lead] if group.lead else [])}
    return sorted(people, key=lambda person: person.pk)


def _form(group: NewGroup, hold: Hold) -> WorkingGroup:
    people = _people_of(group)
    if not people:
        raise NobodyInIt
    if group.first_meeting_on < hold.today:
        raise DateHasPassed
    founder = _in_network(hold.actor)
    body = found_body(BodyKind.WORKING_GROUP, BodyEntry(group.name), actor=founder, at=hold.at)
    for person in people:
        entry = SeatEntry(body, Seat.LEAD if person == group.lead else Seat.MEMBER, starts_on=hold.today)
        seat(person, entry, actor=founder, at=hold.at)
    return WorkingGroup.objects.create(
        body=body,
        assignment=_assignment_of(hold),
        public_question=group.public_question,
        first_meeting_on=group.first_meeting_on,
        formed_at=hold.at,
    )


def _assignment_of(hold: Hold) -> str:
    asked = StepWords.objects.filter(dilemma=hold.dilemma, need__in=[Need.ASSIGNMENT, Need.WHAT_MORE])
    return asked.order_by("pk").values_list("text", flat=True).last() or ""


def _existing(key: uuid.UUID) -> WorkingGroup:
    group = WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(body__key=key)
    if group.ended_at is not None:
        raise GroupHasEnded
    return group


@transaction.atomic
def deliver(number: str, *, message: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Record that the group has delivered: its published products answer the dilemma."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    products = _published_products(hold)
    met = frozenset({Need.PUBLISHED_PRODUCT}) if products else frozenset[Need]()
    event = _give_verdict(hold, "deliver", {Need.MESSAGE_TO_SUBMITTER: message}, met=met)
    for publication in products:
        DilemmaPublication.objects.get_or_create(dilemma=hold.dilemma, publication=publication, defaults={"at": at})
    return event


def _published_products(hold: Hold) -> list[Publication]:
    group = group_at_work_on(hold.dilemma)
    products = GroupProduct.objects.filter(group=group, publication__state=PublicationState.PUBLISHED)
    return [product.publication for product in products.select_related("publication")]


@transaction.atomic
def report_back(number: str, *, to_decide: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Bring a dilemma back to the Platform with what it must decide."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return _give_verdict(hold, "report_back", {Need.TO_DECIDE: to_decide})


@transaction.atomic
def let_lapse(
    number: str, *, why_gone: CheckedText, message: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Record that the dilemma no longer exists, and why."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return _give_verdict(hold, "let_lapse", {Need.WHY_GONE: why_gone, Need.MESSAGE_TO_SUBMITTER: message})


@transaction.atomic
def escalate(
    number: str,
    *,
    why_no_result: CheckedText,
    that_it_persists: CheckedText,
    asked_of_directors: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Bring a dilemma to the council: no concrete result, it persists, and this is asked of the directors."""
    words = {
        Need.WHY_NO_RESULT: why_no_result,
        Need.THAT_IT_PERSISTS: that_it_persists,
        Need.ASKED_OF_DIRECTORS: asked_of_directors,
    }
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return _give_verdict(hold, "escalate", words)


def _give_verdict(
    hold: Hold, step: str, words: Mapping[Need, CheckedText], *, met: frozenset[Need] = frozenset()
) -> Event:
    group = _held(group_at_work_on(hold.dilemma))
    event = climb(hold, step, Ascent(words=words, met=met, details={"group": str(group.body.key)} if group else {}))
    ServedDilemma.objects.filter(dilemma=hold.dilemma, until__isnull=True).update(until=hold.at, verdict=step)
    if group and not group.served.filter(until__isnull=True).exists():
        WorkingGroup.objects.filter(pk=group.pk).update(ended_at=hold.at)
    return event


def _held(group: WorkingGroup | None) -> WorkingGroup | None:
    """Lock a group, so that of two last verdicts at the same moment one sees that the group has ended."""
    return (
        WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(pk=group.pk) if group else None
    )


@transaction.atomic
def join_group(
    group: WorkingGroup,
    person: Person,
    *,
    as_seat: Seat,
    ends_on: date | None,
    actor: Actor,
    at: datetime,
    intent: Intent = NEW,
) -> Membership:
    """Give somebody a seat in a group, and tell them; a specialist's access ends by itself on `ends_on`.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, InvitedForTooLong, SeatRefused, or AlreadyTaken for a
    form that came in before.
    """
    _refuse_others(group, actor)
    today = timezone.localdate(at)
    if WorkingGroup.objects.select_for_update().get(pk=group.pk).ended_at is not None:
        raise GroupHasEnded
    refuse_second_click(intent)
    if as_seat == Seat.SPECIALIST and ends_on is not None and ends_on > today + LONGEST_INVITATION:
        raise InvitedForTooLong
    entry = SeatEntry(group.body, as_seat, starts_on=today, ends_on=ends_on)
    membership = seat(person, entry, actor=_in_network(actor), at=at)
    event = _record(group, "group.joined", actor, at=at, intent=intent, person=str(person.opaque_id))
    tell_members(group.body, event.key, [person], by=actor, at=at)
    return membership


@transaction.atomic
def leave_group(group: WorkingGroup, membership: Membership, *, actor: Actor, at: datetime) -> None:
    """End somebody's seat in a group at once; raise NotAllowed outside secretariat and lead, or SeatRefused."""
    _refuse_others(group, actor)
    if membership.body_id != group.body_id:
        raise NotAllowed
    end_seat(membership, ends_on=timezone.localdate(at) - DAY, actor=_in_network(actor), at=at)
    _record(group, "group.left", actor, at=at, person=str(membership.person.opaque_id))


@transaction.atomic
def let_stay(
    group: WorkingGroup, *, reason: CheckedText, until: date, actor: Actor, at: datetime, intent: Intent
) -> None:
    """Let a group meet more than once, for a stated reason and until a day; the rungs of its dilemmas stay as they are.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, DateHasPassed, StaysTooLong, or AlreadyTaken for a
    form that came in before.
    """
    _refuse_others(group, actor)
    held = WorkingGroup.objects.select_for_update().get(pk=group.pk)
    refuse_second_click(intent)
    today = timezone.localdate(at)
    if held.ended_at is not None:
        raise GroupHasEnded
    if until <= today:
        raise DateHasPassed
    if until > today + LONGEST_STAY:
        raise StaysTooLong
    held.structural_reason, held.structural_until = reason.text, until
    held.save()
    _record(group, "group.stays", actor, at=at, intent=intent, until=until.isoformat())


def _refuse_others(group: WorkingGroup, actor: Actor) -> None:
    if not (actor.standing.is_secretariat or group.body_id in actor.standing.led_groups):
        raise NotAllowed


def _in_network(actor: Actor) -> acting.Principal:
    as_secretary = actor.standing.is_secretariat
    capacity = acting.Capacity.SECRETARIAT if as_secretary else acting.Capacity.ACCOUNT
    return acting.Principal(actor.standing.person, capacity, actor.standing.origin)


@transaction.atomic
def add_product(group: WorkingGroup, publication: Publication, *, actor: Actor, at: datetime) -> None:
    """Tie guidance to the group that made it; raise NotAllowed outside secretariat and lead."""
    _refuse_others(group, actor)
    _product, is_new = GroupProduct.objects.get_or_create(group=group, publication=publication)
    if is_new:
        _record(group, "product.added", actor, at=at, publication=str(publication.key))


def _record(
    group: WorkingGroup, action: str, actor: Actor, *, at: datetime, intent: Intent = NEW, **details: str
) -> Event:
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party.WORKING_GROUP
    happening = Happening(
        action=action,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="group",
        subject=group.body.key,
        request_key=intent.stored_key,
        details=details,
    )
    return record(happening, at=at)
