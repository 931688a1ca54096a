"""The way back: who takes a step from an agenda goes on with that agenda afterwards."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

if TYPE_CHECKING:
    from django.http import HttpRequest

MEETING = "vergadering"
LED = "leiden"


def step_from_agenda(number: str, step: str, meeting: uuid.UUID) -> str:
    """Return the address of a step that leads back to the agenda of a meeting."""
    return f"{reverse('dilemma-step', args=[number, step])}?{urlencode({MEETING: meeting})}"


def agenda_asked(request: HttpRequest) -> str:
    """Return the agenda that a step was opened from, or its leader's page; empty when it was opened elsewhere."""
    try:
        meeting = uuid.UUID(request.GET.get(MEETING, ""))
    except ValueError:
        return ""
    return reverse("meeting-lead" if LED in request.GET else "meeting", args=[meeting])
