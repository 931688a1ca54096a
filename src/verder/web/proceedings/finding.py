"""Finds the meeting that a page is about, for who looks after it or for who may read it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from verder.deliberation.queries.meetings import looks_after
from verder.web.meetings.finding import find_here
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.deliberation.models import Meeting


def find_to_lead(request: HttpRequest, key: uuid.UUID) -> Meeting:
    """Find a meeting for who looks after it, from its day on; for others there is nothing to lead."""
    meeting = find_here(request, key)
    if not may_lead(request, meeting):
        raise Http404
    return meeting


def may_lead(request: HttpRequest, meeting: Meeting) -> bool:
    """Tell whether somebody leads or records a meeting today."""
    has_come = timezone.localdate(meeting.starts_at) <= timezone.localdate()
    return has_come and meeting.state != "cancelled" and looks_after(standing(request), meeting.body)
