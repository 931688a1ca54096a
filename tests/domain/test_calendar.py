"""The calendar: Easter and the Dutch holidays as printed in diaries, working days and terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from verder.domain.calendar import Term, after, easter, holidays, is_working_day

EASTER = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21"]
FAR_AWAY = ["1981-04-19", "1818-03-22", "1943-04-25", "2000-04-23", "2038-04-25", "2285-03-22"]
CLOSED = """
2024: 01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26
2025: 01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26
2026: 01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26
2027: 01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26
2028: 01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26
2029: 01-01 03-30 04-02 04-27 05-05 05-10 05-21 12-25 12-26
2030: 01-01 04-19 04-22 04-27 05-05 05-30 06-10 12-25 12-26
"""


@pytest.mark.parametrize("day", [date.fromisoformat(text) for text in (*EASTER, *FAR_AWAY)], ids=str)
def test_easter_falls_where_diaries_say(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize("line", CLOSED.strip().splitlines(), ids=lambda line: line[:4])
def test_offices_are_closed_on_the_days_that_diaries_say(line: str) -> None:
    year, days = line.split(": ")

    assert holidays(int(year)) == {date.fromisoformat(f"{year}-{day}") for day in days.split()}


def test_kings_day_is_on_saturday_when_it_would_be_on_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 2), True),
        (date(2026, 3, 6), True),
        (date(2026, 3, 7), False),
        (date(2026, 3, 8), False),
        (date(2026, 4, 6), False),
        (date(2026, 12, 31), True),
    ],
    ids=["monday", "friday", "saturday", "sunday", "Easter Monday", "New Year's Eve"],
)
def test_offices_work_from_monday_to_friday_but_not_on_holidays(day: date, works: bool) -> None:  # noqa: FBT001
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "term", "expected"),
    [
        (date(2026, 3, 2), Term(5, working_days=True), date(2026, 3, 9)),
        (date(2026, 3, 7), Term(1, working_days=True), date(2026, 3, 9)),
        (date(2026, 4, 2), Term(1, working_days=True), date(2026, 4, 7)),
        (date(2026, 12, 24), Term(5, working_days=True), date(2027, 1, 4)),
        (date(2026, 3, 2), Term(0, working_days=True), date(2026, 3, 2)),
        (date(2026, 3, 2), Term(14), date(2026, 3, 16)),
        (date(2026, 3, 2), Term(0), date(2026, 3, 2)),
    ],
    ids=[
        "five working days are a week",
        "from a Saturday to Monday",
        "over Easter",
        "over the turn of the year",
        "no working days",
        "two weeks",
        "no days",
    ],
)
def test_a_term_ends_on_the_day_that_one_counts_to(day: date, term: Term, expected: date) -> None:
    assert after(day, term) == expected


@pytest.mark.parametrize("start", [date(2026, 1, 1) + timedelta(days=step) for step in range(0, 366, 7)], ids=str)
def test_a_term_in_working_days_ends_on_a_working_day(start: date) -> None:
    end = after(start, Term(5, working_days=True))
    between = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]

    assert is_working_day(end)
    assert sum(map(is_working_day, between)) == 5
