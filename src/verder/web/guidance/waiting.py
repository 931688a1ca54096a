"""What a draft still waits for, and what its reader can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from verder.guidance.readiness import what_is_missing, words_of
from verder.network.queries import allowed_words
from verder.textcheck import check
from verder.web.guidance.mending import field_for_fault, field_for_lack, field_for_need
from verder.web.proof import KINDS
from verder.web.words.aids import told_fault
from verder.web.words.parts import told_lack, told_need

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.guidance.models import Principle, Publication
    from verder.network.standing import Standing
    from verder.web.guidance.piece import Piece


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody can do with a draft."""

    may_publish: bool
    is_asked: bool


def own_part(publication: Publication, visitor: Standing) -> Part:
    """Tell what somebody in whose hands a draft is can do: who wrote it last leaves publishing to the other."""
    may_publish = visitor.person != publication.written_by
    return Part(may_publish, is_asked=may_publish and visitor.person == publication.reviewed_by)


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that keeps a draft from being published, and where who reads this can mend it; empty if they cannot."""

    text: str
    address: str


def missing_before(
    publication: Publication, piece: Piece, principle: Principle | None, visitor: Standing
) -> list[Missing]:
    """List what keeps a draft from being published, whoever publishes it."""
    key = publication.key
    has_contacts = bool(piece.contacts)
    found = what_is_missing(
        publication, parts=piece.parts, aid=piece.aid, has_contacts=has_contacts, principle=principle
    )
    return [
        *(Missing(told_lack(lack), field_for_lack(key, lack)) for lack in found.lacks),
        *(Missing(told_fault(piece.aid, fault), field_for_fault(key, fault)) for fault in found.faults),
        *(Missing(told_need(need, publication), field_for_need(publication, need, visitor)) for need in found.needs),
    ]


def awaited(publication: Publication) -> list[str]:
    """List what the second reader does, in the order in which it is done."""
    first = _who_reads(publication)
    return [
        first,
        _("De tweede lezer moet het toetsen aan het gedeelde uitgangspunt."),
        _("De tweede lezer moet bevestigen dat het niets herhaalt wat niet gedeeld mag worden."),
        _("De tweede lezer kiest wie het mag lezen en tot wanneer het geldig is."),
    ]


def _who_reads(publication: Publication) -> str:
    reader = publication.reviewed_by
    if reader is None:
        return _("Er is nog geen tweede lezer. Vraag iemand die dit stuk niet schreef.")
    if publication.returned:
        return _("%(name)s leest het daarna opnieuw.") % {"name": reader.name}
    return _("%(name)s is gevraagd om het na te lezen en heeft dat nog niet gedaan.") % {"name": reader.name}


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that the text check points at and that the writer let stand, for the second reader to judge."""

    kind: Promise
    words: str
    why: str


def leftovers(publication: Publication, piece: Piece) -> list[Leftover]:
    """Find what the text check says of a draft and its aid today: the rules may be newer than the draft."""
    allowed = allowed_words()
    return [
        Leftover(KINDS[finding.label], text[finding.start : finding.end], finding.why)
        for text in words_of(publication, piece.parts, piece.aid)
        for finding in check(text, allowed=allowed)
    ]
