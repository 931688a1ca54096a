"""How a text is cleaned, and how it is read so that no trick of type hides a number.

A reading is the text as a person sees it: invisible characters gone, every kind of dash, space
and quote made one, digits of other scripts made plain. It remembers where each character stood.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = re.compile(r"[\n\t\x20-\x7e¡-¬®-ÿŒœŠšŸŽžĞğİıŞşĆćČčŁłŃńŘř€…‘’“”–—]*")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FOLDED = (
    dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃"), "-")
    | dict.fromkeys(map(ord, "‘’‚‛′`´"), "'")
    | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
    | {ord("\t"): " ", ord("·"): "."}
)


def _is_visible(char: str) -> bool:
    """Say whether a character is one that a text may keep."""
    if char in {"\n", "\t"}:
        return True
    if unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
        return False
    return char not in _FILLERS and not "\ufe00" <= char <= "\ufe0f"


def normalise(text: str) -> str:
    """Return the text with one line end, composed letters and nothing invisible."""
    text = _LINE_ENDS.sub("\n", text)
    if not _PLAIN.fullmatch(text):
        text = "".join(filter(_is_visible, text))
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a text as it is read, and the way back to the text as it was written."""

    text: str
    _starts: tuple[int, ...] | None = None
    _ends: tuple[int, ...] | None = None

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the reading stands in the written text."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each visible character with the marks on it, and where it was written."""
    start = end = 0
    cluster = ""
    for place, char in enumerate(text.replace("\r", "\n")):
        if not _is_visible(char):
            continue
        if cluster and unicodedata.combining(char):
            cluster, end = cluster + char, place + 1
            continue
        if cluster:
            yield start, end, cluster
        start, end, cluster = place, place + 1, char
    if cluster:
        yield start, end, cluster


def _fold(cluster: str) -> str:
    """Return the plain form of one character with its marks."""
    if cluster[0].isdigit():
        return str(unicodedata.digit(cluster[0]))
    composed = unicodedata.normalize("NFC", cluster).translate(_FOLDED)
    plain = unicodedata.normalize("NFKC", composed)
    if len(plain) == 1 and not composed.isspace():
        return plain.translate(_FOLDED)
    return " " if composed.isspace() and composed != "\n" else composed


def read(text: str) -> Reading:
    """Return the reading of a text."""
    if _PLAIN.fullmatch(text):
        return Reading(text.replace("\t", " ").translate(_FOLDED))
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        plain = _fold(cluster)
        folded.append(plain)
        starts += [start] * len(plain)
        ends += [end] * len(plain)
    return Reading("".join(folded), tuple(starts), tuple(ends))
