"""Guidance on paper: a whole piece as factsheet, and the way that somebody walked through its decision aid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from verder.domain.guidance_parts import PartCode
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.queries import is_expired, publication_of
from verder.paper.document import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Notice,
    NoticeKind,
    Paragraph,
    Small,
    Span,
    day_in_words,
)
from verder.paper.markdown import from_markdown
from verder.web.guidance.piece import piece_of
from verder.web.on_paper import give
from verder.web.standing import standing
from verder.web.words.parts import PART_WORDS
from verder.web.words.publications import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from verder.domain.decision_aid import Walk
    from verder.network.models import UrgentRoute


def factsheet(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one piece of guidance as PDF."""
    try:
        publication = publication_of(standing(request), slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    kind = KIND_WORDS[PublicationKind(publication.kind)].one
    piece = piece_of(publication)
    text, contacts = from_markdown(piece.text), _contact_blocks(piece.contacts)
    blocks = (*_opening(publication), Paragraph(publication.summary), *text, *contacts)
    return give(_document(publication, publication.title, str(kind), blocks), form="pdf", name=publication.slug)


def _contact_blocks(contacts: Sequence[UrgentRoute]) -> Iterator[Block]:
    if contacts:
        yield Heading(2, str(PART_WORDS[PartCode.CONTACTS].heading))
        yield ItemList(tuple(Item((Span(route.name, strong=True), Span(_told(route)))) for route in contacts))


def _told(route: UrgentRoute) -> str:
    day = route.last_checked_on
    checked = _("gecontroleerd op %(day)s") % {"day": day_in_words(day)} if day else _("nog niet gecontroleerd")
    return ". " + "; ".join(word for word in (route.situation, route.telephone, route.address, checked) if word)


def walk_on_paper(publication: Publication, walked: Walk) -> HttpResponse:
    """Give the way that somebody walked as PDF: what was asked, what was answered, and what comes now."""
    blocks = (*_opening(publication), *_walk_blocks(walked))
    paper = _document(
        publication, walked.now.title, _("Keuzehulp bij: %(title)s") % {"title": publication.title}, blocks
    )
    return give(paper, form="pdf", name=_("keuzehulp-%(slug)s") % {"slug": slugify(publication.slug)})


def _walk_blocks(walked: Walk) -> Iterator[Block]:
    if walked.now.text:
        yield from from_markdown(walked.now.text)
    if not walked.now.is_outcome:
        yield Small(_("Deze vraag is nog niet beantwoord."))
    if walked.choices:
        yield Heading(2, _("Zo kwam u hier"))
        yield Facts(tuple((choice.step.title, choice.answer.text) for choice in walked.choices))


def _opening(publication: Publication) -> Iterator[Block]:
    if publication.review_on is None:
        return
    day = day_in_words(publication.review_on)
    if is_expired(publication, on=timezone.localdate()):
        words = _(
            "Het was geldig tot %(day)s. Niemand heeft daarna gekeken of het nog klopt. Vraag na of het nog geldt."
        )
        yield Notice(words % {"day": day}, title=_("Dit stuk is verlopen"), kind=NoticeKind.ALERT)
    else:
        yield Small(_("Geldig tot %(day)s.") % {"day": day})


def _document(publication: Publication, title: str, kind: str, blocks: tuple[Block, ...]) -> Document:
    published = publication.published_at or timezone.now()
    mark = _("verlopen") if is_expired(publication, on=timezone.localdate()) else ""
    return Document(title, kind, timezone.localdate(published), Tlp(publication.tlp), blocks, mark=mark)
