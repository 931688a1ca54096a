"""Working groups: forming one, and its verdict on each dilemma."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import DilemmaPublication, GroupProduct, ServedDilemma, StepWords, WorkingGroup
from verder.deliberation.operations.agenda import bring_to
from verder.deliberation.operations.climb import Ascent, Hold, climb, refuse_second_click, require, take_hold
from verder.deliberation.operations.group_keeping import (
    NEW,
    GroupHasEnded,
    hold_group,
    in_network,
    note_group,
    refuse_others,
)
from verder.deliberation.operations.group_seats import end_specialists
from verder.deliberation.operations.telling import tell_members
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.rungs import Need
from verder.guidance.models import Publication, PublicationState
from verder.network.models import BodyKind, Person, Seat
from verder.network.operations.bodies import BodyEntry, found_body
from verder.network.operations.seats import SeatEntry, seat
from verder.textcheck import CheckedText


class DateHasPassed(Exception):
    """A group meets for the first time on a day to come."""


class NobodyInIt(Exception):
    """A group needs at least one member."""


class StaysTooLong(Exception):
    """A group stays for a year at most; after that the secretariat or its lead gives the reason again."""


LONGEST_STAY = timedelta(days=365)


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
    founder = in_network(hold.actor)
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
    what_was_tried: CheckedText,
    why_no_result: CheckedText,
    that_it_persists: CheckedText,
    asked_of_directors: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Bring a dilemma to the council with what the group found: routes, no result, that it persists, what is asked."""
    words = {
        Need.WHAT_WAS_TRIED: what_was_tried,
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
        end_specialists(group, actor=hold.actor, at=hold.at)
    return event


def _held(group: WorkingGroup | None) -> WorkingGroup | None:
    """Lock a group, so that of two last verdicts at the same moment one sees that the group has ended."""
    return (
        WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(pk=group.pk) if group else None
    )


@transaction.atomic
def let_stay(
    group: WorkingGroup, *, reason: CheckedText, until: date, actor: Actor, at: datetime, intent: Intent
) -> None:
    """Let a group meet more than once, for a stated reason and until a day; the rungs of its dilemmas stay as they are.

    Raise NotAllowed outside secretariat and lead, GroupHasEnded, DateHasPassed, StaysTooLong, or AlreadyTaken for a
    form that came in before.
    """
    refuse_others(group, actor)
    held, today = hold_group(group, intent=intent), timezone.localdate(at)
    if until <= today:
        raise DateHasPassed
    if until > today + LONGEST_STAY:
        raise StaysTooLong
    held.structural_reason, held.structural_until = reason.text, until
    held.save()
    note_group(group, "group.stays", actor, at=at, intent=intent, until=until.isoformat())


@transaction.atomic
def ask_in_public(
    group: WorkingGroup, *, question: CheckedText, actor: Actor, at: datetime, intent: Intent = NEW
) -> None:
    """Set the question that outsiders read; without one they read nothing of the group, also when it is done.

    Raise NotAllowed outside secretariat and lead, or AlreadyTaken for a form that came in before.
    """
    refuse_others(group, actor)
    held = WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(pk=group.pk)
    refuse_second_click(intent)
    held.public_question = question.text
    held.save(update_fields=["public_question"])
    note_group(held, "group.question", actor, at=at, intent=intent)


@transaction.atomic
def add_product(group: WorkingGroup, publication: Publication, *, actor: Actor, at: datetime) -> None:
    """Tie guidance to the group that made it; raise NotAllowed outside secretariat and lead."""
    refuse_others(group, actor)
    _product, is_new = GroupProduct.objects.get_or_create(group=group, publication=publication)
    if is_new:
        note_group(group, "product.added", actor, at=at, publication=str(publication.key))
