"""The dates of meetings for anyone's own calendar: which body, when and where, and never what it is about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import Manner, MeetingState
from verder.deliberation.queries.meetings import meetings_for_everyone
from verder.paper.calendars import Appointment, feed

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.deliberation.models import Meeting

LOOKS_BACK = timedelta(days=90)


def dates(_request: HttpRequest) -> HttpResponse:
    """Give the meetings of the bodies whose dates are public, as a calendar to subscribe to."""
    since = timezone.localdate() - LOOKS_BACK
    known = [_appointment(meeting) for meeting in meetings_for_everyone(since=since)]
    content = feed(_("Vergaderingen"), known, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _appointment(meeting: Meeting) -> Appointment:
    return Appointment(
        uid=f"{meeting.key}@{urlsplit(settings.BASE_URL).hostname}",
        sequence=meeting.sequence,
        body=meeting.body.name,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        location=_place(meeting),
        url=settings.BASE_URL + reverse("outcomes-list"),
        cancelled=meeting.state == MeetingState.CANCELLED,
        is_public=True,
    )


def _place(meeting: Meeting) -> str:
    """Say where a meeting is; where people can join online its place may hold the link by which members do."""
    if meeting.manner == Manner.IN_PERSON:
        return meeting.place
    return _("Online") if meeting.manner == Manner.ONLINE else _("Bij elkaar, of online")
