"""Invitations, changes and cancellations as they leave in the mail, read by two calendar programs."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from icalendar import Calendar

from tests.calendar_program import CalendarProgram, needs_calendar_program
from tests.deliberation.calling import called, letters_about
from tests.deliberation.doing import SAID
from tests.factories import MONDAY, new_intent
from tests.personas import as_actor, participant, secretary
from verder.deliberation.operations import agenda, planning
from verder.deliberation.operations.meetings import Plan
from verder.post.models import Delivery
from verder.post.sending import message_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = MONDAY + timedelta(days=9)


def calendar_part(letter: Delivery) -> tuple[str, bytes]:
    """Return what the calendar part of a letter asks, by its own header, and its bytes as a mail program gets them."""
    message = message_from_bytes(message_of(letter, at=MONDAY).as_bytes(policy=policy.SMTP), policy=policy.default)
    (part,) = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
    return part["Content-Type"].params["method"], part.get_payload(decode=True)


@needs_calendar_program
def test_two_programs_follow_a_meeting_by_its_letters(tmp_path):
    clerk, member, khal = secretary(), participant(), CalendarProgram(tmp_path)
    meeting, actor = called(clerk), as_actor(clerk, MONDAY)
    planning.move_meeting(meeting.key, Plan(LATER, "Den Bosch"), actor=actor, at=MONDAY, intent=new_intent())
    agenda.close_meeting(meeting.key, reason=SAID, cancelled=True, actor=actor, at=MONDAY)

    parts = [calendar_part(letter) for letter in letters_about(member.email)]

    assert [method for method, _content in parts] == ["REQUEST", "REQUEST", "CANCEL"]
    read = [Calendar.from_ical(content) for _method, content in parts]
    assert [calendar["METHOD"] for calendar in read] == ["REQUEST", "REQUEST", "CANCEL"]
    events = [event for calendar in read for event in calendar.walk("VEVENT")]
    assert len({event["UID"] for event in events}) == 1
    turns = [event["SEQUENCE"] for event in events]
    assert turns == sorted(turns)
    assert turns[0] < turns[1]
    told = [khal.take_in(content, since="2026-03-01", days=60) for _method, content in parts]
    assert [[line.split("|")[0] for line in lines] for lines in told] == [
        ["2026-03-09 10:00"],
        ["2026-03-11 10:00"],
        ["2026-03-11 10:00"],
    ]
    assert told[2][0].endswith("CANCELLED")
