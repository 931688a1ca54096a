"""Days of a series: every so many weeks, or the same weekday of every so many months."""

from __future__ import annotations

from datetime import date

from verder.domain.calendar import every_months, every_weeks


def test_weeks_follow_each_other_over_a_turn_of_the_year():
    assert every_weeks(date(2026, 12, 17), 2, 3) == [date(2026, 12, 17), date(2026, 12, 31), date(2027, 1, 14)]


def test_a_second_thursday_is_followed_by_second_thursdays():
    assert every_months(date(2026, 11, 12), 1, 3) == [date(2026, 11, 12), date(2026, 12, 10), date(2027, 1, 14)]


def test_a_fifth_monday_is_followed_by_the_last_one_of_a_month_that_has_only_four():
    assert every_months(date(2026, 3, 30), 1, 3) == [date(2026, 3, 30), date(2026, 4, 27), date(2026, 5, 25)]
