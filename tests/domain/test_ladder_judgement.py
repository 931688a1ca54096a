"""The ladder judges every step: from each rung, by each party, with and without each need."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.table import EVERYWHERE, ROWS, Row
from verder.domain.ladder import (
    RESPONSIBLE,
    STEPS,
    Refusal,
    Verdict,
    judge,
    responsible_now,
    taken_as,
)
from verder.domain.rungs import ENDS, Need, Party, Rung

ALL_NEEDS = frozenset(Need)
FROM_EVERYWHERE = [
    pytest.param(row, rung, id=f"{row.name}-from-{rung or 'nowhere'}") for row in ROWS for rung in EVERYWHERE
]
FROM_ITS_OWN = [
    pytest.param(row, rung, id=f"{row.name}-from-{rung or 'nowhere'}")
    for row in ROWS
    for rung in EVERYWHERE
    if rung in row.sources
]


def _judged(row: Row, rung: Rung | None, party: Party, given: frozenset[Need]) -> Verdict:
    responsible = RESPONSIBLE.get(rung) if rung else None
    return judge(STEPS[row.name], rung=rung, parties=frozenset({party}), responsible=responsible, given=given)


@pytest.mark.parametrize(("row", "rung"), FROM_EVERYWHERE)
def test_a_step_is_for_its_own_rungs_and_its_own_takers_alone(row: Row, rung: Rung | None) -> None:
    refused = Refusal.NOT_YOURS if rung in row.sources else Refusal.NOT_FROM_HERE
    takers = row.takers_on(rung) if rung in row.sources else frozenset[Party]()

    verdicts = {party: _judged(row, rung, party, row.needs) for party in Party}

    assert verdicts == {party: Verdict(None if party in takers else refused) for party in Party}


@pytest.mark.parametrize(("row", "rung"), FROM_ITS_OWN)
def test_a_step_lands_where_it_should(row: Row, rung: Rung | None) -> None:
    assert STEPS[row.name].lands_on(rung or Rung.INTAKE) == (row.target or rung)


@pytest.mark.parametrize(("row", "rung"), FROM_ITS_OWN)
def test_without_one_need_the_refusal_names_that_need(row: Row, rung: Rung | None) -> None:
    lacking = {(party, need) for party in row.takers_on(rung) for need in row.needs}

    verdicts = {(party, need): _judged(row, rung, party, ALL_NEEDS - {need}) for party, need in lacking}

    assert lacking
    assert verdicts == {(party, need): Verdict(Refusal.SOMETHING_MISSING, frozenset({need})) for party, need in lacking}


@pytest.mark.parametrize(("row", "rung"), FROM_ITS_OWN)
def test_a_verdict_counts_as_true_when_the_step_can_be_taken(row: Row, rung: Rung | None) -> None:
    taker = min(row.takers_on(rung))

    assert _judged(row, rung, taker, row.needs)
    assert not _judged(row, rung, taker, frozenset())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_without_anything_the_refusal_names_all_needs(row: Row) -> None:
    rung = min(row.sources, key=str)

    verdict = _judged(row, rung, min(row.takers_on(rung)), frozenset())

    assert verdict.missing == row.needs


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_who_speaks_for_nobody_takes_no_step(row: Row) -> None:
    rung = min(row.sources, key=str)

    verdict = judge(STEPS[row.name], rung=rung, parties=frozenset(), responsible=None, given=ALL_NEEDS)

    assert verdict.refusal is Refusal.NOT_YOURS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_who_speaks_for_everyone_takes_the_step_as_a_party_that_may(row: Row) -> None:
    for rung in row.sources:
        responsible = RESPONSIBLE.get(rung) if rung else None

        assert taken_as(STEPS[row.name], frozenset(Party), responsible) in row.takers_on(rung)


def test_a_submitter_of_the_secretariat_withdraws_as_submitter() -> None:
    both = frozenset({Party.SUBMITTER, Party.SECRETARIAT})

    assert taken_as(STEPS["withdraw"], both, Party.SECRETARIAT) is Party.SUBMITTER


@pytest.mark.parametrize("rung", sorted(set(Rung) - ENDS))
def test_until_its_date_a_dilemma_is_up_to_the_party_of_its_rung(rung: Rung) -> None:
    today = date(2026, 3, 2)

    assert responsible_now(rung, today, today) is RESPONSIBLE[rung]


@pytest.mark.parametrize("rung", sorted(set(Rung) - ENDS))
def test_after_its_date_only_a_question_to_the_submitter_changes_hands(rung: Rung) -> None:
    yesterday, today = date(2026, 3, 1), date(2026, 3, 2)
    expected = Party.SECRETARIAT if rung is Rung.AWAITING_SUBMITTER else RESPONSIBLE[rung]

    assert responsible_now(rung, yesterday, today) is expected


@pytest.mark.parametrize("rung", sorted(ENDS))
def test_at_its_end_a_dilemma_is_up_to_nobody(rung: Rung) -> None:
    assert responsible_now(rung, None, date(2026, 3, 2)) is None
