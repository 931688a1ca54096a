"""Says in a letter which meeting it is about, in a line of its own.

The names of bodies are data, and whether a name takes an article is not known: so no sentence holds one.
"""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.deliberation.models import Meeting
from verder.network.models import Body, BodyKind


def name_in_mail(body: Body) -> str:
    """Name a body in a letter; the name of a working group would tell what it is about."""
    return _("een werkgroep") if body.kind == BodyKind.WORKING_GROUP else body.name


def meeting_in_mail(meeting: Meeting) -> str:
    """Name the body and the day of a meeting; of one in writing the last day."""
    return f"{name_in_mail(meeting.body)}, {date_format(meeting.day, 'j F Y')}"


def which_meeting(meeting: Meeting) -> str:
    """Write the line that says which meeting a letter is about."""
    return _("Vergadering: %(meeting)s") % {"meeting": meeting_in_mail(meeting)}
