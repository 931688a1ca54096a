"""The text check: what may stand in a text before it is stored. Pure Python, no network.

The public face of this room is what is named here.
"""

from verder.textcheck.check import check, check_language, check_privacy
from verder.textcheck.checked import CheckedText, Dismissal, TextNotClear, clear
from verder.textcheck.finding import Finding, replaced
from verder.textcheck.labels import Label, Level
from verder.textcheck.readability import HardWord, LongSentence, Readability, measure
from verder.textcheck.reading import normalise

__all__ = [
    "CheckedText",
    "Dismissal",
    "Finding",
    "HardWord",
    "Label",
    "Level",
    "LongSentence",
    "Readability",
    "TextNotClear",
    "check",
    "check_language",
    "check_privacy",
    "clear",
    "measure",
    "normalise",
    "replaced",
]
