"""The ladder's table says what was agreed on, and leaves no dilemma stuck."""

from __future__ import annotations

import pytest

from tests.domain.table import DAYS, RESPONSIBLE, ROWS, Row
from verder.domain import ladder
from verder.domain.calendar import STANDARD_TERMS, Term
from verder.domain.ladder import LADDER, STEPS, standing_needs, steps_from
from verder.domain.rungs import CHOICES, ENDS, RUNGS, STANDING, WORDS, Need, Party, Rung


def test_the_ladder_has_the_agreed_steps_in_the_agreed_order() -> None:
    assert [step.name for step in LADDER] == [row.name for row in ROWS]
    assert list(STEPS) == [row.name for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_step_is_the_agreed_one(row: Row) -> None:
    step = STEPS[row.name]

    assert step.source == row.sources - {None}
    assert step.target == row.target
    assert step.taken_by == (row.takers or frozenset(Party))
    assert step.needs == row.needs
    assert step.ends is (row.target in ENDS)


def test_each_rung_has_the_agreed_responsible_party() -> None:
    agreed = {Rung(rung): Party(party) for rung, party in RESPONSIBLE.items()}

    assert agreed == ladder.RESPONSIBLE
    assert set(ladder.RESPONSIBLE) == set(RUNGS)


def test_each_rung_that_waits_for_people_has_the_agreed_term() -> None:
    of_rungs = {name: term.days for name, term in STANDARD_TERMS.items() if name in set(Rung)}

    assert of_rungs == DAYS
    assert [rung for rung, term in STANDARD_TERMS.items() if term.working_days] == ["intake"]
    assert STANDARD_TERMS["intake"] == Term(5, working_days=True)


def test_there_are_nine_rungs_and_eight_ends() -> None:
    assert (len(RUNGS), len(ENDS)) == (9, 8)
    assert set(RUNGS) | ENDS == set(Rung)


def test_every_need_is_words_a_choice_or_something_standing_and_is_asked_somewhere() -> None:
    asked = frozenset[Need]().union(*(step.needs for step in LADDER))

    assert WORDS | CHOICES | STANDING == set(Need) == asked
    assert len(WORDS) + len(CHOICES) + len(STANDING) == len(Need)


def test_every_end_tells_the_submitter() -> None:
    ending = [step for step in LADDER if step.ends]

    assert {step.target for step in ending} == ENDS
    assert all(Need.MESSAGE_TO_SUBMITTER in step.needs for step in ending)


@pytest.mark.parametrize("rung", RUNGS)
def test_from_every_rung_an_end_can_be_reached(rung: Rung) -> None:
    assert _reached_from(rung) & ENDS


def test_every_rung_and_every_end_can_be_reached_from_intake() -> None:
    assert _reached_from(Rung.INTAKE) == set(Rung)


@pytest.mark.parametrize("rung", list(Rung))
def test_the_steps_from_a_rung_are_the_agreed_ones_in_order(rung: Rung) -> None:
    assert [step.name for step in steps_from(rung)] == [row.name for row in ROWS if rung in row.sources]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_must_stand_already_is_told_apart_from_what_a_page_can_ask(row: Row) -> None:
    step = STEPS[row.name]

    assert standing_needs(step) == {need for need in row.needs if need in STANDING}


def test_a_step_without_target_stays_where_it_is() -> None:
    assert STEPS["extend"].lands_on(Rung.COUNCIL) is Rung.COUNCIL
    assert STEPS["admit"].lands_on(Rung.INTAKE) is Rung.AWAITING_PLATFORM


def _reached_from(start: Rung) -> set[Rung]:
    reached, unseen = {start}, [start]
    while unseen:
        rung = unseen.pop()
        found = {step.lands_on(rung) for step in steps_from(rung)} - reached
        reached |= found
        unseen += sorted(found)
    return reached
