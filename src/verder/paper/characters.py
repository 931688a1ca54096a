"""Which characters can be printed: those of our letters, and of the ones that the typesetter brings."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

MISSING = "□"


def _unprintable() -> re.Pattern[str]:
    ranges = (Path(__file__).parent / "fonts" / "coverage.txt").read_text(encoding="ascii").split()
    ends = (span.partition("-") for span in ranges)
    covered = "".join(rf"\U{int(first, 16):08x}-\U{int(last or first, 16):08x}" for first, _, last in ends)
    return re.compile(f"[^\n{covered}]")


UNPRINTABLE = _unprintable()


def printable(text: str) -> str:
    """Return the text with a box for each character that no letter exists for, which would stop the press."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return UNPRINTABLE.sub(MISSING, lines)
