"""Meetings for people's own calendars (iCalendar, RFC 5545 and 5546)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting as a calendar may know it: which body, when, where. What it is about has no place here.

    `uid` stays the same for the life of the meeting, `sequence` rises with each change that people are told of.
    """

    uid: str
    sequence: int
    body: str
    starts: datetime
    ends: datetime
    location: str
    url: str
    cancelled: bool = False


def invitation(appointment: Appointment, *, organizer: str = "", attendee: str = "", at: datetime) -> bytes:
    """Invite, or tell what changed (METHOD:REQUEST); a cancelled appointment is taken away (METHOD:CANCEL).

    Addresses are mail addresses. Answers come through the link in the mail, so none is asked of the calendar.
    """
    raise NotImplementedError


def feed(title: str, appointments: Sequence[Appointment], *, at: datetime) -> bytes:
    """Publish appointments for calendars that subscribe (METHOD:PUBLISH); cancelled ones show as cancelled."""
    raise NotImplementedError
