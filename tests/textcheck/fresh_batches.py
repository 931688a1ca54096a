"""Reading the fresh batches: in each file the first line says where it comes from, and every other line is one text.

What must be found stands as [LABEL words]; a careless sentence begins with G:, S:, U: or C:; the rest must stay clean.
A backslash with an n is the end of a line within a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from verder.textcheck.training.statements import marked

FOLDER = Path(__file__).parent / "fresh"
_MARK = re.compile(r"\[([A-Z]+) (.+?)\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold what must be found: its label and where it stands."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one text, what must be found in it, and whether it is careless."""

    text: str
    marks: tuple[Mark, ...]
    is_careless: bool


def items_of(kind: str) -> list[Item]:
    """Return the texts of every batch of one kind."""
    lines = [line for file in sorted(FOLDER.glob(f"{kind}_*.txt")) for line in file.read_text("utf-8").splitlines()[1:]]
    return [_item(line) for line in lines]


def _item(line: str) -> Item:
    text, labels = marked(line.replace("\\n", "\n"))
    return Item(_MARK.sub(r"\2", text), tuple(_marks(text)), bool(labels))


def _marks(text: str) -> Iterator[Mark]:
    """Yield each mark, at its place in the text without marks."""
    taken = 0
    for match in _MARK.finditer(text):
        start = match.start() - taken
        yield Mark(match[1], start, start + len(match[2]))
        taken += len(match[0]) - len(match[2])
