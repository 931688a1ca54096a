"""The meetings of the bodies that one sits in, and the agenda of each."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from verder.deliberation.models import Manner, MeetingState, Reply
from verder.deliberation.queries.agenda import agenda_is_open_to, agenda_of
from verder.deliberation.queries.invitations import can_reply, own_invitation
from verder.deliberation.queries.meetings import (
    bodies_to_plan_for,
    looks_after,
    meetings_behind,
    meetings_to_come,
)
from verder.deliberation.queries.polls import open_polls
from verder.deliberation.queries.proceedings import has_begun
from verder.deliberation.queries.sendings import changes_sent
from verder.deliberation.queries.sign_offs import needs_sign_offs
from verder.deliberation.queries.work import cadences
from verder.network.models import BodyKind
from verder.web.asking import VersionForm
from verder.web.leafing import leaf
from verder.web.meetings.agenda import changes_in_words, choose, describe, label_of, stops
from verder.web.meetings.attendance import attendance_of, described
from verder.web.meetings.finding import find_here
from verder.web.meetings.moving import moved
from verder.web.meetings.papers import paper_rows
from verder.web.meetings.writing import writing_at
from verder.web.standing import for_signed_in, standing
from verder.web.words.meetings import MEETING_STATE_WORDS, PLACE_WORDS, UNDER_WAY, WHAT_IS_DECIDED
from verder.web.work.warnings import Caution, warnings

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.http import HttpRequest, HttpResponse


SIZE = 20


@for_signed_in
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings to come, or those that were held, of the bodies that one sits in."""
    visitor, behind = standing(request), request.GET.get("welke") == "geweest"
    planned_for = {body.kind for body in bodies_to_plan_for(visitor)}
    if behind:
        page = leaf(request, meetings_behind(visitor), "-starts_at", size=SIZE)
    else:
        page = leaf(request, meetings_to_come(visitor), "starts_at", size=SIZE)
    known = {
        "page": page,
        "meetings": [(one, timezone.localdate(one.starts_at)) for one in page.rows],
        "behind": behind,
        "today": timezone.localdate(),
        "polls": open_polls(visitor)[:SIZE] if not behind else [],
        "may_plan": visitor.is_secretariat or bool(planned_for),
        "warnings": () if behind else _warnings(planned_for),
    }
    return render(request, "web/meetings/list.html", known)


def _warnings(planned_for: Collection[str]) -> tuple[Caution, ...]:
    """Warn who plans for the Platform that it meets too seldom, as the work screen does."""
    today = timezone.localdate()
    return warnings(cadences(today=today), today=today) if BodyKind.PLATFORM in planned_for else ()


@for_signed_in
def meeting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show an agenda, the item that one looks at, and to who looks after the meeting what can be done."""
    visitor, found = standing(request), find_here(request, key)
    today, day = timezone.localdate(), timezone.localdate(found.starts_at)
    is_shown = agenda_is_open_to(found, visitor)
    points = agenda_of(found, visitor) if is_shown else []
    chosen = choose(points, request.GET.get("punt", ""))
    is_planned, may_keep = found.state == MeetingState.PLANNED, looks_after(visitor, found.body)
    may_be_held = is_planned and day <= today
    own = own_invitation(found, visitor) if found.invited_at else None
    known = {
        "meeting": found,
        "manner": PLACE_WORDS.get(Manner(found.manner)),
        "own": described(own),
        "moved": moved(own),
        "has_replied": own is not None and own.reply != Reply.NONE,
        "may_reply": can_reply(found, at=timezone.now()),
        "attendance": attendance_of(found) if may_keep else None,
        "once": VersionForm(initial={"version": found.version}),
        "writing": writing_at(found, chosen, visitor),
        "label": label_of(points),
        "state": UNDER_WAY if may_be_held and has_begun(found) else MEETING_STATE_WORDS[MeetingState(found.state)],
        "stops": stops(points, chosen, found),
        "chosen": describe(chosen, found, visitor, today=today, day=day) if chosen else None,
        "papers": paper_rows(found, chosen) if chosen else (),
        "question": WHAT_IS_DECIDED.get(BodyKind(found.body.kind)),
        "is_planned": is_planned,
        "may_keep": may_keep and is_planned,
        "may_close": may_keep and may_be_held,
        "is_over": found.state == MeetingState.HELD,
        "is_shown": is_shown,
        "is_draft": is_planned and found.agenda_sent_at is None,
        "changes": changes_in_words(changes_sent(found), points) if is_shown and found.agenda_sent_at else (),
        "needs_sign_offs": needs_sign_offs(found.body),
    }
    return render(request, "web/meetings/meeting.html", known)
