"""What differs between two texts, word by word: which words stay, which are gone and which are new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+[^\S\r\n]*|[^\S\r\n]+|\r\n|\r|\n")
"""A word with the blanks behind it; the end of a line stands by itself, so that more below it changes no word."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with what became of it."""

    change: Change
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts: first by line, then by word where lines differ, so that long texts are quick as well."""
    return tuple(_joined(_by_line(old.splitlines(keepends=True), new.splitlines(keepends=True))))


def _by_line(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before, after = "".join(old[start:end]), "".join(new[new_start:new_end])
        if tag == "equal":
            yield Piece(Change.SAME, before)
        else:
            yield from _by_word(_WORD.findall(before), _WORD.findall(after))


def _by_word(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield Piece(Change.SAME, "".join(old[start:end]))
            continue
        yield Piece(Change.GONE, "".join(old[start:end]))
        yield Piece(Change.NEW, "".join(new[new_start:new_end]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind, and leave empty ones out."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last and last.change == piece.change:
            last = Piece(last.change, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
