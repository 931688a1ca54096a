"""A decision aid as a picture: its steps as boxes, its answers as arrows, and what is still wrong with it marked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from verder.domain.aid_picture import LINE, PADDING, WIDTH, Arrow, Box, picture_of
from verder.domain.decision_aid import Aid, Step

BEND = 28
HEAD = 6
LETTERS_HIGH = 14  # of the titles, in the measure of the picture


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A step as it is drawn: where, with which lines of text, in which manner, and where it leads when clicked."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    title: str
    lines: tuple[tuple[float, str], ...]
    manner: str
    address: str


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An answer as it is drawn: its line, its head, and its words under the step."""

    line: str
    head: str
    label: str
    label_x: float
    label_y: float
    is_back: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that a template can draw as it is."""

    width: float
    height: float
    boxes: tuple[DrawnBox, ...]
    arrows: tuple[DrawnArrow, ...]


def draw(aid: Aid, *, wrong: Collection[str] = (), address: Callable[[Step], str] | None = None) -> Drawing:
    """Draw an aid; `wrong` holds the keys of steps with a fault, `address` says where a step leads when clicked."""
    picture = picture_of(aid)
    first = aid.steps[0].key if aid.steps else ""
    boxes = tuple(_box(box, _manner(box.step, first, wrong), address) for box in picture.boxes)
    return Drawing(picture.width, picture.height, boxes, tuple(_arrow(arrow) for arrow in picture.arrows))


def _manner(step: Step, first: str, wrong: Collection[str]) -> str:
    said = {"is-first": step.key == first, "is-outcome": step.is_outcome, "is-wrong": step.key in wrong}
    return " ".join(name for name, holds in said.items() if holds)


def _box(box: Box, manner: str, address: Callable[[Step], str] | None) -> DrawnBox:
    lines = tuple((box.y + PADDING + LINE * (number + 0.75), line) for number, line in enumerate(box.lines))
    leads = address(box.step) if address else ""
    return DrawnBox(box.x, box.y, WIDTH, box.height, box.middle, box.step.title, lines, manner, leads)


def _arrow(arrow: Arrow) -> DrawnArrow:
    (begin_x, begin_y), (end_x, end_y) = arrow.points[0], arrow.points[-1]
    is_back = len(arrow.points) > 2  # noqa: PLR2004 -- a straight one has a begin and an end
    if is_back:
        line = "M" + "L".join(f"{x:g} {y:g}" for x, y in arrow.points)
    else:
        line = f"M{begin_x:g} {begin_y:g}C{begin_x:g} {begin_y + BEND:g} {end_x:g} {end_y - BEND:g} {end_x:g} {end_y:g}"
    head = f"M{end_x - HEAD:g} {end_y - HEAD - 2:g}L{end_x:g} {end_y:g}L{end_x + HEAD:g} {end_y - HEAD - 2:g}"
    return DrawnArrow(line, head, arrow.label, begin_x + 4, begin_y + 14, is_back)
