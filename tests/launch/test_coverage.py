"""The core and what writes must be tested whole; the rest nearly so."""

from __future__ import annotations

import json

import pytest

from verder.launch.coverage import Reach, read, shortfalls


@pytest.mark.parametrize(
    "file",
    [
        "src/verder/domain/ladder.py",
        "src/verder/textcheck/patterns/bsn.py",
        "src/verder/deliberation/operations/climb.py",
        "src/verder/gate/operations.py",
    ],
)
def test_the_core_and_what_writes_must_be_whole(file):
    assert shortfalls([Reach(file, 9, 10)]) == [
        f"{file}: 1 lines or branches are not tested; this file must be tested whole."
    ]


def test_what_is_whole_is_enough():
    assert shortfalls([Reach("src/verder/domain/ladder.py", 10, 10)]) == []


def test_the_rest_may_miss_a_little():
    assert shortfalls([Reach("src/verder/web/views.py", 95, 100)]) == []


def test_the_rest_may_not_miss_more():
    assert shortfalls([Reach("src/verder/web/views.py", 94, 100)]) == [
        "The rest of the house is tested for 94.0 %; it must be at least 95 %."
    ]


def test_lines_and_branches_count_together(tmp_path):
    summary = {"covered_lines": 8, "covered_branches": 1, "num_statements": 10, "num_branches": 2}
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": {"src/verder/web/views.py": {"summary": summary}}}))

    assert read(report) == [Reach("src/verder/web/views.py", 9, 12)]
