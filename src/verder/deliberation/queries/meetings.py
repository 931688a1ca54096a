"""Meetings to come, and what stands on their agenda."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from verder.audit.queries import event_of_request
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, Dilemma, ItemKind, ItemState, Meeting, MeetingState
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.domain.rungs import Rung
from verder.network.models import Body, BodyKind, Seat
from verder.network.standing import Standing

WAITING_FOR = {BodyKind.PLATFORM: Rung.AWAITING_PLATFORM, BodyKind.COUNCIL: Rung.AWAITING_COUNCIL}
"""The rung on which a dilemma waits for a body."""
MEETS = (BodyKind.PLATFORM, BodyKind.COUNCIL, BodyKind.WORKING_GROUP)
RUNS_MEETINGS = frozenset({Seat.CHAIR, Seat.DEPUTY, Seat.LEAD})
BACKLOG_SHOWN = 50


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, time()))


def planned_meetings(kind: BodyKind, *, after: date) -> QuerySet[Meeting]:
    """Return the planned meetings of a body, from the day after `after`, first one first."""
    planned = Meeting.objects.filter(body__kind=kind, state=MeetingState.PLANNED)
    return planned.filter(starts_at__gte=start_of(after + timedelta(days=1))).order_by("starts_at")


def next_meeting_date(kind: BodyKind, *, after: date) -> date | None:
    """Return the date of the first planned meeting of a body after a day, if there is one."""
    starts_at = planned_meetings(kind, after=after).values_list("starts_at", flat=True).first()
    return timezone.localdate(starts_at) if starts_at else None


def item_to_decide(dilemma: Dilemma) -> AgendaItem | None:
    """Return the open item in which a body is to decide on the dilemma."""
    items = AgendaItem.objects.filter(dilemma=dilemma, state=ItemState.OPEN, kind=ItemKind.DECISION)
    return items.select_related("meeting__body").first()


def looks_after(standing: Standing, body: Body) -> bool:
    """Tell whether somebody looks after the meetings of a body: the secretariat, and who chairs or leads it."""
    runs = any(seat.body_id == body.pk and seat.seat in RUNS_MEETINGS for seat in standing.seats)
    return standing.is_secretariat or runs


def bodies_to_plan_for(standing: Standing) -> QuerySet[Body]:
    """Return the bodies whose meetings somebody may plan; a group that has ended meets no more."""
    bodies = Body.objects.filter(kind__in=MEETS, working_group__ended_at__isnull=True).order_by("kind", "name")
    if standing.is_secretariat:
        return bodies
    return bodies.filter(pk__in=[seat.body_id for seat in standing.seats if seat.seat in RUNS_MEETINGS])


def meetings_visible_to(standing: Standing) -> QuerySet[Meeting]:
    """Return the meetings of the bodies that somebody sits in; the secretariat sees all."""
    meetings = Meeting.objects.select_related("body")
    return meetings if standing.is_secretariat else meetings.filter(body__in=standing.bodies)


def meetings_to_come(standing: Standing) -> QuerySet[Meeting]:
    """Return the meetings that are planned, those among them that were not closed yet."""
    return meetings_visible_to(standing).filter(state=MeetingState.PLANNED)


def meetings_behind(standing: Standing) -> QuerySet[Meeting]:
    """Return the meetings that were held or cancelled."""
    return meetings_visible_to(standing).exclude(state=MeetingState.PLANNED)


def meeting_of_request(intent: Intent) -> uuid.UUID | None:
    """Return the key of the meeting that a form sent before has planned, if any."""
    event = event_of_request(intent.stored_key) if intent.stored_key else None
    return event.subject if event else None


@dataclass(frozen=True, slots=True)
class Point:
    """An item of an agenda; `dilemma` is None where it has none, or the reader may not read it."""

    key: uuid.UUID
    number: int
    kind: ItemKind
    state: ItemState
    title: str
    is_about_a_dilemma: bool
    dilemma: Line | None

    @property
    def awaits_decision(self) -> bool:
        """Whether the body still has to decide on a dilemma here."""
        return self.is_about_a_dilemma and self.kind is ItemKind.DECISION and self.state is ItemState.OPEN


def agenda_of(meeting: Meeting, standing: Standing) -> list[Point]:
    """Read the items of a meeting in their order, with what this reader may know of their dilemmas."""
    items = list(meeting.items.order_by("number").values_list("key", "number", "kind", "state", "title", "dilemma"))
    wanted = [dilemma for *_rest, dilemma in items if dilemma]
    readable = dilemmas_visible_to(standing).filter(pk__in=wanted)
    found = {line.pk: line for line in lines(readable, standing, limit=len(wanted))} if wanted else {}
    return [
        Point(key, number, ItemKind(kind), ItemState(state), title, dilemma is not None, found.get(dilemma))
        for key, number, kind, state, title, dilemma in items
    ]


def backlog_of(body: Body, standing: Standing) -> list[Line]:
    """Read the dilemmas that wait for a body, soonest date first; none for bodies that nothing waits for."""
    rung = WAITING_FOR.get(BodyKind(body.kind))
    if rung is None:
        return []
    waiting = dilemmas_visible_to(standing).filter(rung=rung).order_by("next_date", "pk")
    return lines(waiting, standing, limit=BACKLOG_SHOWN)
