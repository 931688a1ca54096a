"""Telephone numbers of the Dutch plan, and of other countries when written with their code.

Source: the Dutch numbering plan for telephone services (Nummerplan telefoon- en ISDN-diensten),
and ITU-T E.164. Public numbers (112, 113, 14 0xx, 116 xxx, 0800, 0900) never match by their form.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span

_BETWEEN = r"[ ./()\-]{0,3}"
_DUTCH = re.compile(
    rf"(?<![\w+@/])(?:(?:\+|00) ?31{_BETWEEN}(?:\(?0\)?{_BETWEEN})?|\((?=0\d{{1,3}}\))0|[0oO]{_BETWEEN})"
    rf"(?P<rest>[1-9](?:{_BETWEEN}\d){{8}})(?!\d|{_BETWEEN}\d{{4}})"
)
_ABROAD = re.compile(r"(?<![\w+])(?:\+ ?|00 ?)(?!31)[1-9](?:[ ./()-]{0,2}\d){7,13}(?![\d])")
_DIGIT_WORD = (
    r"(?:\d{1,2}|(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)?tien|nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf)"
)
_IN_WORDS = re.compile(rf"(?<!\w)nul[ ,-]{{1,2}}zes(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{4,8}}(?!\w)", re.IGNORECASE)
_COURT_CASE = re.compile(r"\d{2}[./]\d{6}[-./]\d{2}(?!\d)")
_AREAS = (
    "1[035] 20 2[346] 3[03568] 4[0356] 5[0358] 7\\d 11[134578] 16[124-8] 17[24] 18[0-4678-9]"
    " 22[2346-9] 25[125] 29[479] 31[3-8] 32[01] 34[1-8] 41[12368] 47[58] 48[15-8] 49[23579]"
    " 51[1-9] 52[1-9] 54[1-8] 56[126] 57[0-8] 59[1-9]"
)
_PERSONAL = re.compile("|".join(["6[1-8]", "8[2457]", "91", *_AREAS.split()]))
_ORGANISATION = re.compile("88")


def _level(subscriber: str) -> Level | None:
    """Return how much a Dutch number asks, None when no such number is given out."""
    if _PERSONAL.match(subscriber):
        return Level.STOP
    return Level.LOOK if _ORGANISATION.match(subscriber) else None


def find_phones(text: str) -> Iterator[Span]:
    """Yield every telephone number; an 088 number (organisations) asks for a look."""
    for match in _DUTCH.finditer(text):
        level = _level(re.sub(r"\D", "", match["rest"]))
        if level and not _COURT_CASE.match(text, match.start()):
            yield Span(match.start(), match.end(), Label.PHONE, level)
    for match in (*_ABROAD.finditer(text), *_IN_WORDS.finditer(text)):
        yield Span(match.start(), match.end(), Label.PHONE)
