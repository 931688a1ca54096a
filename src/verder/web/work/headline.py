"""The sentence above the secretariat's screen: how much work there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verder.deliberation.queries.work import CAP

if TYPE_CHECKING:
    from verder.deliberation.queries.work import Crowd
    from verder.web.work.sections import Section


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, a line with the day and the numbers, and whether no dilemma runs at all."""

    title: str
    text: str
    is_quiet: bool


def headline(
    sections: Iterable[Section], crowds: Mapping[str, Crowd], *, today: date, also: Collection[str] = ()
) -> Headline:
    """Say how many dilemmas need a hand this week, those whose number is given `also`, and how many are late."""
    parts = [capfirst(date_format(today, "l j F")) + ".", _numbers(crowds)]
    is_quiet = not any(crowd.number for crowd in crowds.values())
    return Headline(_title(list(sections), also), " ".join(part for part in parts if part), is_quiet)


def _title(sections: list[Section], also: Collection[str]) -> str:
    numbers = {row.number for section in sections for row in section.rows}.union(also)
    if not numbers:
        return _("Alles is gedaan voor vandaag")
    if any(section.has_more for section in sections):
        return _("Meer dan %(number)s dilemma’s vragen deze week een hand") % {"number": len(numbers)}
    return ngettext(
        "Eén dilemma vraagt deze week een hand", "%(number)s dilemma’s vragen deze week een hand", len(numbers)
    ) % {"number": len(numbers)}


def _numbers(crowds: Mapping[str, Crowd]) -> str:
    number = sum(crowd.number for crowd in crowds.values())
    late = sum(crowd.late for crowd in crowds.values())
    if not number:
        return _("Er loopt nu geen enkel dilemma.")
    if not late:
        return ngettext(
            "Er loopt 1 dilemma, en het is op tijd.",
            "Er lopen %(number)s dilemma’s, en geen ervan is te laat.",
            number,
        ) % {"number": number}
    capped = any(crowd.late >= CAP for crowd in crowds.values())
    said = _("meer dan %(late)s") % {"late": late - 1} if capped else str(late)
    return ngettext(
        "Er loopt 1 dilemma, en het is te laat.",
        "Van de %(number)s lopende dilemma’s zijn er %(late)s te laat.",
        number,
    ) % {"number": number, "late": said}
