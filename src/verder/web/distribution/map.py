"""The reach of guidance as a map of the safety regions; the table below it says the same in numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from verder.distribution.queries import Tally
from verder.domain.regions import REGIONS

_DRAWN = json.loads((Path(__file__).parent / "content" / "regions.json").read_text())
"""Borders of the regions in a picture of `width` by `height` units, with the middle of each."""
FULL = 3
"""The darkest of the steps in which the map shows how many let know that they have it; the lightest is 0, nobody."""


@dataclass(frozen=True, slots=True)
class Area:
    """One region as it is drawn; `step` is empty when nothing was sent there."""

    name: str
    outline: str
    x: int
    y: int
    tally: Tally | None

    @property
    def step(self) -> int | None:
        """How dark it is: nobody let know, less than half of the organisations, half or more, all of them."""
        if self.tally is None:
            return None
        if self.tally.arrived == self.tally.total:
            return FULL
        return 0 if not self.tally.arrived else 1 + (self.tally.arrived * 2 >= self.tally.total)


@dataclass(frozen=True, slots=True)
class Map:
    """The country."""

    width: int
    height: int
    areas: list[Area]


def map_of(tallies: Mapping[str, Tally]) -> Map:
    """Draw how far it came in each region; what works in the whole country stands in the table alone."""
    areas = [_area(code, name, tallies.get(code)) for code, name in REGIONS.items()]
    return Map(_DRAWN["width"], _DRAWN["height"], areas)


def _area(code: str, name: str, tally: Tally | None) -> Area:
    drawn = _DRAWN["regions"][code]
    x, y = drawn["middle"]
    return Area(name, drawn["outline"], x, y, tally)
