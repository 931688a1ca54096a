"""An agenda as it is read: its stations, and the item that one looks at, with what the body can decide on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verder.deliberation.models import ItemState, Meeting, MeetingState
from verder.deliberation.queries.papers import is_told
from verder.domain.ladder import steps_from, taken_as
from verder.domain.rungs import Party, Rung
from verder.domain.tlp import Tlp, strictest
from verder.network.models import BodyKind
from verder.web.dilemmas.back import step_from_agenda
from verder.web.words.differences import difference_in_words
from verder.web.words.meetings import ITEM_KIND_WORDS, became
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from verder.deliberation.queries.agenda import Point
    from verder.deliberation.queries.sendings import Change
    from verder.network.standing import Standing

DECIDES = {BodyKind.PLATFORM: Party.PLATFORM, BodyKind.COUNCIL: Party.COUNCIL}
PUTS_OFF = {Rung.PLATFORM: "carry_over", Rung.COUNCIL: "defer"}


@dataclass(frozen=True, slots=True)
class Stop:
    """An item of the agenda as a station: its number, what it is about, and how it stands."""

    number: int
    title: str
    note: str
    state: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that can be decided: the words of a step and the page that takes it."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The item that one looks at."""

    number: int
    title: str
    kind: str
    state: str
    tlp: str
    dossier: str
    is_confidential: bool
    outcomes: tuple[Outcome, ...]
    decides_later: bool
    annotation: str
    cover_note: str
    brief: str


def stops(points: Sequence[Point], chosen: Point | None, meeting: Meeting) -> tuple[Stop, ...]:
    """Set the items as stations; what is done lies behind us."""
    return tuple(
        Stop(
            point.number,
            title_of(point),
            _note(point, meeting),
            "present" if point is chosen else "next" if point.state is ItemState.OPEN else "past",
            point is chosen,
        )
        for point in points
    )


def _note(point: Point, meeting: Meeting) -> str:
    words = [str(ITEM_KIND_WORDS[point.kind])]
    if point.minutes and not meeting.is_in_writing:
        words.append(ngettext("%(minutes)s minuut", "%(minutes)s minuten", point.minutes) % {"minutes": point.minutes})
    if point.state is not ItemState.OPEN:
        words.append(became(point.kind, point.state))
    return ", ".join(words)


def title_of(point: Point) -> str:
    """Say what an item is about: under TLP:RED, and to who may not read it, that it is confidential."""
    if point.is_about_a_text:
        return point.text.title if point.text else _("Vertrouwelijk punt")
    if not point.is_about_a_dilemma:
        return point.title
    if point.dilemma is None and point.state is ItemState.WITHDRAWN:
        return _("Ingetrokken punt")
    if point.dilemma is None or point.dilemma.tlp == Tlp.RED:
        return _("Vertrouwelijk punt")
    return point.dilemma.question


def changes_in_words(changes: Sequence[Change], points: Sequence[Point]) -> list[str]:
    """Say what became different: "Punt 4, Rondvraag: staat nu na punt 6"."""
    titles = {point.key: title_of(point) for point in points}
    return [
        _("Punt %(number)s, %(title)s: %(difference)s")
        % {
            "number": change.number,
            "title": titles.get(change.item, _("ingetrokken punt")),
            "difference": difference_in_words(change),
        }
        for change in changes
    ]


def label_of(points: Sequence[Point]) -> Tlp | None:
    """Return the strictest label of the words that an agenda shows; none where it shows none of a dilemma."""
    labels = [Tlp(point.dilemma.tlp) for point in points if point.dilemma and point.dilemma.tlp != Tlp.RED]
    labels += [Tlp(point.text.tlp) for point in points if point.text]
    return strictest(labels) if labels else None


def choose(points: Sequence[Point], asked: str) -> Point | None:
    """Choose the item that the address asks for, or else the first that waits for a decision, or the first at all."""
    by_number = next((point for point in points if str(point.number) == asked), None)
    waiting = next((point for point in points if point.awaits_decision), None)
    return by_number or waiting or next(iter(points), None)


def describe(point: Point, meeting: Meeting, visitor: Standing, *, today: date, day: date) -> Chosen:
    """Describe the chosen item, with its outcomes from the day of the meeting on."""
    dilemma = point.dilemma
    outcomes = _outcomes(point, meeting, visitor, has_begun=day <= today)
    return Chosen(
        number=point.number,
        title=title_of(point),
        kind=str(ITEM_KIND_WORDS[point.kind]),
        state=became(point.kind, point.state),
        tlp=dilemma.tlp if dilemma else point.text.tlp if point.text else "",
        dossier=reverse("dilemma", args=[dilemma.number]) if dilemma else "",
        is_confidential=is_confidential(point),
        outcomes=outcomes,
        decides_later=point.awaits_decision and meeting.state == MeetingState.PLANNED and day > today,
        annotation=point.annotation,
        cover_note=reverse("meeting-item", args=[meeting.key, point.key]),
        brief=reverse("meeting-brief", args=[meeting.key, point.key]) if dilemma else "",
    )


def is_confidential(point: Point) -> bool:
    """Tell whether a reader learns nothing of an item but its number."""
    return not is_told(point)


def _outcomes(point: Point, meeting: Meeting, visitor: Standing, *, has_begun: bool) -> tuple[Outcome, ...]:
    if point.dilemma is None or not point.awaits_decision or meeting.state != MeetingState.PLANNED:
        return ()
    rung, parties = Rung(point.dilemma.rung), _parties(visitor)
    decided = {DECIDES[BodyKind(meeting.body.kind)]} if has_begun else set[Party]()
    mine = [step for step in steps_from(rung) if step.target is not None and taken_as(step, parties, None)]
    names = [step.name for step in mine if step.taken_by & decided]
    names += [step.name for step in mine if step.name == PUTS_OFF.get(rung)]
    return tuple(
        Outcome(
            str(STEP[name].button),
            str(STEP[name].does),
            step_from_agenda(point.dilemma.number, name, meeting.key),
        )
        for name in names
    )


def _parties(visitor: Standing) -> frozenset[Party]:
    parties = {party for kind, party in DECIDES.items() if visitor.chairs(kind) or visitor.is_secretariat}
    return frozenset(parties | ({Party.SECRETARIAT} if visitor.is_secretariat else set()))
