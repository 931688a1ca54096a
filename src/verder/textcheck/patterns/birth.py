"""Dates of birth: a date beside a word for being born, or in brackets after a person."""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})(?!\d)"
_DAY = r"(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])"
_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_DAY_IN_WORDS = (
    rf"(?<![\w-])(?:(?:(?:{_ONES})[eë]n)?(?:twintig|dertig)(?:ste)?|elf(?:de)?|twaalf(?:de)?"
    rf"|(?:der|veer|vijf|zes|zeven|acht|negen)?tien(?:de)?|eerste|derde|achtste|(?:{_ONES})(?:de)?)"
)
_YEAR_IN_WORDS = (
    r"(?:tweeduizend|negentien(?:honderd)?)"
    r"(?:[ -]?[a-zë]*(?:een|twee|drie|vier|vijf|zes|acht|negen|tien|elf|twaalf|tig|zeven))?"
)
_FULL = re.compile(
    rf"{_DAY_IN_WORDS} {_MONTH}(?:,? (?:{_YEAR_IN_WORDS}|{_YEAR}))?|"
    rf"{_DAY}(?: ?[-/.] ?| )(?:0?[1-9]|1[0-2])(?: ?[-/.] ?| ){_YEAR}"
    rf"|{_DAY}(?:e|ste|de)?[ -]{_MONTH}(?:[ ,-]{{1,2}}{_YEAR})?"
    rf"|(?<!\d)(?:19|20)\d{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)",
    re.IGNORECASE,
)
_BORN_BEFORE = re.compile(
    r"(?:\bgeb\b\.?(?: ?dat\w*\.?)?(?: ?d\.?d\.?)?"
    r"|geboren|\bgeboorte\w*|g\.d\.|\bgbd\b|\bgebdat\b|\bdob\b|\bjarig\b|verjaar\w*|\*|†"
    r"|pas(?:je|poort) staat"
    r"|wordt (?:\w+ )?(?:\d{1,2}|achttien|zestien|vijftien|zeventien|meerderjarig)(?: jaar)? (?:op )?"
    r"|ter wereld|bouwjaar|is (?:er )?een van|levenslicht)[^.!?\n;]{0,32}$|(?:jongste|oudste|middelste|zij"
    r"|hij|ze|kind|dochter|zoon) is van $",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    r"^[^.!?\n;]{0,30}\b(?:geboren|jarig|ter wereld|verjaart|verjaardag"
    r"|word(?:t|en) (?:\w+ )?(?:\d{1,2}|achttien|zestien|vijftien|zeventien|twaalf|meerderjarig))\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?:[A-ZÀ-Ž][\w'.-]+|cli[eë]nte?|vader|moeder|zoon|dochter|kind|meisje|jongen|leerlinge?|zus|broer|oma"
    r"|opa|jongere"
    r"|verdachte|slachtoffer|[A-Z]\.)\)?(?: \(| ?, | - | )\(?$"
)
_HAS_YEAR = re.compile(r"\d{4}$|['\d]\d$|^\d{4}")
_EVENT = re.compile(r"\b(?:op|van|tot|sinds|per|vanaf|voor|na|dd\.?|d\.d\.|datum|en|tussen)[ :]{1,2}$", re.IGNORECASE)
_YEAR_LONG_AGO = re.compile(r"(?:19[2-9]\d|200\d|201[0-6])(?!\d)")
_LAW = re.compile(
    r"(?:wet|arrest|uitspraak|vonnis|besluit|verdrag|richtlijn|van kracht|rapport|nota|brief)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|\b(?:ma|di|wo|do|vr|za|zo)),? $", re.IGNORECASE
)


def _follows_a_person(text: str, match: re.Match[str]) -> bool:
    """Say whether a date with a year stands directly behind a person, closed off by a sign."""
    if not _HAS_YEAR.search(match[0]) or not _IN_BRACKETS.search(text, max(0, match.start() - 30), match.start()):
        return False
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1]
    return (before == "(" and after == ")") or (before == " " and after in {",", ")", ";", "|"})


def find_birth_dates(text: str) -> Iterator[Span]:
    """Yield every date of birth."""
    for match in _FULL.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        after = text[match.end() : match.end() + 50]
        if _WEEKDAY.search(before):
            continue
        born = _BORN_BEFORE.search(before) or (
            _BORN_AFTER.search(after) and not _FULL.search(after.split("geboren")[0])
        )
        if born or (_follows_a_person(text, match) and not _EVENT.search(before)):
            yield Span(match.start(), match.end(), Label.DOB)
        elif _YEAR_LONG_AGO.search(match[0]) and not _LAW.search(before):
            yield Span(match.start(), match.end(), Label.DOB, Level.LOOK)
