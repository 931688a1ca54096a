"""Readability: long sentences, hard words with simpler ones, and an indication of level B1.

The indication is just that: it counts words and sentences and knows nothing of what is said. It
follows the advice of plain Dutch: sentences of ten to fifteen words, short and known words.
"""

import re
from dataclasses import dataclass
from functools import cache

from verder.textcheck.names.lists import load_lists
from verder.textcheck.rules import read_rules

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\w)[^.!?\n]+)*[.!?]*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONG_SENTENCE, _TOO_LONG_SENTENCE = 15, 22
_LONG_WORD = 13
_MOST_LONG_WORDS = 0.10


@dataclass(frozen=True, slots=True)
class LongSentence:
    """Hold where a long sentence stands and how many words it has."""

    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class HardWord:
    """Hold where a hard word stands and a simpler one."""

    start: int
    end: int
    simpler: str


@dataclass(frozen=True, slots=True)
class Readability:
    """Hold what makes a text hard to read, and whether it looks like level B1."""

    words_per_sentence: float
    long_sentences: tuple[LongSentence, ...]
    hard_words: tuple[HardWord, ...]
    looks_like_b1: bool


@cache
def _hard_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the expression for hard words, and the simpler word for each."""
    simpler = dict(read_rules("readability")["simpler"])
    longest_first = "|".join(sorted(map(re.escape, simpler), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])", re.IGNORECASE), simpler


def measure(text: str) -> Readability:
    """Return how easy a text is to read."""
    sentences = [(match, len(_WORD.findall(match[0]))) for match in _SENTENCE.finditer(text)]
    counted = [(match, count) for match, count in sentences if count]
    words = sum(count for _, count in counted)
    long = tuple(LongSentence(*_stripped(match), count) for match, count in counted if count > _TOO_LONG_SENTENCE)
    expression, simpler = _hard_words()
    hard = tuple(HardWord(*match.span(), simpler[match[0].lower()]) for match in expression.finditer(text))
    per_sentence = words / len(counted) if counted else 0.0
    easy = per_sentence <= _LONG_SENTENCE and not long and _share_of_long_words(text, words) <= _MOST_LONG_WORDS
    return Readability(per_sentence, long, hard, easy and len(hard) <= words / 50)


def _stripped(match: re.Match[str]) -> tuple[int, int]:
    """Return where a sentence stands without the spaces around it."""
    lead = len(match[0]) - len(match[0].lstrip())
    return match.start() + lead, match.start() + len(match[0].rstrip())


def _share_of_long_words(text: str, words: int) -> float:
    """Return the share of long words that are not among the common ones."""
    common = load_lists().common
    long = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD and word.lower() not in common]
    return len(long) / max(1, words)
