"""What makes a question good to think along with: advice for its writer, never a reason to refuse it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 15
FEWEST_WORDS = 3
GOOD_STARTS = frozenset({"mag", "mogen", "kan", "kunnen", "moet", "moeten", "wil", "willen", "durf", "durft", "durven"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CONCLUDES = re.compile(
    r"\b(toch|immers|natuurlijk|gewoon|eindelijk|terecht|onterecht|uiteraard|alleen maar|belachelijk|schandalig)\b",
    re.IGNORECASE,
)


def advice_on(question: str) -> tuple[str, ...]:
    """Return what could make a question better; nothing for one of a few words, that is still being written."""
    words = _WORD.findall(question.casefold())
    return tuple(_advice(question, words)) if len(words) >= FEWEST_WORDS else ()


def _advice(question: str, words: list[str]) -> Iterator[str]:
    if words[0] == "hoe":
        yield _("Uw vraag begint met ‘hoe’. Begin liever met mag, kan, moet, wil of durf: dan ziet u de keuze.")
    elif words[0] not in GOOD_STARTS:
        yield _("Begin liever met mag, kan, moet, wil of durf: dan ziet u de keuze.")
    if "," in question:
        yield _("Er staat een komma in uw vraag. Zijn het twee vragen? Kies dan de belangrijkste.")
    if len(words) > MOST_WORDS:
        yield _("Uw vraag heeft %(number)d woorden. Vijftien zijn meestal genoeg.") % {"number": len(words)}
    if concluded := _CONCLUDES.search(question):
        yield _("Het woord ‘%(word)s’ geeft het antwoord al. Laat open wat het antwoord is.") % {"word": concluded[0]}
    if not question.rstrip().endswith("?"):
        yield _("Sluit af met een vraagteken.")
