"""What waits for a body, from every room that has something for it; a new source is one line in SOURCES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils import timezone

from verder.deliberation.models import AgendaItem, Dilemma, ItemState
from verder.deliberation.queries.actions import overdue_actions_of
from verder.deliberation.queries.agenda import items_carried_over
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import lines
from verder.deliberation.queries.meetings import WAITING_FOR, start_of
from verder.deliberation.queries.signalling import signals_waiting
from verder.domain.tlp import Tlp
from verder.guidance.queries import published
from verder.network.models import Body, BodyKind
from verder.network.standing import Standing

SHOWN = 50
LOOKS_AHEAD, LOOKS_BACK = timedelta(days=30), timedelta(days=365)


class Source(StrEnum):
    """What kind of thing waits."""

    DILEMMA = "dilemma"
    SIGNAL = "signal"
    GUIDANCE = "guidance"
    ACTION = "action"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits; `reference` finds it again, `due` is a date by which it asks for attention."""

    source: Source
    reference: str
    title: str
    tlp: str
    since: date
    due: date | None = None
    slug: str = ""


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
    put_in = dict(Dilemma.objects.filter(pk__in=[line.pk for line in found]).values_list("pk", "submitted_at"))
    for line in found:
        since = timezone.localdate(put_in[line.pk])
        yield Waiting(Source.DILEMMA, line.number, line.question or line.number, line.tlp, since, line.next_date)


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
        yield Waiting(Source.ITEM, str(item.key), item.title, Tlp.AMBER_STRICT, since)


SOURCES: tuple[Callable[[Asked], Iterator[Waiting]], ...] = (
    _dilemmas,
    _signals,
    _guidance_to_confirm,
    _actions_overdue,
    _items_carried_over,
)
