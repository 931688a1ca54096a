"""Agendas, cover notes and briefs as documents: the same words as on the page. TLP:RED never goes along."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.deliberation.models import ItemPurpose, Manner
from verder.deliberation.queries.brief import Case, Facts
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.domain.tlp import DEFAULT, Tlp, strictest
from verder.paper import document
from verder.paper.document import Block, Document, Heading, ItemList, Paragraph, Question, Small
from verder.web.agenda.cover import Brief, Cover, brief_of, cover_of
from verder.web.agenda.reading import rows_of
from verder.web.meetings.agenda import label_of, title_of
from verder.web.words import RUNG_WORDS
from verder.web.words.meetings import PLACE_WORDS

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.agenda import Point
    from verder.network.standing import Standing


def invitation_document(meeting: Meeting, points: Sequence[Point]) -> Document:
    """Write an invitation: when and where, and the items in order with their numbers and times."""
    title = _("Uitnodiging %(body)s") % {"body": meeting.body.name}
    blocks = [*_when_and_where(meeting), *(block for one in _heads(meeting, points) for block in one)]
    return _document(meeting, title, _("Uitnodiging met agenda"), blocks, _label_of(points))


def agenda_document(
    meeting: Meeting, points: Sequence[Point], facts: Mapping[uuid.UUID, Facts], reader: Standing
) -> Document:
    """Write an agenda with the cover notes of the items whose facts are given."""
    title = _("Agenda %(body)s") % {"body": meeting.body.name}
    blocks, labels = [*_when_and_where(meeting)], [_label_of(points)]
    for point, head in zip(points, _heads(meeting, points), strict=True):
        blocks += head
        if point.key in facts:
            overview = _overview(meeting, point, reader)
            blocks += _cover_blocks(meeting, point, facts[point.key], overview, level=3)
            labels += [one.tlp for one in overview]
            labels += [facts[point.key].label] if facts[point.key].has_words else []
    kind = _("Agenda met opleggers") if facts else _("Agenda")
    return _document(meeting, title, kind, blocks, strictest(labels))


def cover_document(meeting: Meeting, point: Point, facts: Facts, reader: Standing) -> Document:
    """Write the cover note of one item, with the overview that the council gets there."""
    return Document(
        title=_("Punt %(number)s: %(title)s") % {"number": point.number, "title": title_of(point)},
        kind=_("Oplegger"),
        date=meeting.day,
        tlp=facts.label,
        blocks=tuple(_cover_blocks(meeting, point, facts, _overview(meeting, point, reader), level=2)),
        issuer=meeting.body.name,
        mark=_mark(meeting),
    )


def brief_document(meeting: Meeting, point: Point, case: Case) -> Document:
    """Write the brief of an item for a director."""
    words = brief_of(case)
    return Document(
        title=_("In het kort: punt %(number)s") % {"number": point.number},
        kind=_("In het kort"),
        date=meeting.day,
        tlp=words.label,
        blocks=tuple(_brief_blocks(words)),
        issuer=meeting.body.name,
    )


def _label_of(points: Sequence[Point]) -> Tlp:
    return label_of(points) or DEFAULT


def _document(meeting: Meeting, title: str, kind: str, blocks: Sequence[Block], tlp: Tlp) -> Document:
    return Document(
        title=title,
        kind=kind,
        date=meeting.day,
        tlp=tlp,
        blocks=tuple(blocks),
        issuer=meeting.body.name,
        mark=_mark(meeting),
    )


def _mark(meeting: Meeting) -> str:
    return "" if meeting.agenda_sent_at else _("concept")


def _when_and_where(meeting: Meeting) -> Iterator[Block]:
    if meeting.is_in_writing:
        day = date_format(meeting.closes_on, "l j F Y")
        yield document.Facts(((_("Schriftelijk"), _("reageren kan tot en met %(day)s") % {"day": day}),))
        return
    begins, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    moment = {"begins": date_format(begins, "l j F Y, H.i"), "ends": f"{ends:%H.%M}"}
    place = f"{PLACE_WORDS[Manner(meeting.manner)]} {meeting.place}"
    yield document.Facts(((_("Wanneer"), _("%(begins)s–%(ends)s uur") % moment), (_("Waar"), place)))


def _heads(meeting: Meeting, points: Sequence[Point]) -> Iterator[tuple[Block, ...]]:
    for row in rows_of(points, meeting):
        time = f"{row.starts:%H.%M}" if row.starts else ""
        said = [time, row.kind, row.state]
        yield Heading(2, row.title, number=str(row.number)), Small(", ".join(word for word in said if word))


def _cover_blocks(
    meeting: Meeting, point: Point, facts: Facts, overview: Sequence[Listed], *, level: int
) -> Iterator[Block]:
    """Write a cover note with headings of this level, and the overview that the council gets there."""
    cover: Cover = cover_of(facts, point, meeting)
    yield from _paragraphs(cover.asked)
    for title, text in ((_("Wat is geprobeerd"), cover.tried), (_("Mogelijkheden"), cover.options)):
        if text:
            yield Heading(level, title)
            yield from _paragraphs(text)
    if overview:
        yield ItemList(tuple(one.line for one in overview))


@dataclass(frozen=True, slots=True)
class Listed:
    """A dilemma or a signal in an overview, on a line, under its label."""

    line: str
    tlp: Tlp


def _overview(meeting: Meeting, point: Point, reader: Standing) -> list[Listed]:
    if point.purpose == ItemPurpose.UNSOLVED:
        stuck = unsolved_of(meeting, reader).shown
        return [Listed(f"{one.title} ({RUNG_WORDS[one.rung].title}, {one.tlp})", Tlp(one.tlp)) for one in stuck]
    if point.purpose == ItemPurpose.FIELD:
        return [Listed(f"{one.title} ({one.tlp})", Tlp(one.tlp)) for one in field_of(meeting, reader)]
    return []


def _brief_blocks(words: Brief) -> Iterator[Block]:
    yield Question(words.question)
    yield from _part(_("Wat loopt vast?"), f"{words.situation}\n\n{words.blocked}")
    yield from _part(_("Sinds wanneer, en hoe vaak?"), words.since)
    yield from _part(_("Wat is geprobeerd, en waarom lukte het niet?"), words.tried, words.found)
    yield from _part(_("Wat wordt van wie gevraagd?"), words.asked)


def _part(title: str, text: str, found: Sequence[tuple[Promise, str]] = ()) -> Iterator[Block]:
    yield Heading(2, title)
    yield from _paragraphs(text if text.strip() or found else _("Dat is nog niet opgeschreven."))
    for kind, words in found:
        yield Heading(3, str(kind))
        yield from _paragraphs(words)


def _paragraphs(text: str) -> Iterator[Block]:
    for part in text.split("\n\n"):
        if part.strip():
            yield Paragraph(part.strip())
