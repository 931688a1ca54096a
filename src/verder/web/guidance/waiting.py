"""What a draft still waits for, and what its reader can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from verder.network.queries import allowed_words
from verder.textcheck import check
from verder.web.proof import KINDS
from verder.web.words.aids import told_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import Promise

    from verder.domain.decision_aid import Aid
    from verder.guidance.models import Publication
    from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody can do with a draft."""

    may_publish: bool
    is_asked: bool


def own_part(publication: Publication, visitor: Standing) -> Part:
    """Tell what somebody in whose hands a draft is can do: who wrote it last leaves publishing to the other."""
    may_publish = visitor.person != publication.written_by
    return Part(may_publish, is_asked=may_publish and visitor.person == publication.reviewed_by)


def missing(publication: Publication, aid: Aid) -> list[str]:
    """List what must happen before a draft is published, in the order in which it is done."""
    reader = publication.reviewed_by
    first = (
        _("%(name)s is gevraagd om het na te lezen en heeft dat nog niet gedaan.") % {"name": reader.name}
        if reader
        else _("Er is nog geen tweede lezer. Vraag iemand die dit stuk niet schreef.")
    )
    return [
        *told_faults(aid),
        first,
        _("De tweede lezer moet bevestigen dat het niets herhaalt wat niet gedeeld mag worden."),
        _("De tweede lezer kiest wie het mag lezen en tot wanneer het geldig is."),
    ]


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that the text check points at and that the writer let stand, for the second reader to judge."""

    kind: Promise
    words: str
    why: str


def leftovers(publication: Publication, aid: Aid) -> list[Leftover]:
    """Find what the text check says of a draft and its aid today: the rules may be newer than the draft."""
    allowed = allowed_words()
    return [
        Leftover(KINDS[finding.label], text[finding.start : finding.end], finding.why)
        for text in (publication.title, publication.summary, publication.text, *_words_of(aid))
        for finding in check(text, allowed=allowed)
    ]


def _words_of(aid: Aid) -> Iterator[str]:
    for step in aid.steps:
        yield from (step.title, step.text)
        for answer in step.answers:
            yield from (answer.text, answer.hint)
