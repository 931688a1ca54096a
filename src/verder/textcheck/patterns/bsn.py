"""Citizen service numbers by the eleven-test.

Source: the Dutch rule for the burgerservicenummer (Logisch Ontwerp BSN): nine digits, of which
9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of eleven. A leading zero is often left out.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_GROUPS = re.compile(r"(?<![\d€])(?<!€ )\d+(?:[ .\-/]{1,3}\d+)*")
_GROUP = re.compile(r"\d+")
_DATE = re.compile(
    r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[ .\-/]?(?:0[1-9]|1[0-2]|[1-9](?!\d))[ .\-/]?(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[ .\-/]?(?:0[1-9]|1[0-2])[ .\-/]?(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAMED = re.compile(r"\b(?:bsn|burgerservice|sofi|persoonsnummer|service ?nummer)", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"\b(?:kvk|kamer van koophandel|rsin|btw|factuur|zaak|dossier|melding|kenmerk|rekest|rol|order"
    r"|registratie|referentie|polis|subsidie|artikel|isbn)[\w-]*(?:[ -]?(?:nummer|nr\.?))?[ :=]{0,3}$",
    re.IGNORECASE,
)
_FULL, _WITHOUT_ZERO = 9, 8


def is_bsn(written: str) -> bool:
    """Say whether a written number passes the eleven-test."""
    digits = [int(sign) for sign in written if "0" <= sign <= "9"]
    if len(digits) == _WITHOUT_ZERO:
        digits = [0, *digits]
    if len(digits) != _FULL or not any(digits):
        return False
    return sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each run of whole groups of digits that holds eight or nine digits."""
    for run in _GROUPS.finditer(text):
        groups = [(group.start(), group.end()) for group in _GROUP.finditer(text, *run.span())]
        for first in range(len(groups)):
            count = 0
            for start, end in groups[first:]:
                count += end - start
                if count in {_WITHOUT_ZERO, _FULL}:
                    yield groups[first][0], end, count
                if count >= _FULL:
                    break


def _is_meant(text: str, start: int, end: int, count: int) -> bool:
    """Say whether a number of this form, here, is written as a citizen service number."""
    if _NAMED.search(text, max(0, start - 40), start):
        return True
    if any(date.start() < end and start < date.end() for date in _DATE.finditer(text, max(0, start - 12), end + 12)):
        return False
    written = text[start:end]
    if count == _FULL:
        return len(set(re.findall(r"\D+", written))) <= 1
    return written.isdigit() and not _OTHER_NUMBER.search(text, max(0, start - 40), start)


def find_bsns(text: str) -> Iterator[Span]:
    """Yield every number that passes the eleven-test in a form that people use."""
    for start, end, count in _stretches(text):
        if is_bsn(text[start:end]) and _is_meant(text, start, end, count):
            yield Span(start, end, Label.BSN)
