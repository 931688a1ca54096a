"""Dutch postcodes, with the house number when it stands beside them.

Source: the Dutch postcode (four digits, the first not a zero, and two letters, never SA, SD or
SS). A postcode box is not somebody's home, and a year followed by an abbreviation is no postcode.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words

_POSTCODE = re.compile(
    r"(?:(?<![\w€.,/-])|(?<=\bNL)|(?<=\bNL-)|(?<=\d-)|(?<=\d[a-z]-))(?<!€ )"
    r"(?P<digits>[1-9]\d{3})(?P<gap>[ .-]?|  )(?P<letters>[A-Za-z]{2})"
    r"(?P<house>(?: |,? (?:nr\.?|nummer|huisnummer) |-)\d{1,4}"
    r"(?:[ -]?(?:[A-Za-z]|bis|hs|[IVX]{1,4}|\d{1,3}))?\b)?(?![\w@])"
)
_NEVER = frozenset({"SA", "SD", "SS"})
_UNITS = words("KM KG CM MM ML CL KB MB GB TB M2 HA")
_AFTER_A_YEAR = words(
    "OM GI VT ZM IB MO HV JB RK BV NV FG EU VN UK GB GG AZ RM HK OR CJ IM RP AM PM VS WB ZW WW AP"
    " MT PI ZH SZ BZ EK WK TV"
)
_BOX = re.compile(r"(?:postbus|antwoordnummer|postcode van (?:het|de) \w+)\s?[\d .]{0,8}[,.]?\s?$", re.IGNORECASE)
_CALLED = re.compile(r"postcode(?: is)?\W{0,3}$", re.IGNORECASE)
_YEAR = range(1900, 2100)
_HOUSE_BEFORE = re.compile(r"[a-z] \d{1,4} ?[a-zA-Z]?,? ?$")
_WORDS_OF_TWO = words(
    "IS EN TE OP OM IN AF ER IK JE ZE WE ME ZO NA OF AL U NU MN MA DI WO DO VR ZA ZO BV VB CA EX GA JA"
    " JR NR ST PP DE HÉ AH OH MW DR KO LA LE UW ZN BI TO TV"
)


def _is_postcode(text: str, match: re.Match[str]) -> bool:
    """Say whether four digits and two letters are written as a postcode here."""
    letters = match["letters"]
    capitals = letters.upper()
    if (
        capitals in _NEVER
        or (capitals in _UNITS and not match["house"])
        or _BOX.search(text, max(0, match.start() - 40), match.start())
    ):
        return False
    goes_on = _GOES_ON.match(text, match.end())
    if letters.islower() and match["gap"] and capitals in _WORDS_OF_TWO and goes_on:
        return False
    if _TOWN.match(text, match.end()) and letters == capitals:
        return True
    if any(sign.search(text, max(0, match.start() - 15), match.start()) for sign in (_CALLED, _HOUSE_BEFORE)):
        return True
    if letters != capitals:
        written_apart = bool(match["gap"]) or not letters.islower()
        return not (written_apart and capitals in _WORDS_OF_TWO | _AFTER_A_YEAR)
    return not (match["gap"] and int(match["digits"]) in _YEAR and capitals in _AFTER_A_YEAR | _WORDS_OF_TWO)


_GOES_ON = re.compile(r" [a-z]")
_TOWN = re.compile(r",? (?:te |in )?[A-Z][a-zé-]{3,}(?:[.,;)\n]|$)")
_DIGITS_ALONE = re.compile(
    r"postcode(?:gebied|cijfers)?(?: is| van)?\W{0,3}(?P<digits>[1-9]\d{3})(?!\w| ?[A-Z]{2}\b)", re.IGNORECASE
)


def find_postcodes(text: str) -> Iterator[Span]:
    """Yield every postcode together with a house number directly beside it."""
    for match in _POSTCODE.finditer(text):
        if _is_postcode(text, match):
            yield Span(match.start(), match.end(), Label.POSTCODE)
    for match in _DIGITS_ALONE.finditer(text):
        yield Span(*match.span("digits"), Label.POSTCODE)
