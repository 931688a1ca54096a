"""Appointments, read by two programs that know nothing of each other: icalendar and khal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.calendar_program import CalendarProgram, needs_calendar_program
from verder.paper.calendars import Appointment, feed, invitation

AT = datetime(2026, 11, 1, 8, tzinfo=UTC)
MEETING = Appointment(
    "vergadering-12@verder.example",
    0,
    "Landelijk Platform",
    datetime(2026, 12, 3, 9, tzinfo=UTC),
    datetime(2026, 12, 3, 11, 30, tzinfo=UTC),
    "Zaal 3; Utrecht, bij het station\nBEGIN:VEVENT",
    "https://verder.example/vergaderingen/12/",
)
MOVED = replace(
    MEETING,
    sequence=1,
    starts=datetime(2027, 7, 8, 8, tzinfo=UTC),
    ends=datetime(2027, 7, 8, 10, tzinfo=UTC),
)
CANCELLED = replace(MOVED, sequence=2, cancelled=True)


def event_of(content: bytes):
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation_says_which_body_when_and_where_and_asks_no_answer():
    calendar, event = event_of(
        invitation(MEETING, organizer="secretariaat@verder.example", attendee="lid@verder.example", at=AT)
    )

    assert calendar["METHOD"] == "REQUEST"
    assert event["SUMMARY"] == "Landelijk Platform, 3 december 2026"
    assert event.start == datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["LOCATION"] == MEETING.location
    assert event["URL"] == MEETING.url
    assert event["ORGANIZER"] == "mailto:secretariaat@verder.example"
    assert event["ATTENDEE"] == "mailto:lid@verder.example"
    assert event["ATTENDEE"].params["RSVP"] == "FALSE"
    assert event["DTSTAMP"].dt == AT


def test_an_invitation_may_name_nobody_and_no_place():
    _, event = event_of(invitation(replace(MEETING, location="", url=""), at=AT))

    assert {"ORGANIZER", "ATTENDEE", "LOCATION", "URL"}.isdisjoint(event)


def test_the_zone_in_the_file_knows_summer_and_winter():
    calendar, _ = event_of(invitation(MEETING, at=AT))
    (zone,) = calendar.walk("VTIMEZONE")

    offsets = {month: zone.to_tz().utcoffset(datetime(2031, month, 15, 12)) for month in (1, 7)}  # noqa: DTZ001

    assert offsets == {1: timedelta(hours=1), 7: timedelta(hours=2)}


def test_a_change_keeps_the_name_of_the_appointment_and_raises_its_number():
    _, first = event_of(invitation(MEETING, at=AT))
    _, second = event_of(invitation(MOVED, at=AT))

    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)


def test_a_cancelled_appointment_is_taken_away():
    calendar, event = event_of(invitation(CANCELLED, at=AT))

    assert calendar["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"


def test_lines_are_short_and_end_as_the_standard_asks():
    lines = invitation(replace(MEETING, location="ë" * 200), at=AT).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)


def test_a_feed_publishes_every_appointment_with_its_state():
    other = replace(CANCELLED, uid="vergadering-13@verder.example")
    calendar = Calendar.from_ical(feed("Landelijk Platform", [MEETING, other], at=AT))

    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["X-WR-CALNAME"] == "Landelijk Platform"
    assert [event["STATUS"] for event in calendar.walk("VEVENT")] == ["CONFIRMED", "CANCELLED"]
    assert len(calendar.walk("VTIMEZONE")) == 1


@pytest.mark.slow
@needs_calendar_program
def test_another_calendar_program_takes_invitation_change_and_cancellation(tmp_path):
    khal = CalendarProgram(tmp_path)

    invited, moved, cancelled = (
        khal.take_in(invitation(one, at=AT), since="2026-12-01") for one in (MEETING, MOVED, CANCELLED)
    )

    assert invited == ["2026-12-03 10:00|2026-12-03 12:30|Landelijk Platform, 3 december 2026|CONFIRMED"]
    assert moved == ["2027-07-08 10:00|2027-07-08 12:00|Landelijk Platform, 8 juli 2027|CONFIRMED"]
    assert cancelled == ["2027-07-08 10:00|2027-07-08 12:00|Landelijk Platform, 8 juli 2027|CANCELLED"]
