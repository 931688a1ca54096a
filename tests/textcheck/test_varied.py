"""How well the check does on sentences that were written before its rules for them: shares, not single sentences.

In each file one sentence stands on a line. What must be found stands in [ ]; a line without it must stay clean.
"""

import re
from pathlib import Path

import pytest

from tests.textcheck.finding_help import NOTHING
from verder.textcheck import Label, Level, check_privacy

_MARK = re.compile(r"\[(.+?)\]")


def _sentences(name: str) -> list[str]:
    return (Path(__file__).parent / "varied" / f"{name}.txt").read_text("utf-8").splitlines()


def _is_found(marked: str, label: Label) -> bool:
    mark = _MARK.search(marked)
    assert mark
    start, end = mark.start(), mark.end() - 2
    found = check_privacy(_MARK.sub(r"\1", marked), allowed=NOTHING)
    return any(one.label is label and one.start < end and start < one.end for one in found)


@pytest.mark.parametrize("label", [Label.ETHNIC, Label.QUASI, Label.ADDRESS])
def test_nearly_all_that_points_at_one_family_is_found(label: Label) -> None:
    marked = [line for line in _sentences(label.value.lower()) if _MARK.search(line)]
    missed = [line for line in marked if not _is_found(line, label)]

    assert len(missed) <= len(marked) // 20, missed


@pytest.mark.parametrize("name", ["ethnic", "quasi", "address", "ordinary"])
def test_a_sentence_that_points_at_nobody_is_left_alone(name: str) -> None:
    clean = [line for line in _sentences(name) if not _MARK.search(line)]
    shown = [(line, one.label) for line in clean for one in check_privacy(line, allowed=NOTHING)]

    assert len(shown) <= len(clean) // 20, shown
    assert not [line for line in clean for one in check_privacy(line, allowed=NOTHING) if one.level is Level.STOP]
