"""Dates as people say them: how late, today, a day of this week, or a date."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

WEEK = timedelta(days=7)


def day_in_words(day: date, *, today: date) -> str:
    """Say a day as people do; a day that is over says how late it is."""
    return _day_in_words(day, today, get_language() or "")


@lru_cache(maxsize=1024)
def _day_in_words(day: date, today: date, _language: str) -> str:
    late = (today - day).days
    if late > 0:
        return ngettext("%(days)s dag te laat", "%(days)s dagen te laat", late) % {"days": late}
    if day == today:
        return _("Vandaag")
    if day == today + timedelta(days=1):
        return _("Morgen")
    if day - today < WEEK:
        return date_format(day, "l j F").capitalize()
    return plain_day(day, today=today)


def days_in_words(days: int) -> str:
    """Say how long something waits."""
    return ngettext("%(days)s dag", "%(days)s dagen", days) % {"days": days} if days > 0 else _("vandaag")


def plain_day(day: date, *, today: date) -> str:
    """Say a date, with its year only when that is another one."""
    return date_format(day, "j F" if day.year == today.year else "j F Y")
