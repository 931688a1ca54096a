"""The command reads JSON lines and answers in the same order."""

import io
import json
import runpy
import sys

import pytest

from verder.textcheck.__main__ import check_lines, main

LINES = '{"id": "a", "text": "Bel 06-12345678. Die moeders liegen altijd."}\n\n{"id": 2, "text": "Niets."}\n'


def _labels(answer: str) -> list[tuple[object, list[str]]]:
    rows = [json.loads(line) for line in answer.splitlines()]
    return [(row["id"], [span["label"] for span in row["spans"]]) for row in rows]


@pytest.mark.parametrize(
    ("arguments", "labels"),
    [([], ["PHONE", "GENERALISATION"]), (["--privacy"], ["PHONE"]), (["--language"], ["GENERALISATION"])],
)
def test_each_half_can_be_chosen(
    arguments: list[str], labels: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(LINES))

    assert main(arguments) == 0

    assert _labels(capsys.readouterr().out) == [("a", labels), (2, [])]


def test_a_span_says_all_that_is_promised() -> None:
    answers = io.StringIO()

    check_lines(io.StringIO(LINES), answers, privacy=True)

    span = json.loads(answers.getvalue().splitlines()[0])["spans"][0]
    assert set(span) == {"start", "end", "label", "level", "why", "replacement"}
    assert (span["start"], span["end"], span["level"]) == (4, 15, "stop")


def test_the_room_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(LINES))
    monkeypatch.setattr(sys, "argv", ["verder check-text"])
    monkeypatch.delitem(sys.modules, "verder.textcheck.__main__")

    with pytest.raises(SystemExit) as ending:
        runpy.run_module("verder.textcheck", run_name="__main__")

    assert ending.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
