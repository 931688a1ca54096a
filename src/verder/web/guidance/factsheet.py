"""A piece of guidance on paper: what the page says, set small with its headings in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.domain.guidance_parts import PartCode
from verder.domain.tlp import Tlp
from verder.guidance.models import PublicationKind
from verder.paper.document import (
    Block,
    Document,
    Facts,
    Heading,
    Layout,
    Notice,
    NoticeKind,
    Paragraph,
    Rule,
    Small,
    Span,
    Table,
    Words,
    day_in_words,
)
from verder.paper.markdown import from_markdown
from verder.web.guidance.drawn import scheme_blocks
from verder.web.guidance.evidence import how_far
from verder.web.guidance.marks import mark_of, mark_of_withdrawn
from verder.web.words.parts import PART_WORDS
from verder.web.words.publications import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verder.guidance.models import Publication
    from verder.network.models import UrgentRoute
    from verder.web.guidance.marks import Mark
    from verder.web.guidance.piece import Piece


def factsheet_of(piece: Piece, editions: Sequence[Publication]) -> Document:
    """Make the paper of a piece; `editions` are the ones that it tells the changes of, the latest first."""
    mark = mark_of(piece.publication)
    blocks = (
        *opening(piece.publication, mark),
        *_how_far(piece.publication),
        Paragraph(piece.publication.summary),
        Rule(),
        *from_markdown(piece.text),
        *contact_blocks(piece.contacts),
        *_changes(editions),
        *scheme_blocks(piece.aid),
    )
    return document(piece.publication, piece.publication.title, _kind(piece.publication), blocks, mark)


def withdrawn_sheet(publication: Publication, replacement: Publication | None) -> Document:
    """Make the paper of a withdrawn piece: why it does not hold any more, and nothing of what it said."""
    mark = mark_of_withdrawn(replacement)
    blocks = (_notice(mark), Heading(2, _("Waarom?")), Paragraph(publication.withdrawn_because))
    return document(publication, publication.title, _kind(publication), blocks, mark)


def _kind(publication: Publication) -> str:
    kind = KIND_WORDS[PublicationKind(publication.kind)].one
    return _("%(kind)s, versie %(number)s") % {"kind": kind, "number": publication.edition}


def opening(publication: Publication, mark: Mark | None) -> Iterator[Block]:
    """Say first why a piece does not simply hold, or until when it does."""
    if mark is not None:
        yield _notice(mark)
    elif publication.review_on is not None:
        yield Small(_("Geldig tot %(day)s.") % {"day": day_in_words(publication.review_on)})


def _how_far(publication: Publication) -> Iterator[Block]:
    """Say of what holds now whether it works; of an earlier edition nobody tells that any more."""
    found = None if publication.edition_of else how_far(publication)
    if found is not None:
        yield Small(found.words)


def _notice(mark: Mark) -> Notice:
    address = settings.BASE_URL + mark.address
    leads = (Span(f"\n{mark.link}: "), Span(address, link=address)) if mark.address else ()
    return Notice((Span(mark.words), *leads), title=mark.title, kind=NoticeKind.ALERT)


def contact_blocks(contacts: Sequence[UrgentRoute]) -> Iterator[Block]:
    """Tell whom to call, and when each was last checked; nothing where there is nobody."""
    if contacts:
        yield Heading(2, str(PART_WORDS[PartCode.CONTACTS].heading))
        header = (_("Wie, en wanneer"), _("Telefoon en website"), _("Gecontroleerd op"))
        danger = ((Span(_("Nu gevaar"), strong=True),), (Span("112", strong=True),), "")
        yield Table("", header, (danger, *map(_row, contacts)), weights=(64, 36, 28))


def _row(route: UrgentRoute) -> tuple[Words, ...]:
    who = (Span(route.name, strong=True), Span(f"\n{route.situation}"))
    shown = route.address.removeprefix("https://").removeprefix("http://").rstrip("/")
    how = [Span(route.telephone), *([Span("\n")] if route.telephone and shown else []), Span(shown, link=route.address)]
    day = day_in_words(route.last_checked_on) if route.last_checked_on else _("nog niet")
    return who, tuple(one for one in how if one.text) or _("Vraag uw organisatie."), day


def _changes(editions: Sequence[Publication]) -> Iterator[Block]:
    told = [one for one in editions if one.change and one.published_at]
    if told:
        yield Heading(2, _("Wat is er veranderd?"))
        yield Facts(tuple((_edition(one), one.change) for one in told))


def _edition(one: Publication) -> str:
    return _("Versie %(number)s") % {"number": one.edition}


def document(publication: Publication, title: str, kind: str, blocks: Sequence[Block], mark: Mark | None) -> Document:
    """Make paper of blocks, with what stands at the head and foot of every page."""
    day = timezone.localdate(publication.published_at or timezone.now())
    word = mark.word if mark else ""
    return Document(title, kind, day, Tlp(publication.tlp), tuple(blocks), mark=word, layout=Layout.FACTSHEET)
