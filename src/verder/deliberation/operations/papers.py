"""Papers at an item of an agenda: adding one, having it looked at, and taking it away for good."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import AgendaItem, ItemPaper
from verder.deliberation.operations.checked import keep_exemptions_of_file
from verder.deliberation.operations.filling import hold_item
from verder.deliberation.operations.items import changed, tell_of
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.queries.papers import MOST_PAPERS
from verder.domain.tlp import Tlp
from verder.files.checked import CheckedFile
from verder.files.operations import destroy, keep, note_look
from verder.files.queries import READABLE
from verder.textcheck import CheckedText


class TooManyPapers(Exception):
    """An item has no more papers than a meeting can read."""


class NoPapersUnderRed(Exception):
    """What is about a dilemma under TLP:RED is spoken of, and never lies on the table."""


@transaction.atomic
def add_paper(
    item: uuid.UUID, *, file: CheckedFile, title: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> ItemPaper:
    """Add a paper to an item, behind those that are there.

    Raise NoPapersUnderRed, TooManyPapers, AgendaItem.DoesNotExist once the item is closed, and what `hold_agenda`
    raises.
    """
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    if found.dilemma and found.dilemma.tlp == Tlp.RED:
        raise NoPapersUnderRed
    if found.papers.filter(READABLE).count() >= MOST_PAPERS:
        raise TooManyPapers
    position = _last_place(found) + 1
    paper = ItemPaper.objects.create(item=found, file=keep(file, at=at), title=title.text, position=position, at=at)
    if found.dilemma:
        keep_exemptions_of_file(found.dilemma, file.dismissals, at=at)
    tell_of(hold, "paper.added", item=str(item), file=str(paper.file.key))
    changed(hold.meeting, "papers", actor=actor, at=at)
    return paper


def _last_place(item: AgendaItem) -> int:
    last: int | None = item.papers.aggregate(last=Max("position"))["last"]
    return last or 0


@transaction.atomic
def state_paper_looked_at(
    item: uuid.UUID, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Note that somebody looked at a paper that a computer could not read in full; from then on members read it.

    Raise ItemPaper.DoesNotExist when it was taken away, and what `hold_agenda` raises.
    """
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    if actor.opaque_id is None:
        raise NotTheirMeeting
    note_look(_paper(found, file).file.key, by=actor.opaque_id, at=at)
    tell_of(hold, "paper.looked_at", item=str(item), file=str(file))
    changed(hold.meeting, "papers", actor=actor, at=at)
    return found


@transaction.atomic
def remove_paper(item: uuid.UUID, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> AgendaItem:
    """Take a paper away and destroy its file; raise ItemPaper.DoesNotExist, and what `hold_agenda` raises."""
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    destroy(_paper(found, file).file.key, at=at)
    tell_of(hold, "paper.removed", item=str(item), file=str(file))
    changed(hold.meeting, "papers", actor=actor, at=at)
    return found


def _paper(item: AgendaItem, file: uuid.UUID) -> ItemPaper:
    return item.papers.select_related("file").get(READABLE, file__key=file)
