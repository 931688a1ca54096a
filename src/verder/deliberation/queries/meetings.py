"""Meetings to come, and those behind."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from verder.audit.queries import event_of_request
from verder.deliberation.actor import Intent
from verder.deliberation.models import Invitation, InvitedAs, Manner, Meeting, MeetingState
from verder.domain.rungs import Rung
from verder.network.models import Body, BodyKind, Seat
from verder.network.standing import Standing

WAITING_FOR = {BodyKind.PLATFORM: Rung.AWAITING_PLATFORM, BodyKind.COUNCIL: Rung.AWAITING_COUNCIL}
"""The rung on which a dilemma waits for a body."""
MEETS = (BodyKind.PLATFORM, BodyKind.COUNCIL, BodyKind.WORKING_GROUP)
RUNS_MEETINGS = frozenset({Seat.CHAIR, Seat.DEPUTY, Seat.LEAD})


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
    """Return the meetings of the bodies that somebody sits in, and those to which they come instead of a member.

    The secretariat sees all. What a substitute reads of a dilemma there is still up to its label.
    """
    meetings = Meeting.objects.select_related("body")
    if standing.is_secretariat:
        return meetings
    instead = _substitutes().filter(person=standing.person) if standing.person else _substitutes().none()
    return meetings.filter(Q(body__in=standing.bodies) | Q(pk__in=instead.values("meeting")))


def substitutes_at(meeting: Meeting) -> QuerySet[Invitation]:
    """Return the invitations of who comes to a meeting instead of a member."""
    return _substitutes().filter(meeting=meeting)


def _substitutes() -> QuerySet[Invitation]:
    return Invitation.objects.filter(invited_as=InvitedAs.SUBSTITUTE, withdrawn_at__isnull=True)


def meetings_to_come(standing: Standing) -> QuerySet[Meeting]:
    """Return the meetings that are planned, those among them that were not closed yet."""
    return meetings_visible_to(standing).filter(state=MeetingState.PLANNED)


def meetings_behind(standing: Standing) -> QuerySet[Meeting]:
    """Return the meetings that were held or cancelled."""
    return meetings_visible_to(standing).exclude(state=MeetingState.PLANNED)


def meetings_for_everyone(*, since: date) -> QuerySet[Meeting]:
    """Return the meetings of which anyone may know the date, from a day on; those that were cancelled among them.

    A meeting in writing has no date on which anyone comes together.
    """
    open_ones = Meeting.objects.filter(body__dates_are_public=True, starts_at__gte=start_of(since))
    return open_ones.exclude(manner=Manner.IN_WRITING).select_related("body").order_by("starts_at", "pk")


def meeting_of_request(intent: Intent) -> uuid.UUID | None:
    """Return the key of the meeting that a form sent before has planned, if any."""
    event = event_of_request(intent.stored_key) if intent.stored_key else None
    return event.subject if event else None
