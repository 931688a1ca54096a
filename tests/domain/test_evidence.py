"""An approach is new, being tried or proven, as organisations tell of it and by the thresholds of the Platform."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verder.domain.evidence import Evidence, Heard, Thresholds, evidence_after

SOME = Thresholds(used=3, helped=5, percent=70, percent_to_stay=50)
ORDER = list(Evidence)
few = st.integers(0, 30)
standings = st.sampled_from(ORDER)
heards = st.tuples(few, few, few).map(lambda told: Heard(sum(told), told[1], told[2]))
thresholds = st.tuples(st.integers(1, 10), st.integers(0, 10), st.integers(1, 100), st.integers(1, 100)).map(
    lambda told: Thresholds(told[0], told[0] + told[1], max(told[2:]), min(told[2:]))
)


@pytest.mark.parametrize(
    ("now", "heard", "after"),
    [
        (Evidence.NEW, Heard(), Evidence.NEW),
        (Evidence.NEW, Heard(2, 2), Evidence.NEW),
        (Evidence.NEW, Heard(3), Evidence.TRIED),
        (Evidence.TRIED, Heard(4, 4), Evidence.TRIED),
        (Evidence.TRIED, Heard(5, 5), Evidence.PROVEN),
        (Evidence.TRIED, Heard(8, 5, 3), Evidence.TRIED),
        (Evidence.PROVEN, Heard(8, 5, 3), Evidence.PROVEN),
        (Evidence.PROVEN, Heard(11, 5, 6), Evidence.TRIED),
        (Evidence.PROVEN, Heard(4, 4), Evidence.TRIED),
        (Evidence.PROVEN, Heard(), Evidence.NEW),
    ],
)
def test_what_organisations_tell_moves_an_approach_up_and_down(now, heard, after):
    assert evidence_after(now, heard, SOME) is after


@given(standings, heards)
def test_without_thresholds_everything_is_new(now, heard):
    assert evidence_after(now, heard, None) is Evidence.NEW


@given(standings, heards, thresholds)
def test_looking_twice_at_the_same_finds_the_same(now, heard, rules):
    once = evidence_after(now, heard, rules)

    assert evidence_after(once, heard, rules) is once


@given(standings, heards, thresholds)
def test_nothing_is_proven_before_it_helped_enough_and_then_it_helped_the_share_that_keeps_it_so(now, heard, rules):
    if evidence_after(now, heard, rules) is Evidence.PROVEN:
        assert heard.helped >= rules.helped
        assert heard.share_is(rules.percent_to_stay)


@given(standings, heards, thresholds)
def test_one_more_that_it_helped_never_moves_an_approach_down(now, heard, rules):
    more = replace(heard, used=heard.used + 1, helped=heard.helped + 1)

    assert ORDER.index(evidence_after(now, more, rules)) >= ORDER.index(evidence_after(now, heard, rules))


@given(standings, heards, thresholds)
def test_who_finds_later_that_it_did_not_help_never_moves_an_approach_up(now, heard, rules):
    worse = replace(heard, helped=max(heard.helped - 1, 0), did_not_help=heard.did_not_help + 1)

    assert ORDER.index(evidence_after(now, worse, rules)) <= ORDER.index(evidence_after(now, heard, rules))


@given(heards, thresholds)
def test_what_is_proven_stays_so_at_least_as_easily_as_it_becomes_so(heard, rules):
    stays, becomes = (evidence_after(now, heard, rules) for now in (Evidence.PROVEN, Evidence.TRIED))

    assert ORDER.index(stays) >= ORDER.index(becomes)
