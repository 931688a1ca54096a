"""Finds the meeting that a page is about, for whoever may see it or look after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Meeting
from verder.deliberation.queries.meetings import looks_after, meetings_visible_to
from verder.web.standing import standing

if TYPE_CHECKING:
    import uuid

    from django.http import HttpRequest

MEETS_ONCE = gettext_lazy(
    "De vergadering is niet gepland: een werkgroep komt één keer bijeen. Is er meer nodig? Leg op de pagina van de "
    "werkgroep vast waarom zij blijft en tot wanneer. Plan daarna een dag die daarvóór valt."
)
NOT_THEIRS = gettext_lazy("Er is niets veranderd: dit doet het secretariaat of de voorzitter. Vraag het daar.")


def find_here(request: HttpRequest, key: uuid.UUID) -> Meeting:
    """Find the meeting that a page is about; one that one has no part in does not exist."""
    try:
        return meetings_visible_to(standing(request)).get(key=key)
    except Meeting.DoesNotExist as missing:
        raise Http404 from missing


def find_kept(request: HttpRequest, key: uuid.UUID) -> Meeting:
    """Find a meeting for whoever looks after it; for others the page does not exist."""
    meeting = find_here(request, key)
    if not looks_after(standing(request), meeting.body):
        raise Http404
    return meeting


def title_of_meeting(meeting: Meeting) -> str:
    """Say which meeting it is: of whom, and when."""
    if meeting.is_in_writing:
        day = date_format(meeting.closes_on, "j F Y")
        return _("%(body)s, schriftelijk tot en met %(day)s") % {"body": meeting.body.name, "day": day}
    day = date_format(timezone.localtime(meeting.starts_at), "l j F Y")
    return f"{meeting.body.name}, {day}"
