"""Meetings to come, and what stands on their agenda."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from verder.deliberation.models import AgendaItem, Dilemma, ItemKind, ItemState, Meeting, MeetingState
from verder.network.models import BodyKind


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
