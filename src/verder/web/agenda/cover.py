"""A cover note in words: what is asked of whom, what was tried, and what is possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import ItemKind
from verder.domain.rungs import Need
from verder.network.models import BodyKind
from verder.web.words.agenda import IS_ASKED

if TYPE_CHECKING:
    from datetime import datetime

    from django.utils.functional import Promise

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.agenda import Point
    from verder.deliberation.queries.brief import Case, Facts
    from verder.domain.tlp import Tlp

SMALLEST_SHOWN = 5
ASKING = frozenset({Need.ASKED_OF_DIRECTORS, Need.TO_DECIDE})
FOUND: dict[Need, Promise] = {
    Need.WHAT_WAS_TRIED: gettext_lazy("Welke routes zijn geprobeerd"),
    Need.WHY_NO_GROUP: gettext_lazy("Waarom een werkgroep niets toevoegt"),
    Need.WHY_NO_RESULT: gettext_lazy("Waarom er geen concreet resultaat is"),
    Need.THAT_IT_PERSISTS: gettext_lazy("Waaruit blijkt dat het blijft bestaan"),
}
"""What was found on the way to the council, in the order of a brief."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover note, ready to read."""

    asked: str
    tried: str
    options: str
    since: datetime | None
    label: Tlp
    is_edited: bool


def cover_of(facts: Facts, point: Point, meeting: Meeting) -> Cover:
    """Make the note from the dossier, or take the one that somebody wrote."""
    case, note = facts.case, facts.note
    if note:
        asked, tried, options = note.asked, note.tried, note.options
    else:
        asked = _asked(facts, point, meeting)
        tried = (
            _paragraphs(case.shared.tried, case.shared.blocked) if case else facts.signal.text if facts.signal else ""
        )
        options = case.shared.options if case else ""
    since = case.put_in if case else facts.signal.sent_at if facts.signal else None
    return Cover(asked, tried, options, since, facts.label, note is not None)


def _asked(facts: Facts, point: Point, meeting: Meeting) -> str:
    """Say what is asked: "Het Platform wordt gevraagd een besluit te nemen over …"."""
    who = str(IS_ASKED[BodyKind(meeting.body.kind)])
    what = {
        ItemKind.INFORMATION: _("kennis te nemen van dit punt."),
        ItemKind.DISCUSSION: _("dit punt te bespreken en mee te denken."),
        ItemKind.DECISION: _("hierover een besluit te nemen."),
    }[point.kind]
    asked = asked_of(facts.case) if facts.case else ""
    return _paragraphs(f"{who} {what}", asked)


def asked_of(case: Case) -> str:
    """Return what a dilemma asks: what a group or the Platform asked last, else what its submitter asks."""
    asked = [text for need, text in case.said.items() if need in ASKING]
    return asked[-1] if asked else case.shared.asked


def _since(case: Case) -> str:
    few = _("minder dan 5 dilemma’s die op elkaar lijken")
    many = _("%(number)s dilemma’s die op elkaar lijken") % {"number": case.touches}
    return _("Ingebracht op %(put_in)s. Sinds %(here)s staat het waar het nu staat. Het gaat om %(touches)s.") % {
        "put_in": date_format(timezone.localtime(case.put_in), "j F Y"),
        "here": date_format(timezone.localtime(case.here_since), "j F Y"),
        "touches": many if case.touches >= SMALLEST_SHOWN else few,
    }


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())


@dataclass(frozen=True, slots=True)
class Brief:
    """One page for a director: what is stuck, since when, how many it touches, what was tried, what is asked."""

    number: str
    question: str
    situation: str
    blocked: str
    since: str
    tried: str
    found: tuple[tuple[Promise, str], ...]
    """What a group or the Platform found: a title for each kind, and the words."""
    asked: str
    label: Tlp


def brief_of(case: Case) -> Brief:
    """Say a case on one page; small numbers are not told, since they could point at somebody."""
    return Brief(
        number=case.dilemma.number,
        question=case.shared.question,
        situation=case.shared.situation,
        blocked=case.shared.blocked,
        since=_since(case),
        tried=case.shared.tried,
        found=tuple((title, case.said[need]) for need, title in FOUND.items() if case.said.get(need)),
        asked=asked_of(case),
        label=case.tlp,
    )
