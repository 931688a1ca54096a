"""What guidance is made of: which parts each kind has, which of them it cannot do without, and what is still lacking.

A part has one text, rows with headings of their own (who does what), or one row for each step of the reporting code.
Cultural context is never required: where it stands, it has a source, somebody read it second, and a part beside it
says what it does not mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class PublicationKind(StrEnum):
    """What kind of guidance it is."""

    INSIGHT = "insight"
    COURSE_OF_ACTION = "course_of_action"
    FACTSHEET = "factsheet"
    ACTION_FRAMEWORK = "action_framework"


class PartCode(StrEnum):
    """What a part is about."""

    TEXT = "text"
    AUDIENCE = "audience"
    APPLIES = "applies"
    APPLIES_NOT = "applies_not"
    BEHAVIOUR = "behaviour"
    CONTEXT = "context"
    CONTEXT_NOT = "context_not"
    SHARING = "sharing"
    STEPS = "steps"
    REPORTING_CODE = "reporting_code"
    DONT = "dont"
    CHILD = "child"
    SAFETY = "safety"
    COMPLAINT = "complaint"
    CONTACTS = "contacts"


class Shape(StrEnum):
    """How a part is written."""

    ONE = "one"
    ROWS = "rows"
    SOURCED = "sourced"
    FIVE = "five"
    CHOSEN = "chosen"


STEPS_OF_THE_CODE = 5
MOST_ROWS = 12

_INSIGHT, _COURSE, _FACTSHEET, _FRAMEWORK = PublicationKind


@dataclass(frozen=True, slots=True)
class Rule:
    """One part: how it is written, which kinds need it, and which may have it besides."""

    code: PartCode
    shape: Shape
    needed_in: frozenset[PublicationKind]
    may_be_in: frozenset[PublicationKind] = frozenset()


def _rule(code: PartCode, needed: str, offered: str = "", shape: Shape = Shape.ONE) -> Rule:
    letters = {"i": _INSIGHT, "c": _COURSE, "s": _FACTSHEET, "f": _FRAMEWORK}
    return Rule(code, shape, frozenset(letters[one] for one in needed), frozenset(letters[one] for one in offered))


RULES: tuple[Rule, ...] = (
    # In the order in which they are read: i(nsight), c(ourse of action), (fact)s(heet), f(ramework).
    _rule(PartCode.TEXT, "ics", "f"),
    _rule(PartCode.AUDIENCE, "f", "ics"),
    _rule(PartCode.APPLIES, "cf", "s"),
    _rule(PartCode.APPLIES_NOT, "f", "cs"),
    _rule(PartCode.BEHAVIOUR, "f", "s"),
    _rule(PartCode.CONTEXT, "", "isf", Shape.SOURCED),
    _rule(PartCode.CONTEXT_NOT, "", "isf"),
    _rule(PartCode.SHARING, "f", "cs", Shape.ROWS),
    _rule(PartCode.STEPS, "f", "c", Shape.ROWS),
    _rule(PartCode.REPORTING_CODE, "f", "cs", Shape.FIVE),
    _rule(PartCode.DONT, "cf", "s"),
    _rule(PartCode.CHILD, "f", "ics"),
    _rule(PartCode.SAFETY, "f", "cs"),
    _rule(PartCode.COMPLAINT, "f", "cs"),
    _rule(PartCode.CONTACTS, "f", "ics", Shape.CHOSEN),
)


def rules_of(kind: PublicationKind) -> list[Rule]:
    """Return the parts that a kind needs or may have, in the order in which they are read."""
    return [rule for rule in RULES if kind in rule.needed_in | rule.may_be_in]


@dataclass(frozen=True, slots=True)
class Part:
    """A part in words, or one row of it; a step of the reporting code is known by its number."""

    code: PartCode
    text: str
    number: int = 1
    heading: str = ""
    source: str = ""
    read_by: str = ""
    """The role of who read it second: somebody who knows of it, never a name."""
    ask_privacy_officer: bool = False


class LackKind(StrEnum):
    """What keeps a part from being done."""

    EMPTY = "empty"
    NO_STEP = "no_step"
    NO_HEADING = "no_heading"
    NO_SOURCE = "no_source"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a part lacks, and in which of its rows."""

    code: PartCode
    kind: LackKind
    number: int = 1


def lacks(kind: PublicationKind, parts: Sequence[Part], *, has_contacts: bool) -> list[Lack]:
    """Return everything that a piece of this kind lacks in its parts, in the order in which they are read."""
    found: list[Lack] = []
    for rule in rules_of(kind):
        rows = [part for part in parts if part.code == rule.code]
        is_there = has_contacts if rule.shape is Shape.CHOSEN else any(row.text for row in rows)
        if is_there:
            found += _lacks_of_rows(rule, rows)
        elif kind in rule.needed_in or (rule.code is PartCode.CONTEXT_NOT and _tells_of_context(parts)):
            found.append(Lack(rule.code, LackKind.EMPTY))
    return found


def _tells_of_context(parts: Iterable[Part]) -> bool:
    return any(part.text for part in parts if part.code is PartCode.CONTEXT)


def _lacks_of_rows(rule: Rule, rows: Sequence[Part]) -> Iterator[Lack]:
    if rule.shape is Shape.FIVE:
        written = {row.number for row in rows if row.text}
        for number in range(1, STEPS_OF_THE_CODE + 1):
            if number not in written:
                yield Lack(rule.code, LackKind.NO_STEP, number)
    for row in rows:
        if rule.shape is Shape.ROWS and not row.heading:
            yield Lack(rule.code, LackKind.NO_HEADING, row.number)
        if rule.shape is Shape.SOURCED and not row.source:
            yield Lack(rule.code, LackKind.NO_SOURCE, row.number)
        if rule.shape is Shape.SOURCED and not row.read_by:
            yield Lack(rule.code, LackKind.NOT_READ, row.number)
