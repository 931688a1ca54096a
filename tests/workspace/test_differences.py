"""What differs between two texts."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from verder.workspace.differences import Change, differences

WORDS = some.lists(some.sampled_from(["de", "school", "zag", "iets", "\n", "en", "toen\n\n"]), max_size=30).map(
    " ".join
)


def left(pieces, without: Change) -> str:
    """Put one of both texts together again."""
    return "".join(piece.text for piece in pieces if piece.change is not without)


@given(old=WORDS, new=WORDS)
def test_from_what_differs_both_texts_can_be_read_back(old, new):
    pieces = differences(old, new)

    assert left(pieces, Change.NEW) == old
    assert left(pieces, Change.GONE) == new
    assert all(one.change is not other.change for one, other in itertools.pairwise(pieces))


def test_one_other_word_is_all_that_is_marked():
    pieces = differences("De school zag iets.\nToen niet.", "De school hoorde iets.\nToen niet.")

    assert [(one.change, one.text) for one in pieces] == [
        (Change.SAME, "De school "),
        (Change.GONE, "zag "),
        (Change.NEW, "hoorde "),
        (Change.SAME, "iets.\nToen niet."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_is_added_below_leaves_the_last_word_as_it_was(end):
    pieces = differences(f"De school.{end}Toen niet.", f"De school.{end}Toen niet.{end}{end}Nu wel.")

    assert [(one.change, one.text) for one in pieces] == [
        (Change.SAME, f"De school.{end}Toen niet."),
        (Change.NEW, f"{end}{end}Nu wel."),
    ]


def test_two_empty_texts_do_not_differ():
    assert differences("", "") == ()


@pytest.mark.slow
def test_the_longest_texts_are_compared_while_one_waits():
    dice = random.Random(1)  # noqa: S311 -- dice for made-up texts
    vocabulary = ["de", "het", "een", *(f"woord{number}" for number in range(400))]

    def text() -> str:
        return " ".join(dice.choices(vocabulary, k=2800))[:20_000]

    old, new = text(), text()
    began = time.perf_counter()

    pieces = differences(old, new)

    assert left(pieces, Change.GONE) == new
    assert time.perf_counter() - began < 3
