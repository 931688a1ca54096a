"""The Chatham House Rule: what was said may be used; who said it, and for which organisation, may not be told."""

from __future__ import annotations

import re
from collections.abc import Collection

SOMEBODY = "een deelnemer"
AN_ORGANISATION = "een organisatie"
SHORTEST = 3


def without_names(text: str, *, people: Collection[str], organisations: Collection[str]) -> str:
    """Return a text in which no name of these people or organisations is left, in any case of letters.

    Of a person the whole name goes, and each of its words that begins with a capital, so that a surname alone names
    nobody; words of one or two letters stay unless the whole name is written.
    """
    for name in _longest_first(organisations):
        text = _replace(text, name, AN_ORGANISATION)
    for name in _longest_first(people):
        text = _replace(text, name, SOMEBODY)
    for word in _longest_first({word for name in people for word in re.findall(r"\w+", name) if _names(word)}):
        text = _replace(text, word, SOMEBODY)
    return text


def _longest_first(names: Collection[str]) -> list[str]:
    return sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))


def _names(word: str) -> bool:
    return len(word) >= SHORTEST and word[0].isupper()


def _replace(text: str, name: str, instead: str) -> str:
    gaps = r"\s+".join(re.escape(part) for part in name.split())
    return re.sub(rf"(?<!\w){gaps}(?!\w)", instead, text, flags=re.IGNORECASE)
