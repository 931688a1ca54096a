"""The papers of a group: adding one, having it looked at, and taking it away for good."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.files.checked import CheckedFile
from verder.files.operations import destroy, keep, note_look
from verder.files.queries import READABLE
from verder.textcheck import CheckedText
from verder.workspace.models import GroupPaper
from verder.workspace.operations.hold import NotForThem, hold_room, note
from verder.workspace.queries.together import MOST_PAPERS, paper_in


class TooManyPapers(Exception):
    """A group has no more papers than it can look after."""


@transaction.atomic
def add_paper(
    group: uuid.UUID, *, file: CheckedFile, title: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> GroupPaper:
    """Add a paper to what the group reads; raise TooManyPapers, and what `hold_room` raises."""
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    if hold.room.group.papers.filter(READABLE).count() >= MOST_PAPERS:
        raise TooManyPapers
    paper = GroupPaper.objects.create(
        group=hold.room.group, file=keep(file, at=at), title=title.text, by=hold.person, at=at
    )
    note(hold, "paper.added", file=str(paper.file.key))
    return paper


@transaction.atomic
def state_looked_at(group: uuid.UUID, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Note that somebody looked at a paper that a computer could not read in full; from then on the group reads it.

    Raise NotForThem outside secretariat and lead, GroupPaper.DoesNotExist, and what `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    if not hold.room.is_looked_after:
        raise NotForThem
    note_look(paper_in(hold.room, file).file.key, by=hold.person.opaque_id, at=at)
    note(hold, "paper.looked_at", file=str(file))


@transaction.atomic
def remove_paper(group: uuid.UUID, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Take a paper away and destroy its file.

    Raise NotForThem for others than who brought it, the lead and the secretariat, GroupPaper.DoesNotExist, and what
    `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    paper = paper_in(hold.room, file)
    if not (hold.room.is_looked_after or paper.by == hold.person):
        raise NotForThem
    destroy(paper.file.key, at=at)
    note(hold, "paper.removed", file=str(file))
