"""Number plates by the series that are given out.

Source: the sidecodes of the RDW (the Dutch vehicle authority), series 1 to 14, and the letters
that it uses: since series 4 no vowels and no C or Q. Plates of neighbours are known by form;
those of other countries only count beside a word for a vehicle.
"""

import re
from collections.abc import Iterable, Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words

_OLD_SERIES = words("XX-99-99 99-99-XX 99-XX-99")
_SERIES = words("XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9")


def _form(series: str, letters: str, between: str) -> str:
    """Return the expression for one series, written with this sign between its groups."""
    return series.replace("-", between).replace("9", r"\d").replace("X", letters)


def _any(series: Iterable[str], letters: str, between: str) -> str:
    """Return the expression for any of these series as a whole word."""
    forms = "|".join(_form(one, letters, between) for one in sorted(series))
    return rf"(?<![\w-])(?:{forms})(?![\w-]|[ ]?\d)"


_LETTERS = "[BDFGHJKLMNPRSTVWXYZ]"
_DASHED = re.compile(_any(_SERIES, _LETTERS, "-"), re.IGNORECASE)
_BARE = re.compile(_any(_SERIES, _LETTERS, " ?"))
_OLD_DASHED = re.compile(_any(_OLD_SERIES, "[A-Z]", "-"), re.IGNORECASE)
_BELGIAN = re.compile(r"(?<![\w-])[1-9]-[A-Z]{3}-\d{3}(?![\w-])", re.IGNORECASE)
_NEAR_A_VEHICLE = re.compile(
    r"(?<![\w-])[A-Z]{1,3}[ -]?\d{2,4}[ -]?[A-Z]{2,3}(?![\w-])"
    rf"|{_any(_OLD_SERIES | _SERIES, '[A-Z]', '[ -]?')}"
    r"|(?<![\w-])[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?\d{1,4}(?![\w-])"
    r"|(?<![\w-])[A-Z]{1,3}[ -]?\d{3,5}(?![\w-])"
    r"|(?<![\w-])\d-?[A-Z]{3}-?\d{3}(?![\w-])",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"(?:kenteken|nummerbord|\bplaat\b|auto\b|wagen\b|\bbus\b|busje|bestelbus|scooter|brommer|motor\b"
    r"|aanhanger|caravan|taxi|\b(?:audi|bmw|mercedes|vito|volkswagen|vw|golf|polo|opel|ford|fiat|peugeot"
    r"|renault|citro[eë]n|toyota|seat|skoda|volvo|kia|mini|tesla|nissan|mazda|transit|sprinter|caddy"
    r"|transporter)\b)[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:protocol|convenant|versie|artikel|art\.|dossier|formulier|kamer|lokaal|zaal|ruimte|code|regeling"
    r"|kenmerk|nota|notitie|norm|project|brief|boek|motie|kamerstuk|blz\.?|bladzijde|model)\w* $",
    re.IGNORECASE,
)


def find_plates(text: str) -> Iterator[Span]:
    """Yield every number plate, without taking the code of a document for one."""
    for expression in (_DASHED, _BARE, _BELGIAN, _OLD_DASHED):
        for match in expression.finditer(text):
            if not _DOCUMENT.search(text, max(0, match.start() - 30), match.start()):
                yield Span(match.start(), match.end(), Label.PLATE)
    for match in _NEAR_A_VEHICLE.finditer(text):
        near = _VEHICLE.search(text, max(0, match.start() - 60), match.start())
        upper = match[0] == match[0].upper() or "kenteken" in text[max(0, match.start() - 20) : match.start()]
        if near and upper:
            yield Span(match.start(), match.end(), Label.PLATE)
