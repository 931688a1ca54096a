"""One place in a text that asks for attention, and how to write it otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from verder.textcheck.labels import Label, Level


@dataclass(frozen=True, slots=True)
class Finding:
    """Say where, what, why and what to write instead; it holds none of the text.

    `start` and `end` count characters of the text that was checked, `end` is exclusive.
    An empty `replacement` means that only the writer can find other words.
    """

    start: int
    end: int
    label: Label
    level: Level
    why: str
    replacement: str


def replaced(text: str, findings: Iterable[Finding]) -> str:
    """Return the text with every proposed replacement put in its place.

    Where findings overlap, the one that starts first and reaches farthest is used.
    """
    parts: list[str] = []
    done = 0
    for finding in sorted(findings, key=lambda one: (one.start, -one.end)):
        if finding.replacement and finding.start >= done:
            parts += [text[done : finding.start], finding.replacement]
            done = finding.end
    return "".join([*parts, text[done:]])
