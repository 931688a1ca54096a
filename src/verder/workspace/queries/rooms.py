"""Which groups somebody may work in, and what the label of their work is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from verder.deliberation.models import Dilemma, WorkingGroup
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.tlp import Tlp, strictest
from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Served:
    """A dilemma that a group serves or served, and whether this reader may read it."""

    pk: int
    number: str
    tlp: Tlp
    may_read: bool


@dataclass(frozen=True, slots=True)
class Room:
    """The workspace of one group, as one person finds it."""

    group: WorkingGroup
    standing: Standing
    served: tuple[Served, ...]

    @property
    def tlp(self) -> Tlp:
        """The label of what the group shares: the strictest of all dilemmas that it serves or served."""
        return strictest(one.tlp for one in self.served)

    @property
    def readable(self) -> frozenset[int]:
        """The keys of the dilemmas that this person may read."""
        return frozenset(one.pk for one in self.served if one.may_read)

    @property
    def is_whole(self) -> bool:
        """Whether this person may read all the dilemmas, and so what the group shares about them together."""
        return all(one.may_read for one in self.served)

    @property
    def is_running(self) -> bool:
        """Whether the group still works; afterwards everything stays to be read."""
        return self.group.ended_at is None

    @property
    def is_looked_after(self) -> bool:
        """Whether this person leads the group or sits in the secretariat."""
        return self.standing.is_secretariat or self.group.body_id in self.standing.led_groups


def groups_worked_in(standing: Standing) -> QuerySet[WorkingGroup]:
    """Return the groups in whose workspace somebody comes: those that they sit in today; the secretariat in all."""
    groups = WorkingGroup.objects.select_related("body")
    return groups if standing.is_secretariat else groups.filter(body__in=standing.groups)


def find_room(key: uuid.UUID, standing: Standing) -> Room:
    """Find the workspace of a group by its body's key; raise WorkingGroup.DoesNotExist for who is not in it."""
    return room_of(groups_worked_in(standing).get(body__key=key), standing)


def room_of(group: WorkingGroup, standing: Standing) -> Room:
    """Read what a workspace is about, for somebody who comes in it."""
    may_read = Exists(dilemmas_visible_to(standing).filter(pk=OuterRef("pk")))
    served = Dilemma.objects.filter(pk__in=group.served.values("dilemma")).annotate(may_read=may_read)
    rows = served.order_by("pk").values_list("pk", "number", "tlp", "may_read")
    return Room(group, standing, tuple(Served(pk, number, Tlp(tlp), may) for pk, number, tlp, may in rows))
