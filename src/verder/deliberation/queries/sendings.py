"""What was sent of an agenda, and what is different since."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from verder.deliberation.models import AgendaSending, ItemState, Meeting
from verder.deliberation.queries.agenda import items_that_stand


class Difference(StrEnum):
    """What became different about an item."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    CARRIED_OVER = "carried_over"
    MOVED = "moved"
    CHANGED = "changed"


class Said(NamedTuple):
    """What an agenda says of an item."""

    kind: str
    minutes: int
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as two sendings are held against each other."""

    item: uuid.UUID
    number: int
    state: str
    said: Said


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, by the item and its number; what it said before and says now, or behind which number it came."""

    item: uuid.UUID
    number: int
    difference: Difference
    before: Said | None = None
    now: Said | None = None
    behind: int | None = None


ENDED = {ItemState.WITHDRAWN: Difference.WITHDRAWN, ItemState.CARRIED_OVER: Difference.CARRIED_OVER}


def differences(before: Sequence[Entry], now: Sequence[Entry]) -> list[Change]:
    """Say what is different now: what was added, went off, was moved among the others, or says something else."""
    known = {entry.item: entry for entry in before}
    moved = _moved([one.item for one in before], [one.item for one in now])
    found: list[Change] = []
    for place, entry in enumerate(now):
        earlier = known.get(entry.item)
        if earlier is None:
            found.append(Change(entry.item, entry.number, Difference.ADDED))
            continue
        if entry.state != earlier.state and entry.state in ENDED:
            found.append(Change(entry.item, entry.number, ENDED[ItemState(entry.state)]))
            continue
        if entry.said != earlier.said:
            found.append(Change(entry.item, entry.number, Difference.CHANGED, earlier.said, entry.said))
        if entry.item in moved:
            behind = now[place - 1].number if place else None
            found.append(Change(entry.item, entry.number, Difference.MOVED, behind=behind))
    return found


def _moved(before: Sequence[uuid.UUID], now: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Find the fewest items that, taken away, leave the rest in the order in which it stood."""
    place = {item: position for position, item in enumerate(before)}
    kept = [item for item in now if item in place]
    best: list[list[uuid.UUID]] = []
    for index, item in enumerate(kept):
        runs = [best[other] for other in range(index) if place[kept[other]] < place[item]]
        best.append([*_longest(runs), item])
    return set(kept) - set(_longest(best))


def _longest(runs: Sequence[list[uuid.UUID]]) -> list[uuid.UUID]:
    return max(runs, key=len) if runs else []


def entries_of(sending: AgendaSending) -> list[Entry]:
    """Read a sending as it went out."""
    rows = sending.items.order_by("position").values_list("item__key", "number", "state", "kind", "minutes", "title")
    return [Entry(key, number, state, Said(kind, minutes, title)) for key, number, state, kind, minutes, title in rows]


def entries_now(meeting: Meeting) -> list[Entry]:
    """Read an agenda as it stands, to hold against a sending."""
    rows = items_that_stand(meeting).values_list("key", "number", "state", "kind", "minutes", "title")
    return [
        Entry(key, number or place, state, Said(kind, minutes, title))
        for place, (key, number, state, kind, minutes, title) in enumerate(rows, start=1)
    ]


def last_sendings(meeting: Meeting, *, number: int = 2) -> list[AgendaSending]:
    """Return the last sendings of an agenda, newest first."""
    return list(meeting.sendings.order_by("-ordinal")[:number])


def changes_to_send(meeting: Meeting) -> list[Change]:
    """Say what is different since the agenda was last sent; nothing before the first time."""
    last = last_sendings(meeting, number=1)
    return differences(entries_of(last[0]), entries_now(meeting)) if last else []


def changes_sent(meeting: Meeting) -> list[Change]:
    """Say what the last sending changed in the one before."""
    last = last_sendings(meeting)
    return differences(entries_of(last[1]), entries_of(last[0])) if len(last) > 1 else []
