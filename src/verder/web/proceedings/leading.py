"""Leading a meeting: the item it is at, its time, its words and its outcomes; and the calm page on the big screen."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import AgendaItem, ItemPurpose, MeetingState
from verder.deliberation.operations import proceedings
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.queries.proceedings import Recorded, Sitting, minutes_waiting, sitting_of
from verder.network.models import BodyKind
from verder.web.meetings.agenda import describe, stops, title_of
from verder.web.meetings.finding import find_here
from verder.web.proceedings.finding import find_to_lead, may_lead
from verder.web.proceedings.forms import RecordForm
from verder.web.standing import for_signed_in, standing
from verder.web.words.meetings import WHAT_IS_DECIDED

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting


@dataclass(frozen=True, slots=True)
class Clock:
    """How long an item took so far and how long was planned, in minutes."""

    spent: int
    planned: int

    @property
    def is_over(self) -> bool:
        """Whether the time that was planned is used up."""
        return 0 < self.planned < self.spent


def clock_of(sitting: Sitting, chosen: Recorded, *, at: datetime) -> Clock | None:
    """Read the clock of the item that the meeting is at; other items have none."""
    held = sitting.proceedings
    if held is None or held.current_since is None or sitting.current != chosen.point.key:
        return None
    return Clock(int((at - held.current_since).total_seconds() // 60), chosen.point.minutes)


def choose(sitting: Sitting, asked: str) -> Recorded | None:
    """Choose the item that the address asks for, or else the one that the meeting is at, or the first."""
    by_number = next((one for one in sitting.items if asked in {str(one.point.number), str(one.point.key)}), None)
    current = next((one for one in sitting.items if one.point.key == sitting.current), None)
    return by_number or current or next(iter(sitting.items), None)


@never_cache
@for_signed_in
def lead(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show who leads or records a meeting the item that it is at, or the one they look at."""
    meeting = find_to_lead(request, key)
    return render(request, "web/proceedings/lead.html", known_of(request, meeting, request.GET.get("punt", "")))


def known_of(
    request: HttpRequest, meeting: Meeting, asked: str, form: RecordForm | None = None, **more: object
) -> dict[str, object]:
    """Gather what the page of the leader shows, with the form as it was sent if it could not be taken in."""
    visitor, at = standing(request), timezone.now()
    sitting = sitting_of(meeting, visitor)
    chosen, today = choose(sitting, asked), timezone.localdate()
    points = [one.point for one in sitting.items]
    day = timezone.localdate(meeting.starts_at)
    return {
        "meeting": meeting,
        "sitting": sitting,
        "stops": stops(points, chosen.point if chosen else None, meeting),
        "current": next((one.point.number for one in sitting.items if one.point.key == sitting.current), None),
        "item": chosen,
        "chosen": describe(chosen.point, meeting, visitor, today=today, day=day) if chosen else None,
        "question": WHAT_IS_DECIDED.get(BodyKind(meeting.body.kind)),
        "clock": clock_of(sitting, chosen, at=at) if chosen else None,
        "next": _next(sitting, chosen),
        "minutes_waiting": _waiting(meeting, chosen),
        "form": form or (_form_of(chosen) if chosen else None),
        "once": uuid.uuid4(),
        "is_planned": meeting.state == MeetingState.PLANNED,
        **more,
    }


def _form_of(chosen: Recorded) -> RecordForm:
    shown = {"version": chosen.version, "decision": chosen.decision, "minutes": chosen.minutes}
    return RecordForm(initial=shown)


def _next(sitting: Sitting, chosen: Recorded | None) -> Recorded | None:
    place = sitting.items.index(chosen) if chosen else -1
    return next((one for one in sitting.items[place + 1 :] if one.point.is_open), None)


def _waiting(meeting: Meeting, chosen: Recorded | None) -> object:
    """Find the minutes that this item is to approve."""
    if chosen is None or chosen.point.purpose != ItemPurpose.PREVIOUS_MINUTES or not chosen.point.is_open:
        return None
    return minutes_waiting(meeting.body).exclude(meeting=meeting).first()


@require_POST
@for_signed_in
def begin(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Begin a meeting."""
    find_to_lead(request, key)
    try:
        proceedings.begin_meeting(key, actor=Actor(standing(request)), at=timezone.now(), intent=_once(request))
        messages.success(request, _("De vergadering is begonnen."))
    except AlreadyTaken:
        pass
    return redirect("meeting-lead", key)


@require_POST
@for_signed_in
def turn(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Turn to an item, which the big screen then shows."""
    find_to_lead(request, key)
    try:
        proceedings.turn_to(key, item, actor=Actor(standing(request)), at=timezone.now(), intent=_once(request))
    except AgendaItem.DoesNotExist as missing:
        raise Http404 from missing
    except AlreadyTaken:
        pass
    return redirect("meeting-lead", key)


def _once(request: HttpRequest) -> Intent:
    try:
        return Intent(request_key=uuid.UUID(request.POST.get("request_key", "")))
    except ValueError:
        return Intent()


@never_cache
@for_signed_in
def screen(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show everyone in the room where the meeting is: one item, its question, and what comes next."""
    meeting = find_here(request, key)
    sitting = sitting_of(meeting, standing(request))
    chosen = next((one for one in sitting.items if one.point.key == sitting.current), None)
    following = _next(sitting, chosen)
    known = {
        "meeting": meeting,
        "item": chosen,
        "title": title_of(chosen.point) if chosen else "",
        "clock": clock_of(sitting, chosen, at=timezone.now()) if chosen else None,
        "following": following,
        "following_title": title_of(following.point) if following else "",
        "may_lead": may_lead(request, meeting),
        "again": reverse("meeting-screen", args=[key]),
    }
    return render(request, "web/proceedings/screen.html", known)
