"""The map of the reach: every region drawn within the picture, darker where more organisations let know."""

from __future__ import annotations

import re

import pytest

from verder.distribution.queries import Reach, Tally
from verder.domain.regions import NATIONWIDE, REGIONS
from verder.web.distribution.map import map_of


def test_every_region_is_drawn_within_the_picture_with_its_number_inside_its_bounds():
    drawn = map_of({})

    assert [area.name for area in drawn.areas] == list(REGIONS.values())
    for area in drawn.areas:
        points = [(int(x), int(y)) for x, y in re.findall(r"(\d+),(\d+)", area.outline)]
        wide, high = sorted(x for x, _ in points), sorted(y for _, y in points)
        assert 0 <= wide[0] < area.x < wide[-1] <= drawn.width, area.name
        assert 0 <= high[0] < area.y < high[-1] <= drawn.height, area.name


@pytest.mark.parametrize(
    ("numbers", "step"),
    [
        ({Reach.SENT: 3}, 0),
        ({Reach.SENT: 3, Reach.RECEIVED: 2}, 1),
        ({Reach.SENT: 1, Reach.PASSED_ON: 1}, 2),
        ({Reach.RECEIVED: 1, Reach.PASSED_ON: 1}, 3),
    ],
)
def test_a_region_is_darker_where_more_let_know(numbers, step):
    areas = map_of({"VR09": Tally(numbers), NATIONWIDE: Tally({Reach.RECEIVED: 1})}).areas

    assert [(area.name, area.step) for area in areas if area.step is not None] == [("Utrecht", step)]
