"""Where the steps of a decision aid stand in a picture, and how the arrows between them run.

Steps stand in the rows of `layers`, so an arrow goes one row down, or to a step that could be reached as quickly: in
the same row or above. The first kind runs straight through the space between two rows; the second runs down into that
space, along a track of its own at the right, and comes in from above. So no arrow ever runs through a step.
Lengths are in the units of the picture; `LETTER` of them is about the width of a letter.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from verder.domain.decision_aid import Aid, Step, layers

WIDTH, LETTER, LINE = 208, 7.5, 18
APART, PADDING, ROW_APART, TRACK = 32, 12, 64, 10
LETTERS = int((WIDTH - 2 * PADDING) / LETTER)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A step in the picture: its upper left corner, its height, and its title in lines."""

    step: Step
    x: float
    y: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Return how far to the right its middle is."""
        return self.x + WIDTH / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """An answer, counted from 1, and the points that its arrow runs along: two for one that goes straight."""

    source: str
    number: int
    points: tuple[Point, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn, and how large that is."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def picture_of(aid: Aid) -> Picture:
    """Lay out a decision aid, sound or not; the same aid always gives the same picture."""
    rows = _in_order(layers(aid))
    tracks = _tracks(rows)
    room = _room(rows, tracks)
    boxes = _boxes(rows, room)
    arrows = tuple(_arrows(rows, boxes, tracks))
    right = max((box.x + WIDTH for box in boxes.values()), default=0) + TRACK * (len(tracks) + 1)
    bottom = max((box.y + box.height for box in boxes.values()), default=0) + room[-1]
    return Picture(right, bottom, tuple(boxes.values()), arrows)


def _in_order(rows: Sequence[Sequence[Step]]) -> list[list[Step]]:
    """Put each row in the order in which fewest arrows cross: every step near the middle of those it hangs from."""
    ordered = [list(row) for row in rows]
    for above, row in pairwise(ordered):
        pull = {step.key: _pull(step, above) for step in row}
        row.sort(key=lambda step, pull=pull: pull[step.key])  # type: ignore[misc]  # mypy knows no defaults here
    return ordered


def _pull(step: Step, above: Sequence[Step]) -> float:
    """Return the middle of the answers above that lead to a step, counted in steps from the left."""
    pulls = [
        place + number / (len(one.answers) + 1)
        for place, one in enumerate(above)
        for number, answer in enumerate(one.answers, 1)
        if answer.leads_to == step.key
    ]
    return sum(pulls) / len(pulls) if pulls else len(above)


def _tracks(rows: Sequence[Sequence[Step]]) -> dict[tuple[str, int], int]:
    """Give every answer that does not lead one row down a track of its own."""
    level = {step.key: number for number, row in enumerate(rows) for step in row}
    around = [
        (step.key, number)
        for row in rows
        for step in row
        for number, answer in enumerate(step.answers, 1)
        if answer.leads_to in level and level[answer.leads_to] != level[step.key] + 1
    ]
    return {one: track for track, one in enumerate(around, 1)}


def _room(rows: Sequence[Sequence[Step]], tracks: Mapping[tuple[str, int], int]) -> list[float]:
    """Return how much room there is above each row, and below the last: more where arrows run along a track."""
    level = {step.key: number for number, row in enumerate(rows) for step in row}
    answers = {(step.key, number): one for row in rows for step in row for number, one in enumerate(step.answers, 1)}
    left, entered = [0] * (len(rows) + 1), [0] * (len(rows) + 1)
    for (source, number), track in tracks.items():
        below, above = level[source] + 1, level[answers[source, number].leads_to]
        left[below], entered[above] = max(left[below], track), max(entered[above], track)
    least = [PADDING, *[ROW_APART] * (len(rows) - 1), PADDING]
    crossed = (one + other for one, other in zip(left, entered, strict=True))
    return [ROW_APART + TRACK * many if many else room for room, many in zip(least, crossed, strict=False)]


def _boxes(rows: Sequence[Sequence[Step]], room: Sequence[float]) -> dict[str, Box]:
    widest = max((_width(row) for row in rows), default=0)
    boxes: dict[str, Box] = {}
    y = 0.0
    for row, above in zip(rows, room, strict=False):
        y += above
        lines = {step.key: tuple(textwrap.wrap(step.title, LETTERS)) or ("…",) for step in row}
        height = max(len(one) for one in lines.values()) * LINE + 2 * PADDING
        x = (widest - _width(row)) / 2
        for step in row:
            boxes[step.key] = Box(step, x, y, height, lines[step.key])
            x += WIDTH + APART
        y += height
    return boxes


def _width(row: Sequence[Step]) -> float:
    return len(row) * (WIDTH + APART) - APART


def _arrows(
    rows: Sequence[Sequence[Step]], boxes: Mapping[str, Box], tracks: Mapping[tuple[str, int], int]
) -> Iterable[Arrow]:
    edge = max((box.x + WIDTH for box in boxes.values()), default=0)
    for step in (step for row in rows for step in row):
        box, labels = boxes[step.key], _labels(step)
        for number, answer in enumerate(step.answers, 1):
            target = boxes.get(answer.leads_to)
            if target is None:
                continue
            begin = (box.x + WIDTH * number / (len(step.answers) + 1), box.y + box.height)
            end = (target.middle, target.y)
            track = tracks.get((step.key, number))
            points = (begin, end) if track is None else _around(begin, end, track, edge)
            yield Arrow(step.key, number, points, labels[number - 1])


def _around(begin: Point, end: Point, track: int, edge: float) -> tuple[Point, ...]:
    down, aside, above = begin[1] + LINE + TRACK * track, edge + TRACK * track, end[1] - TRACK * track
    return (begin, (begin[0], down), (aside, down), (aside, above), (end[0], above), end)


def _labels(step: Step) -> list[str]:
    """Return the words under a step: its answers, or their letters when one does not fit beside the others."""
    room = WIDTH / max(len(step.answers), 1) / LETTER - 1
    if any(len(answer.text) > room for answer in step.answers):
        return list(ascii_lowercase[: len(step.answers)])
    return [answer.text for answer in step.answers]
