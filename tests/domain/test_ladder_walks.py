"""Random walks over the ladder alone: whatever people try, a dilemma is never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.domain.table import ROWS
from verder.domain.calendar import STANDARD_TERMS, Term, after
from verder.domain.ladder import LADDER, RESPONSIBLE, Step, judge, responsible_now, steps_from
from verder.domain.rungs import ENDS, Need, Party, Rung

AGREED = {row.name: row for row in ROWS}
MEETING = Term(45)


class Walk(RuleBasedStateMachine):
    """One dilemma on its way, and anyone who tries anything on any day."""

    def __init__(self) -> None:
        super().__init__()
        self.rung: Rung | None = None
        self.next_date: date | None = None
        self.today = date(2026, 1, 5)
        self.path: list[tuple[str, Rung]] = []

    @initialize(step=st.sampled_from(["submit", "record"]))
    def put_in(self, step: str) -> None:
        """Begin, as every dilemma does."""
        self._take(next(one for one in LADDER if one.name == step))

    @rule(days=st.integers(min_value=0, max_value=40))
    def time_passes(self, days: int) -> None:
        """Let days go by without anybody doing anything."""
        self.today += timedelta(days=days)

    @rule(data=st.data())
    def somebody_does_what_is_open(self, data: st.DataObject) -> None:
        """Take one of the steps from here, by one who may, with all that it needs."""
        assert self.rung is not None
        steps = [step for step in steps_from(self.rung) if self._takers(step)]
        if steps:
            self._take(data.draw(st.sampled_from(steps)))

    @rule(
        step=st.sampled_from(LADDER),
        parties=st.frozensets(st.sampled_from(Party)),
        given=st.frozensets(st.sampled_from(Need)),
    )
    def somebody_tries_anything(self, step: Step, parties: frozenset[Party], given: frozenset[Need]) -> None:
        """Try a step that may be impossible; what the ladder refuses changes nothing."""
        verdict = judge(step, rung=self.rung, parties=parties, responsible=self._responsible(), given=given)

        row = AGREED[step.name]
        agreed = self.rung in row.sources and parties & self._takers(step) and row.needs <= given
        assert bool(verdict) == bool(agreed)
        if verdict:
            self._take(step)

    @invariant()
    def it_has_somebody_and_a_date_until_it_ends(self) -> None:
        """Hold what may never bend against where the dilemma is."""
        if self.rung is None:
            return
        ended = self.rung in ENDS
        assert (self.next_date is None) is ended
        assert (self._responsible() is None) is ended

    @invariant()
    def its_rung_is_what_its_steps_add_up_to(self) -> None:
        """Walk the path once more by the agreed table."""
        rung: Rung | None = None
        for name, landed in self.path:
            row = AGREED[name]
            assert rung in row.sources
            rung = row.target or rung
            assert rung == landed
        assert rung == self.rung

    @invariant()
    def until_its_end_there_is_a_way_on(self) -> None:
        """Someone can always do something, unless it ended for good."""
        if self.rung is not None and self.rung not in ENDS:
            assert any(self._takers(step) for step in steps_from(self.rung) if step.target)

    def _responsible(self) -> Party | None:
        return responsible_now(self.rung, self.next_date, self.today) if self.rung else None

    def _takers(self, step: Step) -> frozenset[Party]:
        takers = AGREED[step.name].takers
        if takers is not None:
            return takers
        responsible = self._responsible()
        return frozenset({responsible}) if responsible else frozenset()

    def _take(self, step: Step) -> None:
        self.rung = step.lands_on(self.rung or Rung.INTAKE)
        self.path.append((step.name, self.rung))
        waits = RESPONSIBLE.get(self.rung) is not None
        self.next_date = after(self.today, STANDARD_TERMS.get(self.rung, MEETING)) if waits else None


@pytest.mark.slow
def test_whatever_people_try_no_dilemma_is_lost() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=100,
            stateful_step_count=40,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert Walk().rung is None
