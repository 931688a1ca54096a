"""What waits for somebody: the secretariat's one screen, and the smaller one of everybody else.

Every read here is bounded: it takes the first rows of an index, and counts no further than a cap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet

from verder.deliberation.models import (
    TOGETHER,
    Commitment,
    CommitmentState,
    Dilemma,
    Meeting,
    MeetingState,
    Message,
    ServedDilemma,
    Tally,
)
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.meetings import start_of
from verder.domain.rungs import Party, Rung
from verder.network.models import Body, BodyKind
from verder.network.standing import Standing

CAP = 100
WEEK = timedelta(days=7)
UNREAD_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many dilemmas stand on a rung, and how many of them are late: counted up to the cap."""

    number: int
    late: int


def crowds(standing: Standing, *, today: date) -> dict[str, Crowd]:
    """Count by rung, in one statement: all from the tallies, the late ones up to the cap."""
    late = dilemmas_visible_to(standing).filter(rung=OuterRef("place"), next_date__lt=today).order_by("next_date")
    counted = Func(ArraySubquery(late.values("pk")[:CAP]), function="cardinality", output_field=IntegerField())
    rows = Tally.objects.filter(year=0, number__gt=0).annotate(late=counted)
    return {row.place: Crowd(row.number, row.late) for row in rows}


def new_ones(standing: Standing) -> QuerySet[Dilemma]:
    """Return the dilemmas at intake that nobody handles yet, oldest first."""
    return dilemmas_visible_to(standing).filter(rung=Rung.INTAKE, handler=None).order_by("submitted_at")


def answered_by_submitter(standing: Standing) -> QuerySet[Dilemma]:
    """Return the dilemmas whose submitter wrote something that nobody has read yet."""
    unread = Message.objects.filter(party=Party.SUBMITTER, read_at__isnull=True).order_by("at")
    return dilemmas_visible_to(standing).filter(pk__in=unread.values("dilemma")[:UNREAD_AT_ONCE]).order_by("pk")


def late_ones(standing: Standing, *, today: date) -> QuerySet[Dilemma]:
    """Return the dilemmas whose date has passed, whoever has to move them; latest first."""
    return dilemmas_visible_to(standing).filter(next_date__lt=today).order_by("next_date", "pk")


def due_this_week(standing: Standing, *, today: date) -> QuerySet[Dilemma]:
    """Return the dilemmas that have to move within a week, soonest first."""
    due = dilemmas_visible_to(standing).filter(next_date__gte=today, next_date__lte=today + WEEK)
    return due.order_by("next_date", "pk")


def waiting_for_others(standing: Standing, *, today: date) -> QuerySet[Dilemma]:
    """Return the dilemmas that others have to move, later than this week."""
    later = dilemmas_visible_to(standing).filter(next_date__gt=today + WEEK)
    return later.exclude(responsible=Party.SECRETARIAT).order_by("next_date", "pk")


def waiting_on(standing: Standing, rung: Rung) -> QuerySet[Dilemma]:
    """Return the dilemmas that wait on a rung, soonest first."""
    return dilemmas_visible_to(standing).filter(rung=rung).order_by("next_date", "pk")


def to_look_at_again(standing: Standing, *, today: date) -> QuerySet[Dilemma]:
    """Return the unsolved dilemmas whose date to look again has come."""
    again = dilemmas_visible_to(standing).filter(rung=Rung.UNSOLVED, look_again_on__lte=today)
    return again.order_by("look_again_on", "pk")


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a body meets: what is planned from today on, and in person in this year and the next."""

    kind: BodyKind
    name: str
    asked: int
    to_come: int
    this_year: int
    next_year: int
    looks_ahead: int
    """How many months before a year begins its meetings are looked for."""


def cadences(*, today: date) -> dict[BodyKind, Cadence]:
    """Return how often Platform and council meet, by their kind."""
    bodies = Body.objects.filter(kind__in=[BodyKind.PLATFORM, BodyKind.COUNCIL]).annotate(
        to_come=Count("meetings", filter=_meets(start_of(today)) & Q(meetings__state=MeetingState.PLANNED)),
        this_year=Count("meetings", filter=_in_person(today.year)),
        next_year=Count("meetings", filter=_in_person(today.year + 1)),
    )
    return {
        BodyKind(body.kind): Cadence(
            BodyKind(body.kind),
            body.name,
            body.meetings_per_year,
            body.to_come,
            body.this_year,
            body.next_year,
            body.warns_months_ahead,
        )
        for body in bodies
    }


def _meets(since: datetime, before: datetime | None = None) -> Q:
    condition = Q(meetings__starts_at__gte=since)
    return condition & Q(meetings__starts_at__lt=before) if before else condition


def _in_person(year: int) -> Q:
    within = _meets(start_of(date(year, 1, 1)), start_of(date(year + 1, 1, 1)))
    return within & Q(meetings__manner__in=TOGETHER) & ~Q(meetings__state=MeetingState.CANCELLED)


def waiting_for_bodies_of(standing: Standing) -> QuerySet[Dilemma]:
    """Return the dilemmas that wait for a body in which somebody sits, soonest first."""
    waits = Q(pk__in=[])
    if standing.sits_in(BodyKind.PLATFORM):
        waits |= Q(rung=Rung.PLATFORM)
    if standing.sits_in(BodyKind.COUNCIL):
        waits |= Q(rung=Rung.COUNCIL)
    if standing.groups:
        served = ServedDilemma.objects.filter(
            dilemma=OuterRef("pk"), until__isnull=True, group__body__in=standing.groups
        )
        waits |= Q(Exists(served), rung=Rung.WORKING_GROUP)
    return dilemmas_visible_to(standing).filter(waits).order_by("next_date", "pk")


def meetings_of(standing: Standing, *, today: date) -> QuerySet[Meeting]:
    """Return the planned meetings of the bodies that somebody sits in, soonest first."""
    planned = Meeting.objects.filter(body__in=standing.bodies, state=MeetingState.PLANNED)
    return planned.filter(starts_at__gte=start_of(today)).select_related("body").order_by("starts_at")


def promises_of(standing: Standing) -> QuerySet[Commitment]:
    """Return what somebody promised and has still to do, with whether they may read the dilemma behind it."""
    open_ones = Commitment.objects.filter(owner=standing.person, state=CommitmentState.OPEN)
    readable = Exists(dilemmas_visible_to(standing).filter(pk=OuterRef("dilemma")))
    return open_ones.annotate(number=F("dilemma__number"), is_readable=readable).order_by("due_on", "pk")
