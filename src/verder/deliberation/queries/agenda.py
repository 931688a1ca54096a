"""An agenda as somebody may read it: its items in order, under the numbers that they have or will get."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from verder.deliberation.models import (
    AgendaItem,
    AgendaSending,
    Dilemma,
    ItemKind,
    ItemPurpose,
    ItemRecord,
    ItemState,
    Meeting,
    MeetingState,
    SentItem,
)
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.deliberation.queries.meetings import RUNS_MEETINGS, looks_after, meetings_visible_to, substitutes_at
from verder.deliberation.queries.people import people_at_work, seated
from verder.deliberation.queries.sign_offs import signs_under
from verder.deliberation.queries.signalling import signals_visible_to
from verder.guidance.queries import published
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import Standing

HAS_TAIL = (ItemPurpose.ANY_OTHER_BUSINESS, ItemPurpose.CLOSING)
"""What stands last on an agenda, whatever is added."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A signal or a piece of guidance, to a reader who may read it."""

    key: uuid.UUID
    title: str
    tlp: str


@dataclass(frozen=True, slots=True)
class Point:
    """An item of an agenda; what it is about is None where it has none, or the reader may not read it."""

    key: uuid.UUID
    number: int
    kind: ItemKind
    state: ItemState
    title: str
    minutes: int
    purpose: str
    annotation: str
    is_about_a_dilemma: bool
    dilemma: Line | None
    is_about_a_text: bool
    text: Titled | None

    @property
    def is_open(self) -> bool:
        """Whether the meeting still has to come to it."""
        return self.state is ItemState.OPEN

    @property
    def awaits_decision(self) -> bool:
        """Whether the body still has to decide on a dilemma here."""
        return self.is_about_a_dilemma and self.kind is ItemKind.DECISION and self.is_open


Row = tuple[uuid.UUID, int | None, str, str, str, int, str, str, int | None, int | None, int | None]


def item_to_decide(dilemma: Dilemma) -> AgendaItem | None:
    """Return the open item in which a body is to decide on the dilemma."""
    items = AgendaItem.objects.filter(dilemma=dilemma, state=ItemState.OPEN, kind=ItemKind.DECISION)
    return items.select_related("meeting__body").first()


def agenda_is_open_to(meeting: Meeting, standing: Standing) -> bool:
    """Tell whether somebody may see the agenda: before it is sent only those who make it or sign it."""
    was_sent = meeting.agenda_sent_at is not None
    return (
        was_sent
        or signs_under(meeting, standing)
        or meeting.state != MeetingState.PLANNED
        or looks_after(standing, meeting.body)
    )


def briefs_open_to(standing: Standing) -> QuerySet[AgendaItem]:
    """Return the items of the council whose brief somebody may read: as the agenda is open to them, newest first."""
    items = AgendaItem.objects.filter(
        meeting__in=meetings_visible_to(standing), meeting__body__kind=BodyKind.COUNCIL
    ).order_by("-meeting__starts_at")
    if standing.is_secretariat:
        return items
    keeps = [seat.body_id for seat in standing.seats if seat.seat in RUNS_MEETINGS]
    was_sent = Exists(SentItem.objects.filter(item=OuterRef("pk")))
    return items.filter(Q(meeting__body__in=keeps) | ~Q(meeting__state=MeetingState.PLANNED) | was_sent)


def agenda_of(meeting: Meeting, standing: Standing) -> list[Point]:
    """Read the items of a meeting in their order, with what this reader may know of what they are about.

    Who makes the agenda sees it as it stands; members see it as it was last sent to them; once the meeting is over
    everybody sees what became of it.
    """
    if looks_after(standing, meeting.body):
        return _points(_as_it_stands(meeting), standing, with_annotation=True)
    if meeting.state != MeetingState.PLANNED or signs_under(meeting, standing):
        return _points(_as_it_stands(meeting), standing, with_annotation=False)
    return _points(_as_it_was_sent(meeting), standing, with_annotation=False)


def agenda_as_members_get_it(meeting: Meeting, member: Standing) -> list[Point]:
    """Read an agenda for the members: as it was last sent to them, and before that as it would be sent today."""
    is_out = meeting.state == MeetingState.PLANNED and meeting.agenda_sent_at is not None
    return _points(_as_it_was_sent(meeting) if is_out else _as_it_stands(meeting), member, with_annotation=False)


def items_that_stand(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Return the items of an agenda in order; one that was taken off before it had a number is not among them."""
    return meeting.items.exclude(state=ItemState.WITHDRAWN, number__isnull=True).order_by("position")


def item_of(meeting: Meeting, number: int) -> AgendaItem | None:
    """Find an item by the number that it has, or will get as the agenda stands."""
    items = enumerate(items_that_stand(meeting).select_related("dilemma", "meeting__body"), 1)
    return next((item for place, item in items if (item.number or place) == number), None)


def _as_it_stands(meeting: Meeting) -> list[Row]:
    return list(
        items_that_stand(meeting).values_list(
            "key",
            "number",
            "kind",
            "state",
            "title",
            "minutes",
            "purpose",
            "annotation",
            "dilemma",
            "signal",
            "publication",
        )
    )


def _as_it_was_sent(meeting: Meeting) -> list[Row]:
    last = AgendaSending.objects.filter(meeting=meeting).order_by("-ordinal").values("pk")[:1]
    return list(
        SentItem.objects.filter(sending=last)
        .order_by("position")
        .values_list(
            "item__key",
            "number",
            "kind",
            "item__state",
            "title",
            "minutes",
            "item__purpose",
            "item__annotation",
            "item__dilemma",
            "item__signal",
            "item__publication",
        )
    )


def _points(rows: list[Row], standing: Standing, *, with_annotation: bool) -> list[Point]:
    dilemmas = _lines({row[8] for row in rows if row[8]}, standing)
    texts = _texts({row[9] for row in rows if row[9]}, {row[10] for row in rows if row[10]}, standing)
    points = []
    for place, row in enumerate(rows, start=1):
        key, number, kind, state, title, minutes, purpose, annotation, dilemma, signal, publication = row
        about = dilemmas.get(dilemma) if dilemma else None
        points.append(
            Point(
                key=key,
                number=number or place,
                kind=ItemKind(kind),
                state=ItemState(state),
                title=title,
                minutes=minutes,
                purpose=purpose,
                annotation=annotation if with_annotation and bool(about or not dilemma) else "",
                is_about_a_dilemma=dilemma is not None,
                dilemma=about,
                is_about_a_text=bool(signal or publication),
                text=texts.get(("signal", signal)) or texts.get(("publication", publication)),
            )
        )
    return points


def _lines(wanted: set[int], standing: Standing) -> dict[int, Line]:
    if not wanted:
        return {}
    readable = dilemmas_visible_to(standing).filter(pk__in=wanted)
    return {line.pk: line for line in lines(readable, standing, limit=len(wanted))}


def _texts(signals: set[int], publications: set[int], standing: Standing) -> dict[tuple[str, int | None], Titled]:
    found: dict[tuple[str, int | None], Titled] = {}
    for kind, rows in (
        ("signal", signals_visible_to(standing).filter(pk__in=signals) if signals else ()),
        ("publication", published(standing).filter(pk__in=publications) if publications else ()),
    ):
        for one in rows:
            found[kind, one.pk] = Titled(one.key, one.title, one.tlp)
    return found


def item_here(meeting: Meeting, key: uuid.UUID, standing: Standing) -> Point:
    """Find one item of an agenda as somebody may read it; raise AgendaItem.DoesNotExist."""
    for point in agenda_of(meeting, standing):
        if point.key == key:
            return point
    raise AgendaItem.DoesNotExist


def total_minutes(points: Iterable[Point]) -> int:
    """Add up the minutes of what the meeting still has to come to or came to."""
    return sum(point.minutes for point in points if point.state in {ItemState.OPEN, ItemState.DECIDED})


def not_dealt_with(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Return the open items that go to a later meeting when this one closes.

    What was asked for information, signals, and what opens or ends a meeting are dealt with by holding it; other items
    when something was recorded at them. A decision on a dilemma is taken by a step, and minutes are approved by one.
    """
    said = ItemRecord.objects.filter(item=OuterRef("pk")).exclude(decision="", minutes="")
    by_a_step = Q(kind=ItemKind.DECISION, dilemma__isnull=False) | Q(purpose=ItemPurpose.PREVIOUS_MINUTES)
    dealt_with = ~Q(purpose="") | Q(kind=ItemKind.INFORMATION) | Q(signal__isnull=False) | Exists(said)
    return meeting.items.filter(by_a_step | ~dealt_with, state=ItemState.OPEN)


def items_carried_over(body: Body) -> QuerySet[AgendaItem]:
    """Return the items in own words that a meeting of this body did not get to and that stand on no later agenda.

    Dilemmas, signals and guidance are not among them: each waits for its body by itself.
    """
    further = AgendaItem.objects.filter(carried_from=OuterRef("pk")).exclude(state=ItemState.WITHDRAWN)
    own = AgendaItem.objects.filter(purpose="", dilemma=None, signal=None, publication=None)
    left = own.filter(~Exists(further), meeting__body=body, state=ItemState.CARRIED_OVER)
    return left.order_by("meeting__starts_at", "position")


def starts_of_items(meeting: Meeting) -> dict[int, datetime]:
    """Return when each item begins by the minutes of those before it, by primary key; one taken off does not."""
    begins, starts = meeting.starts_at, {}
    for item in meeting.items.filter(state__in=[ItemState.OPEN, ItemState.DECIDED]).order_by("position"):
        starts[item.pk] = begins
        begins += timedelta(minutes=item.minutes)
    return starts


def people_to_tell(meeting: Meeting, *, at: datetime, besides: Person | None) -> QuerySet[Person]:
    """Return who is told that the agenda is there: who sits in the body on that day and who comes instead of them.

    Who sent it is not told.
    """
    members = seated(timezone.localdate(at), memberships__body=meeting.body).values("pk")
    people = people_at_work(timezone.localdate(at)).filter(
        Q(pk__in=members) | Q(pk__in=substitutes_at(meeting).values("person"))
    )
    return people.exclude(pk=besides.pk) if besides else people
