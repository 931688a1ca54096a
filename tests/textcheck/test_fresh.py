"""What was reached on batches written before the check was run on them does not get worse: shares, no texts."""

from collections import Counter

import pytest

from tests.textcheck.finding_help import NOTHING
from tests.textcheck.fresh_batches import Item, Mark, items_of
from verder.textcheck import Finding, Level, check_privacy
from verder.textcheck.language import find_careless


def _covers(finding: Finding, mark: Mark) -> bool:
    return finding.label.value == mark.label and finding.start < mark.end and mark.start < finding.end


def _found(item: Item, *, small: bool = False) -> Counter[tuple[str, bool]]:
    findings = check_privacy(item.text.lower() if small else item.text, allowed=NOTHING)
    return Counter((mark.label, any(_covers(one, mark) for one in findings)) for mark in item.marks)


def _recall(kinds: str, *, small: bool = False) -> dict[str, float]:
    totals = sum((_found(item, small=small) for item in items_of(kinds)), Counter())
    return {label: totals[label, True] / (totals[label, True] + totals[label, False]) for label, _ in totals}


@pytest.mark.slow
def test_who_and_what_can_be_recognised_is_found() -> None:
    recall = _recall("privacy") | _recall("traits")

    assert min(recall[label] for label in ("PERSON", "ETHNIC", "QUASI")) >= 0.98
    assert recall["ADDRESS"] >= 0.93
    assert all(share == 1 for label, share in recall.items() if label not in {"PERSON", "ADDRESS", "ETHNIC", "QUASI"})


@pytest.mark.slow
def test_most_names_in_small_letters_are_found() -> None:
    assert _recall("privacy", small=True)["PERSON"] >= 0.92


@pytest.mark.slow
def test_hardly_any_text_without_marks_is_stopped() -> None:
    clean = [item for item in (*items_of("privacy"), *items_of("traits")) if not item.marks]
    stopped = [
        item.text for item in clean if any(one.level is Level.STOP for one in check_privacy(item.text, allowed=NOTHING))
    ]

    assert len(stopped) <= len(clean) // 50, stopped


@pytest.mark.slow
def test_careless_sentences_are_found_and_careful_ones_left_alone() -> None:
    told = [(item.is_careless, any(find_careless(item.text))) for item in (*items_of("language"), *items_of("traits"))]

    right = sum(meant and shown for meant, shown in told)
    assert right / sum(shown for _, shown in told) >= 0.95
    assert right / sum(meant for meant, _ in told) >= 0.92
