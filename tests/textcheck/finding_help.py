"""What the tests of this room share: seeing findings as the words they point at."""

from verder.textcheck import Label, Level, check

NOTHING = frozenset[str]()


def found(text: str, label: Label, *, allowed: frozenset[str] = NOTHING) -> list[str]:
    return [text[one.start : one.end] for one in check(text, allowed=allowed) if one.label is label]


def stopped(text: str) -> list[str]:
    return [text[one.start : one.end] for one in check(text, allowed=NOTHING) if one.level is Level.STOP]
