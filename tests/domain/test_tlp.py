"""The labels of the Traffic Light Protocol: which is stricter, and what follows."""

from __future__ import annotations

from itertools import combinations

import pytest

from verder.domain.tlp import DEFAULT, LOGGED_WHEN_READ, MAY_BE_MAILED, Tlp, is_wider, strictest

FROM_WIDE_TO_STRICT = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
PAIRS = [(Tlp(wide), Tlp(strict)) for wide, strict in combinations(FROM_WIDE_TO_STRICT, 2)]


def test_the_labels_are_written_as_first_writes_them() -> None:
    assert [str(label) for label in Tlp] == FROM_WIDE_TO_STRICT


def test_what_has_no_label_is_for_the_own_bodies_only() -> None:
    assert DEFAULT == "TLP:AMBER+STRICT"


@pytest.mark.parametrize(("wide", "strict"), PAIRS)
def test_a_wider_label_is_wider_and_never_the_other_way_round(wide: Tlp, strict: Tlp) -> None:
    assert is_wider(wide, strict)
    assert not is_wider(strict, wide)


@pytest.mark.parametrize("label", list(Tlp))
def test_a_label_is_not_wider_than_itself(label: Tlp) -> None:
    assert not is_wider(label, label)


@pytest.mark.parametrize(("wide", "strict"), PAIRS)
def test_an_extract_inherits_the_strictest_label(wide: Tlp, strict: Tlp) -> None:
    assert strictest([wide, strict]) is strict
    assert strictest([strict, wide]) is strict


def test_an_extract_of_nothing_gets_the_default() -> None:
    assert strictest([]) is DEFAULT


def test_reads_of_the_two_strictest_labels_are_logged() -> None:
    assert {Tlp.RED, Tlp.AMBER_STRICT} == LOGGED_WHEN_READ


def test_red_is_never_mailed() -> None:
    assert set(Tlp) - MAY_BE_MAILED == {Tlp.RED}
