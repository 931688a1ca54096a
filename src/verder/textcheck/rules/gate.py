"""Knowing quickly that a rule cannot match, by the letters with which one of the words must begin.

Searching every sentence with every rule would be slow; looking up its words is not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

_LITERAL = re.compile(r"[\w'-]+")
_ENOUGH = 2
_NONE: frozenset[int] = frozenset()


class Gates:
    """Say which of many expressions a word of a sentence can open a match of."""

    def __init__(self, expressions: Iterable[str]) -> None:
        self._always: set[int] = set()
        self._opened_by: dict[str, set[int]] = defaultdict(set)
        for number, expression in enumerate(expressions):
            openings = _openings(expression)
            if openings is None:
                self._always.add(number)
            for opening in openings or ():
                self._opened_by[opening].add(number)

    def opened(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the expressions that one of these words, in small letters, can open."""
        found = set(self._always)
        for word in words:
            for length in range(_ENOUGH, len(word) + 1):
                found |= self._opened_by.get(word[:length], _NONE)
        return sorted(found)


def _openings(expression: str) -> frozenset[str] | None:
    """Return what the first word of any match begins with, None when that cannot be told."""
    found: set[str] = set()
    for alternative in _split(expression):
        openings = _of_sequence(alternative)
        if openings is None or any(len(opening) < _ENOUGH for opening in openings):
            return None
        found |= openings
    return frozenset(found)


def _of_sequence(sequence: str) -> set[str] | None:
    """Return the openings of an expression without alternatives; an empty one means nothing is needed."""
    found: set[str] = set()
    while sequence:
        if sequence[0] == "(":
            inside, sequence = _group(sequence)
            if inside.startswith(("?<", "?!", "?=")):
                continue
            openings = _of_alternatives(inside.removeprefix("?:"))
            optional = sequence[:1] in {"?", "*"}
            if openings is None:
                return None
            found |= openings - {""}
            if not optional and "" not in openings:
                return found
            sequence = sequence.lstrip("?*")
        elif literal := _LITERAL.match(sequence):
            after = sequence[literal.end() : literal.end() + 1]
            return found | {literal[0][:-1] if after in {"?", "*"} else literal[0]}
        else:
            return None
    return found | {""}


def _of_alternatives(expression: str) -> set[str] | None:
    """Return the openings of alternatives together."""
    found: set[str] = set()
    for alternative in _split(expression):
        openings = _of_sequence(alternative)
        if openings is None:
            return None
        found |= openings
    return found


def _group(sequence: str) -> tuple[str, str]:
    """Return what stands inside the first brackets, and what follows them."""
    depth = at = 1
    while depth:
        depth += (sequence[at] == "(") - (sequence[at] == ")")
        at += 1
    return sequence[1 : at - 1], sequence[at:]


def _split(expression: str) -> list[str]:
    """Return the alternatives of an expression, those inside brackets left alone."""
    parts, depth = [""], 0
    for sign in expression:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
