"""Every role at everything else in the house that has a page: meetings, groups, guidance, promises and the office."""

from __future__ import annotations

from itertools import product

import pytest

from tests.matrix import rule
from tests.matrix.comparison import Comparison, outcome
from tests.matrix.things import Thing, addresses
from tests.matrix.world import Place, Role, build
from verder.domain.tlp import Tlp

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_everyone_opens_what_is_theirs_and_nothing_else() -> None:
    world = build(Tlp.AMBER_STRICT)
    found, at = Comparison(), addresses(world)

    for role, thing in product(Role, Thing):
        answer = world.browser(role, Place.INTAKE).get(at[thing])
        found.add((role, thing), rule.opens_thing(role, thing), outcome(answer))
        if thing is Thing.OPEN_GROUP:
            inside = rule.sees_inside_of_open_group(role)
            found.add((role, thing, "inside"), inside, "Zoek dit uit." in answer.text)

    assert found.differences == [], found.report()
