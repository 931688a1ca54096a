"""What a group still has to do: giving somebody a point, and saying that it is done or not yet."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations.actions import CannotBeTheirs, DateHasPassed
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText
from verder.workspace.models import OpenPoint
from verder.workspace.operations.hold import Hold, NotForThem, hold_room, note
from verder.workspace.queries.together import people_in, point_of


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
    if not people_in(hold.room, on=hold.today).filter(pk=new.owner.pk).exists():
        raise CannotBeTheirs
    if new.due_on < hold.today:
        raise DateHasPassed
    point = OpenPoint.objects.create(
        group=hold.room.group, words=new.words.text, owner=new.owner, due_on=new.due_on, given_at=at
    )
    event = note(hold, "point.added", point=str(point.key))
    owe(_letter(hold), event=event.key, to=[point.owner.email] if point.owner != hold.person else [], at=at)
    return point


@transaction.atomic
def settle_point(group: uuid.UUID, *, point: uuid.UUID, is_done: bool, actor: Actor, at: datetime) -> OpenPoint:
    """Say that a point is done, or that it is not after all; twice the same changes nothing.

    Raise NotForThem for others than its owner, the lead and the secretariat, OpenPoint.DoesNotExist, and what
    `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=Intent(), shared=True)
    found = point_of(hold.room, point)
    if not (hold.room.is_looked_after or found.owner == hold.person):
        raise NotForThem
    if is_done == (found.done_at is not None):
        return found
    found.done_by, found.done_at = (hold.person, at) if is_done else (None, None)
    found.save()
    note(hold, "point.done" if is_done else "point.reopened", point=str(point))
    return found


def _letter(hold: Hold) -> Letter:
    return Letter(
        subject=_("Er staat iets op uw naam in een werkgroep"),
        body=_("In uw werkgroep staat iets voor u te doen. Bekijk het hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse("group-points", args=[hold.room.group.body.key])},
    )
