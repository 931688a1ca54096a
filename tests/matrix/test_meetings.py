"""Every role at every page around a meeting: what goes out, what is recorded, and what the council reads."""

from __future__ import annotations

from itertools import product

import pytest

from tests.matrix.comparison import Comparison, outcome
from tests.matrix.meetings import Page, addresses, opens
from tests.matrix.world import Place, Role, build
from verder.domain.tlp import Tlp

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_everyone_opens_the_pages_of_a_meeting_that_are_theirs_and_no_others() -> None:
    world = build(Tlp.AMBER_STRICT)
    found, at = Comparison(), addresses(world)

    for role, page in product(Role, Page):
        answer = world.browser(role, Place.INTAKE).get(at[page])
        found.add((role, page), opens(role, page), outcome(answer))

    assert found.differences == [], found.report()
