"""What a group still has to do: giving somebody a point, handing it over, and saying that it is done or not yet."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations.actions import CannotBeTheirs, DateHasPassed
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText
from verder.workspace.models import OpenPoint
from verder.workspace.operations.hold import Hold, NotForThem, hold_room, note
from verder.workspace.queries.together import may_settle, people_in, point_of


class PointChanged(Exception):
    """Somebody handed the point over or finished it since the sender saw it."""


@dataclass(frozen=True, slots=True)
class NewPoint:
    """What is to be done, by whom and when."""

    words: CheckedText
    owner: Person
    due_on: date


@transaction.atomic
def add_point(group: uuid.UUID, *, new: NewPoint, actor: Actor, at: datetime, intent: Intent) -> OpenPoint:
    """Note down what somebody of the group will do, and tell them.

    Raise CannotBeTheirs, DateHasPassed, and what `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    _refuse(hold, new.owner, new.due_on)
    point = OpenPoint.objects.create(
        group=hold.room.group, words=new.words.text, owner=new.owner, due_on=new.due_on, given_at=at
    )
    _tell(hold, point, note(hold, "point.added", point=str(point.key)))
    return point


@transaction.atomic
def hand_over_point(
    group: uuid.UUID, *, point: uuid.UUID, to: Person, due_on: date, actor: Actor, at: datetime, intent: Intent
) -> OpenPoint:
    """Let somebody else of the group do it, by a day of theirs, and tell them.

    Raise NotForThem for others than its owner, the lead and the secretariat, PointChanged when it is done or was handed
    over since the sender saw it, OpenPoint.DoesNotExist, and what `add_point` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    found = _theirs(hold, point)
    if found.done_at or intent.version not in {None, found.version}:
        raise PointChanged
    _refuse(hold, to, due_on)
    found.owner, found.due_on = to, due_on
    found.version += 1
    found.save()
    _tell(hold, found, note(hold, "point.handed_over", point=str(point)))
    return found


@transaction.atomic
def settle_point(group: uuid.UUID, *, point: uuid.UUID, is_done: bool, actor: Actor, at: datetime) -> OpenPoint:
    """Say that a point is done, or that it is not after all; twice the same changes nothing.

    Raise NotForThem for others than its owner, the lead and the secretariat, OpenPoint.DoesNotExist, and what
    `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=Intent(), shared=True)
    found = _theirs(hold, point)
    if is_done == (found.done_at is not None):
        return found
    found.done_by, found.done_at = (hold.person, at) if is_done else (None, None)
    found.save()
    note(hold, "point.done" if is_done else "point.reopened", point=str(point))
    return found


def _theirs(hold: Hold, point: uuid.UUID) -> OpenPoint:
    found = point_of(hold.room, point)
    if not may_settle(found, hold.room):
        raise NotForThem
    return found


def _refuse(hold: Hold, owner: Person, due_on: date) -> None:
    if not people_in(hold.room, on=hold.today).filter(pk=owner.pk).exists():
        raise CannotBeTheirs
    if due_on < hold.today:
        raise DateHasPassed


def _tell(hold: Hold, point: OpenPoint, event: Event) -> None:
    letter = Letter(
        subject=_("Er staat iets op uw naam in een werkgroep"),
        body=_("In uw werkgroep staat iets voor u te doen. Bekijk het hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse("group-points", args=[hold.room.group.body.key])},
    )
    owe(letter, event=event.key, to=[point.owner.email] if point.owner != hold.person else [], at=hold.at)
