"""Agendas and briefs on paper: the same words as on the page, as PDF and as OpenDocument. TLP:RED never goes along."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor
from verder.deliberation.models import ItemPurpose
from verder.deliberation.operations.reading import note_reading
from verder.deliberation.queries.agenda import agenda_is_open_to, agenda_of
from verder.deliberation.queries.brief import facts_of
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.domain.tlp import MAY_BE_MAILED, Tlp
from verder.paper import document
from verder.paper.document import Block, Document, Heading, ItemList, Paragraph, Question, Small
from verder.paper.opendocument import odf
from verder.paper.printing import pdf
from verder.web.agenda.cover import Brief, Cover, brief_of, cover_of
from verder.web.agenda.items import find_item
from verder.web.agenda.reading import rows_of
from verder.web.meetings.agenda import is_confidential, label_of
from verder.web.meetings.finding import find_here
from verder.web.standing import for_signed_in, standing
from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.http import HttpRequest

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.agenda import Point
    from verder.deliberation.queries.brief import Facts
    from verder.network.standing import Standing

FORMS = {
    "pdf": (pdf, "application/pdf"),
    "odt": (odf, "application/vnd.oasis.opendocument.text"),
}


@for_signed_in
def agenda(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponse:
    """Give an agenda with its cover notes as a file."""
    meeting, visitor = find_here(request, key), standing(request)
    if not agenda_is_open_to(meeting, visitor):
        raise Http404
    points = agenda_of(meeting, visitor)
    facts = {point.key: facts_of(meeting, point.key, visitor) for point in points if not is_confidential(point)}
    for one in facts.values():
        if one.case:
            note_reading(one.case.dilemma, actor=Actor(visitor), at=timezone.now())
    paper = Document(
        title=_("Agenda %(body)s") % {"body": meeting.body.name},
        kind=_("Agenda met opleggers"),
        date=timezone.localdate(meeting.starts_at),
        tlp=label_of(points) or Tlp.AMBER_STRICT,
        blocks=tuple(_agenda_blocks(meeting, points, facts, visitor)),
        issuer=meeting.body.name,
        mark="" if meeting.agenda_sent_at else _("concept"),
    )
    return _file(paper, form, f"agenda-{timezone.localdate(meeting.starts_at)}")


def _agenda_blocks(
    meeting: Meeting, points: Sequence[Point], facts: Mapping[uuid.UUID, Facts], visitor: Standing
) -> Iterator[Block]:
    begins = date_format(timezone.localtime(meeting.starts_at), "l j F Y, H.i")
    yield document.Facts(((_("Wanneer"), _("%(begins)s uur") % {"begins": begins}), (_("Waar"), meeting.place or "–")))
    for point, row in zip(points, rows_of(points, meeting), strict=True):
        yield Heading(2, row.title, number=str(row.number))
        said = [f"{row.starts:%H.%M}", row.kind, row.state]
        yield Small(", ".join(word for word in said if word))
        if point.key in facts:
            yield from _cover_blocks(cover_of(facts[point.key], point, meeting))
            yield from _overview_blocks(meeting, point, visitor)


def _cover_blocks(cover: Cover) -> Iterator[Block]:
    yield from _paragraphs(cover.asked)
    for title, text in ((_("Wat is geprobeerd"), cover.tried), (_("Mogelijkheden"), cover.options)):
        if text:
            yield Heading(3, title)
            yield from _paragraphs(text)


def _overview_blocks(meeting: Meeting, point: Point, visitor: Standing) -> Iterator[Block]:
    lines: list[str] = []
    if point.purpose == ItemPurpose.UNSOLVED:
        stuck = unsolved_of(meeting, visitor).shown
        lines = [f"{one.title} ({RUNG_WORDS[one.rung].title}, {one.tlp})" for one in stuck]
    if point.purpose == ItemPurpose.FIELD:
        lines = [f"{one.title} ({one.tlp})" for one in field_of(meeting, visitor)]
    if lines:
        yield ItemList(tuple(lines))


def _paragraphs(text: str) -> Iterator[Block]:
    for part in text.split("\n\n"):
        if part.strip():
            yield Paragraph(part.strip())


@for_signed_in
def brief(request: HttpRequest, key: uuid.UUID, item: uuid.UUID, form: str) -> HttpResponse:
    """Give the brief of an item as a file; of a dilemma under TLP:RED there is none."""
    meeting, point, facts = find_item(request, key, item)
    if facts.case is None or facts.case.tlp not in MAY_BE_MAILED:
        raise Http404
    words = brief_of(facts.case)
    paper = Document(
        title=_("In het kort: punt %(number)s") % {"number": point.number},
        kind=_("In het kort"),
        date=timezone.localdate(meeting.starts_at),
        tlp=words.label,
        blocks=tuple(_brief_blocks(words)),
        issuer=meeting.body.name,
    )
    return _file(paper, form, f"kort-{words.number}")


def _brief_blocks(words: Brief) -> Iterator[Block]:
    yield Question(words.question)
    parts = (
        (_("Wat loopt vast?"), f"{words.situation}\n\n{words.blocked}"),
        (_("Sinds wanneer, en hoe vaak?"), words.since),
        (_("Wat is geprobeerd, en waarom lukte het niet?"), f"{words.tried}\n\n{words.why_it_failed}"),
        (_("Wat wordt van wie gevraagd?"), words.asked),
    )
    for title, text in parts:
        yield Heading(2, title)
        yield from _paragraphs(text if text.strip() else _("Dat is nog niet opgeschreven."))


def _file(paper: Document, form: str, name: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    make, kind = FORMS[form]
    return HttpResponse(
        make(paper),
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "private, no-store"},
    )
