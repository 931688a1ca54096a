"""A short extract of a text around the words that somebody looked for, with those words marked.

A word of the text is marked when it holds a word that was looked for, or has most groups of three letters in common
with it: so a form of the word and a slip of the hand are marked as well, in the way in which they are found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LENGTH = 180
BEFORE = 40
ALIKE = 0.55
_WORD = re.compile(r"[^\W\d_]+")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of an extract; `is_hit` when it is a word that was looked for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """What is shown of a text, in order, and whether more of the text stands before or after it."""

    bits: tuple[Bit, ...]
    begins_later: bool
    ends_sooner: bool

    @property
    def has_hit(self) -> bool:
        """Tell whether a word that was looked for stands in it."""
        return any(bit.is_hit for bit in self.bits)


def extract(text: str, words: Sequence[str]) -> Extract:
    """Return the stretch of a text in which most of the words stand, or its beginning when none does."""
    plain = " ".join(text.split())
    hits = [found.span() for found in _WORD.finditer(plain) if _is_hit(found[0], words)]
    begin = _begin(plain, max(hits, key=lambda hit: _hits_from(hit, hits), default=(0, 0))[0])
    end = _end(plain, begin + LENGTH)
    shown = [(start, stop) for start, stop in hits if start >= begin and stop <= end]
    return Extract(tuple(_bits(plain, begin, end, shown)), begins_later=begin > 0, ends_sooner=end < len(plain))


def number_of_hits(text: str, words: Sequence[str]) -> int:
    """Return of how many of these words something in a text is a form, a longer word or a slip of the hand."""
    tokens = _WORD.findall(text)
    return sum(any(_is_hit(token, [word]) for token in tokens) for word in words)


def _hits_from(hit: Span, hits: Sequence[Span]) -> int:
    return sum(1 for start, _stop in hits if hit[0] <= start < hit[0] + LENGTH - BEFORE)


def _begin(plain: str, hit: int) -> int:
    """Return the beginning of a word, some way before a hit."""
    if hit <= BEFORE:
        return 0
    return plain.rfind(" ", 0, hit - BEFORE) + 1


def _end(plain: str, wished: int) -> int:
    """Return the end of a word, at or before the place that is wished for; a word that fills all is not cut."""
    if wished >= len(plain):
        return len(plain)
    last = plain.rfind(" ", wished - LENGTH + BEFORE, wished + 1)
    following = plain.find(" ", wished)
    return last if last > 0 else following if following > 0 else len(plain)


def _bits(plain: str, begin: int, end: int, hits: Sequence[Span]) -> list[Bit]:
    bits: list[Bit] = []
    place = begin
    for start, stop in hits:
        bits += [Bit(plain[place:start]), Bit(plain[start:stop], is_hit=True)]
        place = stop
    return [bit for bit in (*bits, Bit(plain[place:end])) if bit.text]


def _is_hit(token: str, words: Sequence[str]) -> bool:
    folded = token.casefold()
    return any(word in folded or _likeness(word, folded) >= ALIKE for word in words)


def _likeness(word: str, token: str) -> float:
    """Return which part of the groups of three letters of a word stand in another one."""
    wanted = _threes(word)
    return len(wanted & _threes(token)) / len(wanted)


def _threes(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
