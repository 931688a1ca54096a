"""The meetings of the bodies that one sits in, and the agenda of each."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from verder.deliberation.models import Meeting, MeetingState
from verder.deliberation.queries.agenda import agenda_is_open_to, agenda_of
from verder.deliberation.queries.meetings import (
    bodies_to_plan_for,
    looks_after,
    meetings_behind,
    meetings_to_come,
    meetings_visible_to,
)
from verder.deliberation.queries.sendings import changes_sent
from verder.deliberation.queries.sign_offs import needs_sign_offs
from verder.network.models import BodyKind
from verder.web.leafing import leaf
from verder.web.meetings.agenda import changes_in_words, choose, describe, label_of, stops
from verder.web.standing import for_signed_in, standing
from verder.web.words.meetings import MEETING_STATE_WORDS, WHAT_IS_DECIDED

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


SIZE = 20


@for_signed_in
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings to come, or those that were held, of the bodies that one sits in."""
    visitor, behind = standing(request), request.GET.get("welke") == "geweest"
    if behind:
        page = leaf(request, meetings_behind(visitor), "-starts_at", size=SIZE)
    else:
        page = leaf(request, meetings_to_come(visitor), "starts_at", size=SIZE)
    known = {
        "page": page,
        "meetings": [(one, timezone.localdate(one.starts_at)) for one in page.rows],
        "behind": behind,
        "today": timezone.localdate(),
        "may_plan": visitor.is_secretariat or bodies_to_plan_for(visitor).exists(),
    }
    return render(request, "web/meetings/list.html", known)


@for_signed_in
def meeting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show an agenda, the item that one looks at, and to who looks after the meeting what can be done."""
    visitor, found = standing(request), find_here(request, key)
    today, day = timezone.localdate(), timezone.localdate(found.starts_at)
    is_shown = agenda_is_open_to(found, visitor)
    points = agenda_of(found, visitor) if is_shown else []
    chosen = choose(points, request.GET.get("punt", ""))
    is_planned, may_keep = found.state == MeetingState.PLANNED, looks_after(visitor, found.body)
    known = {
        "meeting": found,
        "label": label_of(points),
        "state": MEETING_STATE_WORDS[MeetingState(found.state)],
        "stops": stops(points, chosen),
        "chosen": describe(chosen, found, visitor, today=today, day=day) if chosen else None,
        "question": WHAT_IS_DECIDED.get(BodyKind(found.body.kind)),
        "is_planned": is_planned,
        "may_keep": may_keep and is_planned,
        "may_close": may_keep and is_planned and day <= today,
        "is_over": found.state == MeetingState.HELD,
        "is_shown": is_shown,
        "is_draft": is_planned and found.agenda_sent_at is None,
        "changes": changes_in_words(changes_sent(found), points) if is_shown and found.agenda_sent_at else (),
        "needs_sign_offs": needs_sign_offs(found.body),
    }
    return render(request, "web/meetings/meeting.html", known)


def find_here(request: HttpRequest, key: uuid.UUID) -> Meeting:
    """Find the meeting that a page is about; one of a body that one does not sit in does not exist."""
    try:
        return meetings_visible_to(standing(request)).get(key=key)
    except Meeting.DoesNotExist as missing:
        raise Http404 from missing
