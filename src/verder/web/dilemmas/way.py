"""The way of a dilemma as its readers at work see it: a row of halts, and what was said at each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from verder.domain.rungs import ENDS, RUNGS, Need, Rung
from verder.web.components import Station, StationState
from verder.web.words import PARTY_WORDS, RUNG_WORDS
from verder.web.words.dates import day_in_words, plain_day
from verder.web.words.dossier import AHEAD, HAPPENED, HEARD
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from verder.audit.models import Event
    from verder.deliberation.queries.dossier import Dossier

HALTS = tuple(rung for rung in RUNGS if rung in AHEAD)
PASSED_SHOWN = 4
BETWEEN_SUBMITTER_AND_SECRETARIAT = frozenset({Need.QUESTION, Need.ANSWER, Need.MESSAGE_TO_SUBMITTER})
BEFORE_SHARING = frozenset({"", Rung.INTAKE, Rung.AWAITING_SUBMITTER})


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay on a rung: from a day until a day."""

    rung: Rung
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened, with the words that were given with it."""

    when: str
    title: str
    words: tuple[tuple[str, str], ...] = ()


def stations(dossier: Dossier) -> tuple[Station, ...]:
    """Lay the way out as a row: the halts that were passed, the one where it is, and those that may come."""
    today = dossier.situation.today
    visits = _visits(dossier.events)
    folded = len(visits) - PASSED_SHOWN if len(visits) > PASSED_SHOWN + 1 else 0  # one alone takes no more room itself
    past = [
        Station(StationState.PAST, str(RUNG_WORDS[visit.rung].title), when=_stay(visit, today))
        for visit in visits[folded:]
    ]
    if folded:
        earlier = _("%(number)s haltes") % {"number": folded}
        past.insert(0, Station(StationState.PAST, _("Eerder"), when=earlier))
    return (*past, _here(dossier), *_ahead(dossier.situation.rung))


def _visits(events: tuple[Event, ...]) -> list[Visit]:
    moves = [event for event in events if event.to_rung and event.to_rung != event.from_rung]
    days = [timezone.localdate(event.at) for event in moves]
    return [
        Visit(Rung(move.to_rung), since, until)
        for move, since, until in zip(moves[:-1], days[:-1], days[1:], strict=True)
    ]


def _stay(visit: Visit, today: date) -> str:
    since, until = plain_day(visit.since, today=today), plain_day(visit.until, today=today)
    return since if since == until else _("%(since)s tot %(until)s") % {"since": since, "until": until}


def _here(dossier: Dossier) -> Station:
    situation, dilemma = dossier.situation, dossier.dilemma
    title = str(RUNG_WORDS[situation.rung].title)
    if situation.rung in ENDS:
        ended = plain_day(timezone.localdate(dilemma.ended_at), today=situation.today) if dilemma.ended_at else ""
        return Station(StationState.END, title, when=ended)
    when = day_in_words(dilemma.next_date, today=situation.today) if dilemma.next_date else ""
    if situation.item and situation.item.number:  # an item has its number once the agenda is sent
        when = _("%(day)s, punt %(number)s") % {"day": when, "number": situation.item.number}
    turn = str(PARTY_WORDS[situation.responsible]) if situation.responsible else ""
    return Station(StationState.PRESENT, title, when=when, text=_("Aan zet: %(party)s") % {"party": turn})


def _ahead(rung: Rung) -> list[Station]:
    if rung in ENDS:
        return []
    order = list(Rung)
    coming = [halt for halt in HALTS if order.index(halt) > order.index(rung)]
    halts = [Station(StationState.NEXT, str(RUNG_WORDS[halt].title), when=str(AHEAD[halt])) for halt in coming]
    return [*halts, Station(StationState.NEXT, _("Antwoord"), when=_("altijd"))]


def history(dossier: Dossier) -> tuple[Happened, ...]:
    """Tell what happened, latest first, with the words that this reader may see."""
    today = dossier.situation.today
    return tuple(
        Happened(
            when=plain_day(timezone.localdate(event.at), today=today),
            title=str(HAPPENED.get(event.action) or STEP[event.action.removeprefix("step.")].happened),
            words=_heard(dossier, event),
        )
        for event in reversed(dossier.events)
    )


def _heard(dossier: Dossier, event: Event) -> tuple[tuple[str, str], ...]:
    named = event.details.get("commitment")
    promised = [(_("Toezegging"), one.text) for one in dossier.promises if named and str(one.key) == named]
    said = [
        (capfirst(str(HEARD[said.about])), said.text)
        for said in dossier.said
        if said.event == event.key and _may_hear(dossier, event, said.about)
    ]
    return (*promised, *said)


def _may_hear(dossier: Dossier, event: Event, need: str) -> bool:
    """Tell whether the reader may see words: what passes between submitter and secretariat stays between them."""
    if dossier.is_for_secretariat:
        return True
    return need not in BETWEEN_SUBMITTER_AND_SECRETARIAT and event.from_rung not in BEFORE_SHARING
