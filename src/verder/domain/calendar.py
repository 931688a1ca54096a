"""Dates that a dilemma is bound to: working days, public holidays and terms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Term:
    """A number of days, or of working days."""

    days: int
    working_days: bool = False


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (algorithm: Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_century, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_century - moon + 15) % 30
    leap, leap_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leap - epact - leap_rest) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> frozenset[date]:
    """Return the days on which Dutch public offices are closed, apart from weekends."""
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == SUNDAY:
        kings_day = date(year, 4, 26)
    return frozenset(
        {
            date(year, 1, 1),
            sunday - timedelta(days=2),
            sunday + timedelta(days=1),
            kings_day,
            date(year, 5, 5),
            sunday + timedelta(days=39),
            sunday + timedelta(days=50),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date) -> bool:
    """Tell whether offices are open on `day`."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def after(day: date, term: Term) -> date:
    """Return the date that lies `term` after `day`."""
    if not term.working_days:
        return day + timedelta(days=term.days)
    return _nth(day, term.days, is_working_day)


def _nth(day: date, number: int, counts: Callable[[date], bool]) -> date:
    while number:
        day += timedelta(days=1)
        number -= counts(day)
    return day


def every_weeks(first: date, number: int, times: int) -> list[date]:
    """Return `times` days from `first` on, each `number` weeks after the one before."""
    return [first + timedelta(weeks=number * turn) for turn in range(times)]


def every_months(first: date, number: int, times: int) -> list[date]:
    """Return `times` days from `first` on, `number` months apart, each the same weekday of its month.

    A second Thursday is followed by second Thursdays; a fifth by the last one of a month that has only four.
    """
    place = (first.day - 1) // 7
    return [_weekday_of(first, number * turn, place) for turn in range(times)]


def _weekday_of(first: date, months: int, place: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    begin = date(year, month + 1, 1)
    day = begin + timedelta(days=(first.weekday() - begin.weekday()) % 7 + 7 * place)
    return day if day.month == begin.month else day - timedelta(days=7)


STANDARD_TERMS: dict[str, Term] = {
    "intake": Term(5, working_days=True),
    "awaiting_submitter": Term(14),
    "awaiting_platform": Term(30),
    "awaiting_working_group": Term(30),
    "working_group": Term(90),
    "awaiting_council": Term(30),
    "progress_report": Term(60),
    "lapse_warning": Term(14),
}
"""The terms that hold until somebody sets others; where a meeting is planned, its date goes first.

The last two are of promises: how often an owner is asked how it stands, and how long after its date others are warned.
"""
