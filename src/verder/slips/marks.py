"""What stands in a place where words were taken out."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from verder.deliberation.models import TITLE_TAKEN_OUT
from verder.slips.models import HiddenPlace, Slip, SlipState

LETTERS = frozenset({"post.delivery", "post.localletter"})
_BROKEN_OFF = r"(?:[-\u2010\u00ad][^\S\n]*\n\s*|\u00ad)?"
"""Where a line ends in a word: a hyphen and a new line, or a hyphen that shows only there."""
_HYPHENS = frozenset("-\u2010\u2011")


def mark_for(table: str, row: int, column: str, *, slip: Slip) -> str:
    """Return the neutral words for a place; where only insiders read, they say whether a second person has looked."""
    if column == "slug":
        return f"verwijderd-{row}"
    if column == "public_title":
        return TITLE_TAKEN_OUT
    if column == "calendar":
        return ""
    if table in LETTERS:
        return _("Bericht van Verder") if column == "subject" else _letter()
    day = date_format(timezone.localtime(slip.hidden_at), "j F Y")
    if slip.state == SlipState.HIDDEN:
        return _("[Verwijderd op %(day)s door het secretariaat; wordt gecontroleerd]") % {"day": day}
    return _("[Verwijderd op %(day)s door het secretariaat]") % {"day": day}


def is_bare(place: HiddenPlace, *, slip: Slip) -> bool:
    """Tell whether only the neutral words stand in a place, and no text with a replacement in it."""
    return place.mark == mark_for(place.table, place.row, place.column, slip=slip)


def pattern_of(word: str) -> re.Pattern[str]:
    """Return what finds a word or name, however its parts are spaced, in capitals or not, broken off or not."""
    return re.compile(r"\s+".join(_pattern_of_part(part) for part in word.split()), re.IGNORECASE)


def _pattern_of_part(part: str) -> str:
    """Return what finds a word without spaces, also where it goes on behind the end of a line."""
    signs = (r"[-\u2010\u2011]\s*" if sign in _HYPHENS else re.escape(sign) for sign in part)
    return _BROKEN_OFF.join(signs)


def holds(text: str, word: str, column: str) -> bool:
    """Tell whether a word stands in a text; an address of a page holds it in its own spelling."""
    if column == "slug":
        return bool(slugify(word)) and slugify(word) in text
    return bool(pattern_of(word).search(text))


def _letter() -> str:
    return _("Er is iets te lezen in Verder. U leest het hier:\n\n%(link)s\n") % {"link": settings.BASE_URL}
