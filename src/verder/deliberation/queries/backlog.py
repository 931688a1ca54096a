"""What waits for a body, from every room that has something for it; a new source is one line in SOURCES."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from verder.deliberation.models import AgendaItem, Dilemma, ItemKind, ItemState
from verder.deliberation.queries.actions import overdue_actions_of
from verder.deliberation.queries.agenda import items_carried_over
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.deliberation.queries.meetings import WAITING_FOR, start_of
from verder.deliberation.queries.signalling import signals_waiting
from verder.domain.rungs import Need
from verder.domain.tlp import Tlp
from verder.guidance.queries import published
from verder.network.models import Body, BodyKind
from verder.network.standing import Standing

SHOWN = 50
LOOKS_AHEAD, LOOKS_BACK = timedelta(days=30), timedelta(days=365)
MOVES_NOTHING = (ItemKind.DISCUSSION, ItemKind.INFORMATION)


class Source(StrEnum):
    """What kind of thing waits."""

    DILEMMA = "dilemma"
    SIGNAL = "signal"
    GUIDANCE = "guidance"
    ACTION = "action"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits; `reference` finds it again, `due` is a date by which it asks for attention.

    It can be put on an agenda as each of `kinds`; what a dilemma lacks first stands in `lacks`.
    """

    source: Source
    reference: str
    title: str
    tlp: str
    since: date
    due: date | None = None
    slug: str = ""
    kinds: tuple[ItemKind, ...] = MOVES_NOTHING
    lacks: Need | None = None
    spoken_of_on: date | None = None
    """When it is spoken of or told here already, while it waits to be decided on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For which body one looks, on which day, and for whom."""

    body: Body
    standing: Standing
    today: date


def backlog_of(body: Body, standing: Standing, *, today: date) -> list[Waiting]:
    """Read what waits for a body, by source and in each the most pressing first."""
    asked = Asked(body, standing, today)
    return [waiting for find in SOURCES for waiting in find(asked)]


def _dilemmas(asked: Asked) -> Iterator[Waiting]:
    """Find dilemmas by date, and the oldest first among those of one date."""
    rung = WAITING_FOR.get(BodyKind(asked.body.kind))
    if rung is None:
        return
    waiting = dilemmas_visible_to(asked.standing).filter(rung=rung).order_by("next_date", "pk")
    found = lines(waiting, asked.standing, limit=SHOWN)
    states = _states_of((line.pk for line in found), asked.body)
    for line in found:
        yield _dilemma(line, states[line.pk])


@dataclass(frozen=True, slots=True)
class _State:
    """How far a dilemma is on its way to an agenda: its shared version, and where it is spoken of already."""

    put_in_at: datetime
    admitted_at: datetime | None
    shared: int | None
    seen_at: datetime | None
    spoken_of_at: datetime | None

    @property
    def lacks(self) -> Need | None:
        """What must come before anybody outside the secretariat may read it."""
        if self.shared is None:
            return Need.SHARED_VERSION
        return None if self.seen_at else Need.SEEN_BY_SUBMITTER

    @property
    def kinds(self) -> tuple[ItemKind, ...]:
        """Tell as what it may come on an agenda: to decide on first, when its body does not know it yet."""
        if self.lacks:
            return ()
        is_new = self.admitted_at is None or self.spoken_of_at is not None
        return (ItemKind.DECISION,) if is_new else (ItemKind.DECISION, *MOVES_NOTHING)


def _states_of(dilemmas: Iterable[int], body: Body) -> dict[int, _State]:
    here = AgendaItem.objects.filter(dilemma=OuterRef("pk"), state=ItemState.OPEN, meeting__body=body)
    day = Subquery(here.order_by("meeting__starts_at").values("meeting__starts_at")[:1])
    fields = ("pk", "submitted_at", "admitted_at", "shared__pk", "shared__seen_at", day)
    return {pk: _State(*state) for pk, *state in Dilemma.objects.filter(pk__in=list(dilemmas)).values_list(*fields)}


def _dilemma(line: Line, state: _State) -> Waiting:
    return Waiting(
        Source.DILEMMA,
        line.number,
        line.question or line.number,
        line.tlp,
        timezone.localdate(state.put_in_at),
        line.next_date,
        kinds=state.kinds,
        lacks=state.lacks,
        spoken_of_on=timezone.localdate(state.spoken_of_at) if state.spoken_of_at else None,
    )


def _signals(asked: Asked) -> Iterator[Waiting]:
    if asked.body.kind in {BodyKind.PLATFORM, BodyKind.COUNCIL}:
        for signal in signals_waiting(asked.standing)[:SHOWN]:
            since = timezone.localdate(signal.sent_at)
            yield Waiting(Source.SIGNAL, str(signal.key), signal.title, signal.tlp, since)


def _guidance_to_confirm(asked: Asked) -> Iterator[Waiting]:
    """Find guidance that has to be looked at again, for the Platform to confirm; not what an agenda holds already."""
    if asked.body.kind != BodyKind.PLATFORM:
        return
    held = AgendaItem.objects.filter(state=ItemState.OPEN, publication__isnull=False).values("publication")
    ageing = published(asked.standing).filter(review_on__lte=asked.today + LOOKS_AHEAD).exclude(pk__in=held)
    for one in ageing.order_by("review_on", "pk")[:SHOWN]:
        since = timezone.localdate(one.published_at)
        yield Waiting(Source.GUIDANCE, str(one.key), one.title, one.tlp, since, one.review_on, one.slug)


def _actions_overdue(asked: Asked) -> Iterator[Waiting]:
    """Find what people took on in this body and did not finish in time."""
    for action in overdue_actions_of(asked.body, asked.standing, on=asked.today)[:SHOWN]:
        tlp = action.item.dilemma.tlp if action.item and action.item.dilemma else Tlp.AMBER_STRICT
        since = timezone.localdate(action.given_at)
        yield Waiting(Source.ACTION, str(action.key), action.text, tlp, since, action.due_on)


def _items_carried_over(asked: Asked) -> Iterator[Waiting]:
    """Find items in own words that an earlier meeting did not get to, the longest waiting first."""
    lately = items_carried_over(asked.body).filter(meeting__starts_at__gte=start_of(asked.today - LOOKS_BACK))
    for item in lately.select_related("meeting")[:SHOWN]:
        since = timezone.localdate(item.meeting.starts_at)
        kinds = (ItemKind.DECISION, *MOVES_NOTHING)
        yield Waiting(Source.ITEM, str(item.key), item.title, Tlp.AMBER_STRICT, since, kinds=kinds)


SOURCES: tuple[Callable[[Asked], Iterator[Waiting]], ...] = (
    _dilemmas,
    _signals,
    _guidance_to_confirm,
    _actions_overdue,
    _items_carried_over,
)
