"""A meeting as it is held, and what was recorded of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from verder.deliberation.models import (
    Action,
    AgendaItem,
    Dilemma,
    ItemRecord,
    Meeting,
    MeetingState,
    Presence,
    Proceedings,
)
from verder.deliberation.queries.actions import action_list_of
from verder.deliberation.queries.agenda import Point, agenda_of
from verder.domain.tlp import Tlp
from verder.network.models import Body, Person
from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Recorded:
    """An item with what was recorded at it, and the actions that were given there."""

    point: Point
    decision: str = ""
    minutes: str = ""
    version: int = 0
    edited_by: str = ""
    edited_at: datetime | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as it is held, as far as somebody may read it."""

    meeting: Meeting
    proceedings: Proceedings | None
    items: tuple[Recorded, ...]
    actions: tuple[Action, ...]
    present: tuple[Person, ...]

    @property
    def current(self) -> uuid.UUID | None:
        """The item that the meeting is at."""
        held = self.proceedings
        return held.current.key if held and held.current else None


def sitting_of(meeting: Meeting, standing: Standing) -> Sitting:
    """Read a meeting with everything recorded of it; words at an item are only given with what the item is about."""
    points = agenda_of(meeting, standing)
    proceedings = Proceedings.objects.select_related("current").filter(meeting=meeting).first()
    records = {
        record.item.key: record
        for record in ItemRecord.objects.filter(item__meeting=meeting).select_related("item", "edited_by")
    }
    actions = action_list_of(meeting, standing)
    return Sitting(
        meeting,
        proceedings,
        tuple(_recorded(point, records.get(point.key), actions) for point in points),
        tuple(actions),
        tuple(present_at(meeting)),
    )


def _recorded(point: Point, record: ItemRecord | None, actions: list[Action]) -> Recorded:
    given = tuple(action for action in actions if action.item and action.item.key == point.key)
    if record is None or not is_readable(point):
        return Recorded(point, actions=given)
    return Recorded(
        point,
        record.decision,
        record.minutes,
        record.version,
        record.edited_by.name,
        record.edited_at,
        given,
    )


def is_readable(point: Point) -> bool:
    """Tell whether a reader may read what an item is about."""
    if point.is_about_a_dilemma:
        return point.dilemma is not None
    return not point.is_about_a_text or point.text is not None


def dilemmas_told_of(sitting: Sitting) -> QuerySet[Dilemma]:
    """Return the dilemmas of which the lists and minutes of a meeting tell this reader; none of them is TLP:RED."""
    told = [one.point.dilemma.pk for one in sitting.items if one.point.dilemma]
    return Dilemma.objects.filter(pk__in=told).exclude(tlp=Tlp.RED).select_related("submitter")


def minutes_waiting(body: Body) -> QuerySet[Proceedings]:
    """Return the minutes of a body that were sent and wait for approval, the oldest meeting first."""
    waiting = Proceedings.objects.filter(
        meeting__body=body, minutes_sent_at__isnull=False, approved_at__isnull=True, meeting__state=MeetingState.HELD
    )
    return waiting.select_related("meeting__body").order_by("meeting__starts_at")


def present_at(meeting: Meeting) -> QuerySet[Person]:
    """Return who was at a meeting, by name."""
    present = Presence.objects.filter(meeting=meeting).values("person")
    return Person.objects.filter(pk__in=present).select_related("organisation").order_by("name", "pk")


def record_of(item: AgendaItem) -> ItemRecord:
    """Return what was written down at an item, the latest; raise ItemRecord.DoesNotExist where nothing was."""
    return ItemRecord.objects.select_related("edited_by").get(item=item)


def has_begun(meeting: Meeting) -> bool:
    """Tell whether somebody began to lead a meeting."""
    return Proceedings.objects.filter(meeting=meeting).exists()


def is_under_chatham_house(meeting: Meeting) -> bool:
    """Tell whether what is distributed of a meeting leaves out who said what."""
    return Proceedings.objects.filter(meeting=meeting, chatham_house=True).exists()
