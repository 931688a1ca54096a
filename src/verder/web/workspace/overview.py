"""The first page of a workspace: its texts, what was decided, what is still to be done, and its papers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone

from verder.web.standing import for_signed_in
from verder.web.workspace.finding import room_here, who
from verder.workspace.operations.reading import note_room_read
from verder.workspace.queries.texts import texts_with_figures
from verder.workspace.queries.together import actions_left, decisions_of, papers_in, points_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.workspace.queries.rooms import Room

SHOWN = 5


@for_signed_in
def room(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show where a group works."""
    found = room_here(request, key)
    texts = list(texts_with_figures(found))
    unravelled = {text.dilemma_id for text in texts if text.template}
    known = {
        "room": found,
        "group": found.group,
        "texts": texts,
        "to_unravel": [one for one in found.served if one.may_read and one.pk not in unravelled],
        "today": timezone.localdate(),
    }
    if found.is_whole:
        note_room_read(found, **who(request))
        known |= _shared(found)
    return render(request, "web/workspace/room.html", known)


def _shared(room: Room) -> dict[str, Any]:
    return {
        "points": list(points_of(room).filter(done_at__isnull=True).order_by("due_on", "pk")[:SHOWN]),
        "actions": list(actions_left(room)[:SHOWN]),
        "decisions": list(decisions_of(room).order_by("-pk")[:SHOWN]),
        "papers": list(papers_in(room)),
    }
