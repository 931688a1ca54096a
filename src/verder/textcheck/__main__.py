"""The command line of the text check: JSON lines in, JSON lines out, in the same order."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TextIO

from verder.textcheck.check import check, check_language, check_privacy
from verder.textcheck.finding import Finding


def _spans(text: str, *, privacy: bool, language: bool) -> list[Finding]:
    """Return the findings of the halves that are asked for; without a choice, of both."""
    nothing = frozenset[str]()
    if privacy == language:
        return check(text, allowed=nothing)
    return check_privacy(text, allowed=nothing) if privacy else check_language(text, allowed=nothing)


def check_lines(lines: TextIO, answers: TextIO, *, privacy: bool = False, language: bool = False) -> None:
    """Write for each line `{"id", "text"}` its `{"id", "spans"}`."""
    for line in lines:
        if line.strip():
            asked = json.loads(line)
            spans = [
                {
                    "start": one.start,
                    "end": one.end,
                    "label": one.label.value,
                    "level": one.level.value,
                    "why": one.why,
                    "replacement": one.replacement,
                }
                for one in _spans(asked["text"], privacy=privacy, language=language)
            ]
            answers.write(json.dumps({"id": asked["id"], "spans": spans}, ensure_ascii=False) + "\n")
            answers.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the lines on standard input."""
    parser = argparse.ArgumentParser(
        prog="verder check-text", description="Check texts: JSON lines in, JSON lines out."
    )
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--privacy", action="store_true", help="only what makes a person recognisable")
    half.add_argument("--language", action="store_true", help="only careful language")
    chosen = parser.parse_args(arguments)
    check_lines(sys.stdin, sys.stdout, privacy=chosen.privacy, language=chosen.language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
