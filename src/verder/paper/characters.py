"""Which characters can be printed: those of our letters, and of the ones that the typesetter brings."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

MISSING = "□"
KEPT = "\N{SOFT HYPHEN}"


def _unprintable() -> re.Pattern[str]:
    ranges = (Path(__file__).parent / "fonts" / "coverage.txt").read_text(encoding="ascii").split()
    ends = (span.partition("-") for span in ranges)
    covered = "".join(rf"\U{int(first, 16):08x}-\U{int(last or first, 16):08x}" for first, _, last in ends)
    return re.compile(f"[^\n{covered}]")


UNPRINTABLE = _unprintable()


def printable(text: str) -> str:
    """Return the text with a box for each character that no letter exists for, which would stop the press.

    Marks that make no letter of their own together with what they stand on, and signs that only steer, are left out.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return UNPRINTABLE.sub(MISSING, "".join(character for character in lines if not _is_loose(character)))


def heading_text(text: str) -> str:
    """Return words for a heading: a heading without words is a dash, since nobody could find it otherwise."""
    return printable(text).strip() or "–"


def _is_loose(character: str) -> bool:
    return character not in KEPT and unicodedata.category(character) in {"Mn", "Me", "Cf"}
