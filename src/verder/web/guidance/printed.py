"""Guidance on paper: a whole piece as factsheet, and the way that somebody walked through its decision aid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from verder.guidance.history import edition_of, editions_of, later_editions, replacement_of, withdrawn_of
from verder.guidance.models import Publication
from verder.guidance.queries import publication_of
from verder.paper.document import Block, Facts, Heading, Layout, Small
from verder.paper.markdown import from_markdown
from verder.web.guidance.factsheet import contact_blocks, document, factsheet_of, opening, withdrawn_sheet
from verder.web.guidance.marks import mark_of
from verder.web.guidance.piece import piece_of
from verder.web.on_paper import give
from verder.web.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from verder.domain.decision_aid import Walk
    from verder.network.models import UrgentRoute


def factsheet(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one piece of guidance as PDF; of a withdrawn one only why it was withdrawn, and what replaces it."""
    visitor = standing(request)
    try:
        publication = publication_of(visitor, slug=slug)
    except Publication.DoesNotExist:
        return _withdrawn(request, slug)
    editions = [publication, *editions_of(visitor, publication)]
    return give(factsheet_of(piece_of(publication), editions), form="pdf", name=slug)


def earlier_factsheet(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give an earlier edition as PDF, marked as such, with what changed since."""
    visitor = standing(request)
    try:
        publication = edition_of(visitor, slug=slug, edition=number)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    paper = factsheet_of(piece_of(publication), later_editions(visitor, publication))
    return give(paper, form="pdf", name=name_of(publication))


def _withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    visitor = standing(request)
    try:
        publication = withdrawn_of(visitor, slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    paper = withdrawn_sheet(publication, replacement_of(visitor, publication))
    return give(paper, form="pdf", name=_("%(slug)s-ingetrokken") % {"slug": slug})


def name_of(publication: Publication) -> str:
    """Return what a file of a piece is called: the address of what holds now, and which edition an earlier one is."""
    if publication.edition_of is None:
        return publication.slug
    return _("%(slug)s-versie-%(number)s") % {"slug": publication.edition_of.slug, "number": publication.edition}


def walk_on_paper(publication: Publication, walked: Walk, contacts: Sequence[UrgentRoute]) -> HttpResponse:
    """Give the way that somebody walked as PDF: what was asked, what was answered, what comes now, and whom to call."""
    mark, kind = mark_of(publication), _("Keuzehulp bij: %(title)s") % {"title": publication.title}
    blocks = (*opening(publication, mark), *_walk_blocks(walked, contacts))
    paper = replace(document(publication, walked.now.title, kind, blocks, mark), layout=Layout.LETTER)
    return give(paper, form="pdf", name=_("keuzehulp-%(slug)s") % {"slug": name_of(publication)})


def _walk_blocks(walked: Walk, contacts: Sequence[UrgentRoute]) -> Iterator[Block]:
    if walked.now.text:
        yield from from_markdown(walked.now.text)
    yield from contact_blocks(contacts)
    if not walked.now.is_outcome:
        yield Small(_("Deze vraag is nog niet beantwoord."))
    if walked.choices:
        yield Heading(2, _("Zo kwam u hier"))
        yield Facts(tuple((choice.step.title, choice.answer.text) for choice in walked.choices))
