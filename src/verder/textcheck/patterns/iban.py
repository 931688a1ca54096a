"""Bank accounts by their check digits.

Source: ISO 13616, part 1 (form of the number per country) and ISO 7064 (MOD 97-10); the lengths
are those of the public IBAN registry.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span

_COUNTRIES_BY_LENGTH = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ DZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB MA NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
_LENGTH = {country: length for length, countries in _COUNTRIES_BY_LENGTH.items() for country in countries.split()}
_START = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2})[ .-]?\d[ .-]?\d")
_REST = {
    length: re.compile(rf"[A-Za-z]{{2}}(?:[ .\-/\n]{{0,2}}[A-Za-z0-9]){{{length - 2}}}(?!\d)")
    for length in _COUNTRIES_BY_LENGTH
}
_NOT_A_SIGN = re.compile(r"[^A-Z0-9]")


def is_iban(written: str) -> bool:
    """Say whether a written number is a valid bank account by length and check digits."""
    number = _NOT_A_SIGN.sub("", written.upper())
    if not number.isascii() or _LENGTH.get(number[:2]) != len(number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def find_ibans(text: str) -> Iterator[Span]:
    """Yield every valid bank account in a reading."""
    for start in _START.finditer(text):
        length = _LENGTH.get(start[1].upper())
        match = _REST[length].match(text, start.start()) if length else None
        if match and is_iban(match[0]):
            yield Span(match.start(), match.end(), Label.IBAN)
