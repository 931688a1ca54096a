"""What a group shares besides its texts: the discussion, what is still to be done, and papers.

All of it has the label of the group's work, so give these only a room that is whole.
"""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from verder.deliberation.models import Action
from verder.deliberation.queries.actions import actions_to_do
from verder.files.models import LookState
from verder.files.queries import READABLE
from verder.network.models import Membership, Person
from verder.workspace.models import Contribution, GroupPaper, OpenPoint
from verder.workspace.queries.rooms import Room

MOST_PAPERS = 30
"""Papers of one group."""
_SEEN = ~Q(file__state=LookState.TO_LOOK_AT)


def discussion_of(room: Room) -> QuerySet[Contribution]:
    """Return what was said in a group."""
    return Contribution.objects.filter(group=room.group).select_related("by", "decided_by")


def decisions_of(room: Room) -> QuerySet[Contribution]:
    """Return what a group decided."""
    return discussion_of(room).filter(decided_at__isnull=False)


def points_of(room: Room) -> QuerySet[OpenPoint]:
    """Return what a group has to do or did."""
    return OpenPoint.objects.filter(group=room.group).select_related("owner", "done_by")


def point_of(room: Room, key: uuid.UUID) -> OpenPoint:
    """Find a point; raise OpenPoint.DoesNotExist."""
    return points_of(room).get(key=key)


def may_settle(point: OpenPoint, room: Room) -> bool:
    """Tell whether somebody says what becomes of a point: its owner, who leads the group, and the secretariat."""
    return room.is_looked_after or point.owner == room.standing.person


def actions_left(room: Room) -> QuerySet[Action]:
    """Return what was given to somebody at a meeting of the group and is still to be done."""
    return actions_to_do(room.standing).filter(meeting__body=room.group.body_id).order_by("due_on", "pk")


def people_in(room: Room, *, on: date) -> QuerySet[Person]:
    """Return who can be given something to do: who sits in the group on a day, and the secretariat."""
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seat = Q(body=room.group.body_id) | Q(body__kind="secretariat")
    seats = Membership.objects.filter(held, seat, starts_on__lte=on)
    return Person.objects.filter(pk__in=seats.values("person"), is_active=True).order_by("name", "pk")


def papers_in(room: Room) -> QuerySet[GroupPaper]:
    """Return the papers of a group; what waits for a look only to who looks after the group, and to who brought it."""
    theirs = Q() if room.is_looked_after else _SEEN | Q(by=room.standing.person)
    return GroupPaper.objects.filter(READABLE, theirs, group=room.group).select_related("file", "by").order_by("pk")


def paper_in(room: Room, file: uuid.UUID) -> GroupPaper:
    """Find a paper of a group; raise GroupPaper.DoesNotExist for who may not read it."""
    return papers_in(room).get(file__key=file)
