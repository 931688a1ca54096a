"""Makes the pack of a meeting: agenda, then for each item its cover note, its brief for the council, and its papers."""

from __future__ import annotations

import logging
import uuid
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.operations import packs
from verder.deliberation.operations.filling import ALWAYS_CARRIED
from verder.deliberation.queries.brief import facts_of
from verder.deliberation.queries.papers import Contents, contents_of, is_told, meeting_to_pack
from verder.domain.tlp import MAY_BE_MAILED
from verder.files.models import FileContent
from verder.files.queries import content_of
from verder.network.models import BodyKind
from verder.paper.binding import PRINT_AND_LAY, Pack, Part, Told, bind
from verder.paper.papers import Paper
from verder.web.agenda.documents import agenda_document, brief_document, cover_document

if TYPE_CHECKING:
    from verder.deliberation.models import ItemPaper, Meeting
    from verder.deliberation.queries.agenda import Point

log = logging.getLogger(__name__)


def make(key: uuid.UUID) -> None:
    """Make the pack of a meeting and keep it; what goes wrong is written down, for who waits for it."""

    def told(done: int, total: int) -> None:
        packs.note_progress(key, done=done, total=total)

    meeting = meeting_to_pack(key)
    try:
        contents = contents_of(meeting)
        content = pack_of(meeting, contents, told)
    except Exception:
        log.exception("a pack could not be made")
        packs.give_up_pack(key)
        return
    packs.keep_pack(key, content=content, fingerprint=contents.fingerprint, at=timezone.now())


def pack_of(meeting: Meeting, contents: Contents, told: Told) -> bytes:
    """Bind the pack of a meeting for any member of its body; what one of them may not read is a number in it."""
    composing = len(contents.points)
    parts = [Part(agenda_document(meeting, contents.points, {}, contents.member))]
    for done, point in enumerate(contents.points, 1):
        if is_told(point):
            parts += _parts_of(meeting, point, contents)
        told(done, composing + _binding(contents))
    title = _("Stukken %(body)s") % {"body": meeting.body.name}
    pack = Pack(title, _("Vergaderstukken"), meeting.day, tuple(parts), meeting.body.name)
    return bind(pack, lambda done, total: told(composing + done, composing + total))


def _binding(contents: Contents) -> int:
    """Return how many steps the binding takes."""
    return sum(len(papers) for papers in contents.papers.values()) + PRINT_AND_LAY


def _bytes_of(paper: ItemPaper) -> bytes:
    """Return the bytes of a paper, or none when it was hidden or taken away since the pack was begun."""
    try:
        return content_of(paper.file)
    except FileContent.DoesNotExist:
        return b""


def _parts_of(meeting: Meeting, point: Point, contents: Contents) -> list[Part]:
    """Return what there is to read at an item; nothing for one that is only spoken of."""
    facts = facts_of(meeting, point.key, contents.member)
    papers = tuple(Paper(paper.title, _bytes_of(paper), facts.label) for paper in contents.papers.get(point.key, ()))
    if not (papers or facts.case or facts.signal or facts.publication or facts.note or point.purpose in ALWAYS_CARRIED):
        return []
    documents = [cover_document(meeting, point, facts, contents.member)]
    if meeting.body.kind == BodyKind.COUNCIL and facts.case and facts.case.tlp in MAY_BE_MAILED:
        documents.append(brief_document(meeting, point, facts.case))
    *before, last = documents
    return [*(Part(one) for one in before), Part(last, papers)]
