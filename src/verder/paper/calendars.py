"""Meetings for people's own calendars (iCalendar, RFC 5545 and 5546)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vCalAddress, vText

from verder.paper.document import day_in_words

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAKER = "-//Verder//Verder//NL"
HOW_OFTEN = timedelta(hours=6)
# The rule since 1996, in six lines that every calendar reads; a table of all past and coming dates is not needed.
ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


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
    is_public: bool = False


def invitation(appointment: Appointment, *, organizer: str = "", attendee: str = "", at: datetime) -> bytes:
    """Invite, or tell what changed (METHOD:REQUEST); a cancelled appointment is taken away (METHOD:CANCEL).

    Addresses are mail addresses. Answers come through the link in the mail, so none is asked of the calendar.
    """
    calendar = _calendar("CANCEL" if appointment.cancelled else "REQUEST")
    event = _event(appointment, at)
    if organizer:
        event.add("organizer", vCalAddress(f"mailto:{organizer}"))
    if attendee:
        invited = vCalAddress(f"mailto:{attendee}")
        invited.params["RSVP"] = vText("FALSE")
        event.add("attendee", invited)
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def feed(title: str, appointments: Iterable[Appointment], *, at: datetime) -> bytes:
    """Publish appointments for calendars that subscribe (METHOD:PUBLISH); cancelled ones show as cancelled."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", HOW_OFTEN, parameters={"VALUE": "DURATION"})
    for appointment in appointments:
        calendar.add_component(_event(appointment, at))
    content: bytes = calendar.to_ical()
    return content


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MAKER)
    calendar.add("method", method)
    calendar.add_component(Component.from_ical(ZONE))
    return calendar


def _event(appointment: Appointment, at: datetime) -> Event:
    event = Event()
    starts = appointment.starts.astimezone(AMSTERDAM)
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", starts)
    event.add("dtend", appointment.ends.astimezone(AMSTERDAM))
    event.add("summary", f"{appointment.body}, {day_in_words(starts.date())}")
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    event.add("class", "PUBLIC" if appointment.is_public else "PRIVATE")
    for name, words in (("location", appointment.location), ("url", appointment.url)):
        if words:
            event.add(name, words)
    return event
