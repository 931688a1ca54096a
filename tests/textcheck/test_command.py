"""The command reads JSON lines and answers in the same order."""

import io
import json
import runpy
import subprocess
import sys

import pytest

from verder.textcheck.__main__ import check_lines, main

LINES = b'{"id": "a", "text": "Bel 06-12345678. Die moeders liegen altijd."}\n\n{"id": 2, "text": ""}\n'


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES)))


def _labels(answer: str) -> list[tuple[object, list[str]]]:
    rows = [json.loads(line) for line in answer.splitlines()]
    return [(row["id"], [span["label"] for span in row["spans"]]) for row in rows]


def _checked(lines: bytes) -> tuple[list[tuple[object, list[str]]], list[str]]:
    answers = io.StringIO()
    complaints = list(check_lines(io.BytesIO(lines), answers, privacy=True))
    return _labels(answers.getvalue()), complaints


@pytest.mark.parametrize(
    ("arguments", "labels"),
    [([], ["PHONE", "GENERALISATION"]), (["--privacy"], ["PHONE"]), (["--language"], ["GENERALISATION"])],
)
@pytest.mark.usefixtures("given")
def test_each_half_can_be_chosen(arguments: list[str], labels: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0

    assert _labels(capfd.readouterr().out) == [("a", labels), (2, [])]


def test_a_span_says_all_that_is_promised() -> None:
    answers = io.StringIO()

    assert list(check_lines(io.BytesIO(LINES), answers, privacy=True)) == []

    span = json.loads(answers.getvalue().splitlines()[0])["spans"][0]
    assert set(span) == {"start", "end", "label", "level", "why", "replacement"}
    assert (span["start"], span["end"], span["level"]) == (4, 15, "stop")


@pytest.mark.parametrize(
    "broken",
    [b"niets", b"[1]", b'{"id": 1}', b'{"text": "x"}', b'{"id": 1, "text": 2}', b'{"id": "\xff"}', b"[" * 9**6],
)
def test_a_broken_line_is_named_and_the_others_are_answered(broken: bytes) -> None:
    labels, complaints = _checked(b"\n" + broken + b'\n{"id": 3, "text": "Bel 06-12345678."}')

    assert labels == [(3, ["PHONE"])]
    assert len(complaints) == 1
    assert complaints[0].startswith("Line 2 was left out: ")


def test_places_count_characters_whatever_stands_before() -> None:
    text = "\ufeff👩‍👧 Zoë\r\n\u200b06-12345678 \ud800"
    answers = io.StringIO()

    assert list(check_lines([json.dumps({"id": None, "text": text}).encode()], answers, privacy=True)) == []

    spans = json.loads(answers.getvalue())["spans"]
    assert [text[one["start"] : one["end"]] for one in spans if one["label"] == "PHONE"] == ["06-12345678"]


@pytest.mark.slow
def test_a_broken_line_ends_the_command_with_an_error_and_half_a_letter_does_not() -> None:
    ended = subprocess.run(  # our own command
        [sys.executable, "-m", "verder.textcheck"],
        input=b'\xef\xbb\xbf{"id": "\\ud800", "text": "Niets."}\n{\n',
        capture_output=True,
        check=False,
    )

    assert ended.returncode == 1
    assert json.loads(ended.stdout) == {"id": "\ud800", "spans": []}
    assert ended.stderr.decode() == "Line 2 was left out: this is not JSON in UTF-8.\n"


@pytest.mark.usefixtures("given")
def test_the_room_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["verder check-text"])
    monkeypatch.delitem(sys.modules, "verder.textcheck.__main__")

    with pytest.raises(SystemExit) as ending:
        runpy.run_module("verder.textcheck", run_name="__main__")

    assert ending.value.code == 0
    assert len(capfd.readouterr().out.splitlines()) == 2
