"""Random walks through the operations: after hundreds of steps by chance no dilemma is lost, and all adds up."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.deliberation.holding import (
    assert_all_is_in_order,
    assert_has_party_and_date_until_it_ends,
    assert_rung_is_what_its_events_add_up_to,
)
from tests.deliberation.walking import Walk
from verder.deliberation.models import Dilemma, ServedDilemma, Tally, WorkingGroup
from verder.deliberation.queries.figures import dilemmas_per_rung, ends_in
from verder.domain.rungs import Rung

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STEPS_A_WALK = 100


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_every_dilemma_has_somebody_and_a_date_until_it_ends(seed: int) -> None:
    walk = Walk(seed)

    for _step in range(STEPS_A_WALK):
        dilemma = walk.go_on()
        assert_has_party_and_date_until_it_ends(dilemma)
        assert_rung_is_what_its_events_add_up_to(dilemma)

    assert_all_is_in_order()
    connection.check_constraints()
    assert len(set(walk.taken)) > 18
    _assert_groups_live_as_long_as_they_serve()
    _assert_figures_are_the_tallies()


def _assert_groups_live_as_long_as_they_serve() -> None:
    serving = set(ServedDilemma.objects.filter(until=None).values_list("group", flat=True))
    running = set(WorkingGroup.objects.filter(ended_at=None).values_list("pk", flat=True))
    at_work = Dilemma.objects.filter(rung=Rung.WORKING_GROUP).values_list("pk", flat=True)
    assert running == serving
    assert set(ServedDilemma.objects.filter(until=None).values_list("dilemma", flat=True)) == set(at_work)


def _assert_figures_are_the_tallies() -> None:
    counted = {str(tally): tally.number for tally in Tally.objects.filter(number__gt=0)}
    years = {2026, 2027, 2028} & set(Tally.objects.values_list("year", flat=True))
    shown = {f"{place} 0: {number}": number for place, number in dilemmas_per_rung().items()}
    for year in years:
        shown |= {f"{step} {year}: {number}": number for step, number in ends_in(year).items()}
    assert shown == counted
