"""Planning a series and moving a meeting: dates move along, and everyone invited hears once what changed."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.calling import appointment_in, called, letters_about, texts_to
from tests.factories import MONDAY, body_of, checked, new_intent
from tests.personas import as_actor, participant, person, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Invitation, Manner, Meeting, Reply
from verder.deliberation.operations import agenda, invitations, meetings, planning, replies
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.operations.meetings import Plan
from verder.network.models import BodyKind, Person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def move(meeting: Meeting, by: Person, plan: Plan, *, intent: Intent | None = None) -> Meeting:
    return planning.move_meeting(
        meeting.key, plan, actor=as_actor(by, MONDAY), at=MONDAY, intent=intent or new_intent()
    )


def test_a_series_is_planned_as_meetings_of_their_own_and_the_first_brings_dates_forward():
    clerk = secretary()
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)
    plans = [Plan(MONDAY + days * DAY, "Utrecht") for days in (7, 14, 21)]

    made = planning.plan_series(
        body_of(BodyKind.PLATFORM), plans, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent()
    )

    assert [meeting.starts_at for meeting in made] == [plan.starts_at for plan in plans]
    assert Event.objects.filter(action="meeting.planned").count() == 3
    assert factories.fresh(waiting).next_date == date(2026, 3, 9)


def test_a_series_with_a_day_that_is_over_is_not_planned_at_all():
    plans = [Plan(MONDAY + 7 * DAY, "Utrecht"), Plan(MONDAY - 7 * DAY, "Utrecht")]

    with pytest.raises(meetings.MeetingHasPassed):
        planning.plan_series(body_of(BodyKind.PLATFORM), plans, actor=as_actor(secretary(), MONDAY), at=MONDAY)

    assert not Meeting.objects.exists()


def test_a_meeting_ends_after_it_begins_and_takes_two_hours_unless_said_otherwise():
    clerk, begin = secretary(), MONDAY + 7 * DAY
    actor, body = as_actor(clerk, MONDAY), body_of(BodyKind.PLATFORM)

    usual = planning.plan_meeting(body, Plan(begin, "Utrecht"), actor=actor, at=MONDAY)
    written = planning.plan_meeting(body, Plan(begin, manner=Manner.IN_WRITING), actor=actor, at=MONDAY)
    with pytest.raises(meetings.EndsBeforeItBegins):
        planning.plan_meeting(body, Plan(begin, "Utrecht", ends_at=begin), actor=actor, at=MONDAY)

    assert usual.ends_at - usual.starts_at == timedelta(hours=2)
    assert written.ends_at == written.starts_at


def test_everyone_invited_hears_once_what_a_meeting_was_and_what_it_becomes():
    clerk, member = secretary(), participant()
    meeting = called(clerk)
    letters_about(member.email, forget=True)
    intent = new_intent()

    move(meeting, clerk, Plan(MONDAY + 9 * DAY, "Den Haag"), intent=intent)
    with pytest.raises(AlreadyTaken):
        move(meeting, clerk, Plan(MONDAY + 9 * DAY, "Den Haag"), intent=intent)

    (text,) = texts_to(member.email)
    assert text.index("Was:") < text.index("9 maart 2026") < text.index("Utrecht")
    assert text.index("Wordt:") < text.index("11 maart 2026") < text.index("Den Haag")


def test_at_another_moment_people_are_asked_again_and_at_another_place_they_are_not():
    clerk, member = secretary(), participant()
    meeting = called(clerk)
    invitation = Invitation.objects.get(person=member)
    replies.reply(invitation.key, replies.Answer(Reply.COMING), at=MONDAY)

    move(meeting, clerk, Plan(meeting.starts_at, "Den Haag"))
    elsewhere = Invitation.objects.get(person=member).reply
    move(meeting, clerk, Plan(meeting.starts_at + DAY, "Den Haag"))

    assert elsewhere == Reply.COMING
    assert Invitation.objects.get(person=member).reply == Reply.NONE


def test_who_answered_reads_that_the_answer_was_for_another_moment_until_they_answer_again():
    clerk, member, silent = secretary(), participant(), participant()
    meeting = called(clerk)
    invitation = Invitation.objects.get(person=member)
    replies.reply(invitation.key, replies.Answer(Reply.COMING), at=MONDAY)
    first, letters_so_far = meeting.starts_at, len(texts_to(member.email))

    move(meeting, clerk, Plan(first + DAY, "Utrecht"))
    move(meeting, clerk, Plan(first + 2 * DAY, "Utrecht"))
    noted = Invitation.objects.get(person=member)
    not_answered = Invitation.objects.get(person=silent)
    told = texts_to(member.email)[letters_so_far:]
    again = replies.reply(invitation.key, replies.Answer(Reply.NOT_COMING), at=MONDAY)

    assert (noted.earlier_reply, noted.moved_from) == (Reply.COMING, first)
    assert (not_answered.earlier_reply, not_answered.moved_from) == (Reply.NONE, first + DAY)
    assert all("U liet weten dat u komt. Dat was voor het eerdere moment." in text for text in told)
    assert "het eerdere moment" not in texts_to(silent.email)[-1]
    assert (again.earlier_reply, again.moved_from) == (Reply.NONE, None)


def test_a_meeting_that_goes_on_in_writing_leaves_calendars_and_needs_no_guests():
    clerk, member = secretary(), participant()
    _dilemma, meeting = factories.at_platform(clerk)
    how = {"actor": as_actor(clerk, MONDAY), "at": MONDAY}
    invitations.invite(meeting.key, introduction=checked(""), **how, intent=new_intent())
    guest, hour = person("gast"), meeting.starts_at
    slot = invitations.Slot(hour, hour + timedelta(minutes=30))
    invitations.invite_guest(meeting.key, 1, guest=guest, slot=slot, **how, intent=new_intent())

    move(meeting, clerk, Plan(hour + DAY, manner=Manner.IN_WRITING))

    invited, told = letters_about(member.email)[-2:]
    off = letters_about(guest.email)[-1]
    assert [appointment_in(letter)[0] for letter in (invited, told, off)] == ["REQUEST", "CANCEL", "CANCEL"]
    assert appointment_in(told)[1:] == (appointment_in(invited)[1], 2)
    assert "Reageren kan tot en met" in told.body
    assert "U hoeft niet meer te komen" in off.body
    assert Invitation.objects.get(person=guest).withdrawn_at == MONDAY


def test_a_meeting_that_was_in_writing_had_no_hour_to_answer_for():
    clerk, member = secretary(), participant()
    meeting = called(clerk)

    move(meeting, clerk, Plan(meeting.starts_at, manner=Manner.IN_WRITING))
    Invitation.objects.update(moved_from=None, moved_until=None)
    move(meeting, clerk, Plan(meeting.starts_at + DAY, "Utrecht"))

    assert Invitation.objects.get(person=member).moved_from is None


def test_dates_move_along_with_a_meeting():
    clerk = secretary()
    placed, meeting = factories.at_platform(clerk)
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)
    before = factories.fresh(waiting).next_date

    move(meeting, clerk, Plan(MONDAY + 12 * DAY, "Utrecht"))

    assert before == date(2026, 3, 9)
    assert factories.fresh(placed).next_date == factories.fresh(waiting).next_date == date(2026, 3, 14)


def test_what_waits_stays_with_an_earlier_meeting_when_a_later_one_moves():
    clerk = secretary()
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)
    factories.meeting_of(BodyKind.PLATFORM, clerk, in_days=7)
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, in_days=20)

    move(later, clerk, Plan(MONDAY + 30 * DAY, "Utrecht"))

    assert factories.fresh(waiting).next_date == date(2026, 3, 9)


def test_a_meeting_that_moves_forward_brings_what_waits_forward():
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, in_days=60)
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)

    move(meeting, clerk, Plan(MONDAY + 10 * DAY, "Utrecht"))

    assert factories.fresh(waiting).next_date == date(2026, 3, 12)


def test_moving_a_meeting_of_a_group_moves_no_dates():
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    group = dilemma.served_by.get().group.body
    plan = Plan(MONDAY + 40 * DAY, "Online", Manner.ONLINE)
    meeting = planning.plan_meeting(group, plan, actor=as_actor(clerk, MONDAY), at=MONDAY)

    move(meeting, clerk, Plan(MONDAY + 41 * DAY, "Online", Manner.ONLINE))

    assert factories.fresh(dilemma).next_date == dilemma.next_date


def test_a_meeting_is_not_moved_to_where_it_stands_nor_to_a_day_that_is_over():
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk)

    with pytest.raises(planning.NothingChanges):
        move(meeting, clerk, Plan(meeting.starts_at, "Utrecht"))
    with pytest.raises(meetings.MeetingHasPassed):
        move(meeting, clerk, Plan(MONDAY - DAY, "Utrecht"))


def test_only_who_looks_after_a_meeting_that_is_planned_and_saw_how_it_stands_moves_it():
    clerk, chair = secretary(), platform_chair()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk)
    plan = Plan(MONDAY + 9 * DAY, "Utrecht")

    with pytest.raises(meetings.NotTheirMeeting):
        move(meeting, participant(), plan)
    with pytest.raises(SomeoneWasFirst):
        move(meeting, chair, plan, intent=Intent(meeting.version + 1, uuid.uuid4()))
    move(meeting, chair, plan, intent=Intent(meeting.version, uuid.uuid4()))
    agenda.close_meeting(
        meeting.key, reason=factories.checked("Weg."), cancelled=True, actor=as_actor(clerk, MONDAY), at=MONDAY
    )
    with pytest.raises(meetings.NoSuchMeeting):
        move(meeting, clerk, plan)


def test_what_waits_stays_where_it_was_when_another_meeting_of_that_day_remains():
    clerk = secretary()
    waiting = factories.admitted(factories.dilemma_at_intake(), clerk)
    meeting, _other = (factories.meeting_of(BodyKind.PLATFORM, clerk) for _ in range(2))
    before = factories.fresh(waiting)

    move(meeting, clerk, Plan(meeting.starts_at + 7 * DAY, "Utrecht"))

    assert (factories.fresh(waiting).next_date, factories.fresh(waiting).version) == (before.next_date, before.version)
