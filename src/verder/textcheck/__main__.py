"""The command line of the text check: JSON lines in, JSON lines out, in the same order."""

import argparse
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from verder.textcheck.check import check, check_language, check_privacy
from verder.textcheck.finding import Finding


@dataclass(frozen=True, slots=True)
class _Asked:
    """Hold one line that was asked about: the name its answer goes by, and the text."""

    name: object
    text: str


def _asked(line: bytes) -> _Asked:
    """Read one line; say what is wrong with it by raising ValueError."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError("this is not JSON in UTF-8") from error
    if not isinstance(asked, dict) or "id" not in asked or not isinstance(asked.get("text"), str):
        raise ValueError('expected {"id": ..., "text": "..."}')
    return _Asked(asked["id"], asked["text"])


def _spans(text: str, *, privacy: bool, language: bool) -> list[Finding]:
    """Return the findings of the halves that are asked for; without a choice, of both."""
    nothing = frozenset[str]()
    if privacy == language:
        return check(text, allowed=nothing)
    return check_privacy(text, allowed=nothing) if privacy else check_language(text, allowed=nothing)


def _answer(name: object, findings: Iterable[Finding]) -> str:
    """Return the line that answers."""
    spans = [
        {
            "start": one.start,
            "end": one.end,
            "label": one.label.value,
            "level": one.level.value,
            "why": one.why,
            "replacement": one.replacement,
        }
        for one in findings
    ]
    return json.dumps({"id": name, "spans": spans}, ensure_ascii=False) + "\n"


def check_lines(
    lines: Iterable[bytes], answers: TextIO, *, privacy: bool = False, language: bool = False
) -> Iterator[str]:
    """Write for each line `{"id", "text"}` its `{"id", "spans"}`; yield a complaint for each line that cannot be read.

    A line that cannot be read has no answer; those after it have.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = _asked(line)
        except ValueError as error:
            yield f"Line {number} was left out: {error}."
        else:
            answers.write(_answer(asked.name, _spans(asked.text, privacy=privacy, language=language)))
            answers.flush()


def _written_to(stream: BinaryIO) -> io.TextIOWrapper:
    """Return a way to write lines in UTF-8, whatever the machine is used to; half a letter becomes its JSON escape."""
    return io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the lines on standard input; the exit code is 1 when a line could not be read."""
    parser = argparse.ArgumentParser(
        prog="verder check-text", description="Check texts: JSON lines in, JSON lines out."
    )
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--privacy", action="store_true", help="only what makes a person recognisable")
    half.add_argument("--language", action="store_true", help="only careful language")
    chosen = parser.parse_args(arguments)
    answers = _written_to(sys.stdout.buffer)
    failed = False
    for complaint in check_lines(sys.stdin.buffer, answers, privacy=chosen.privacy, language=chosen.language):
        sys.stderr.write(f"{complaint}\n")
        failed = True
    answers.detach()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
