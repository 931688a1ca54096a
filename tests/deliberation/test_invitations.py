"""Inviting: everyone with a seat, each once; substitutes, guests for one item, and reminders to who is silent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.agenda_acts import Desk
from tests.deliberation.calling import (
    appointment_in,
    called,
    invitation_for,
    letters_about,
    subjects_to,
    texts_to,
)
from tests.deliberation.doing import SAID
from tests.factories import MONDAY, checked, new_intent
from tests.personas import (
    LONG_AGO,
    administrator,
    as_actor,
    colleague_of,
    organisation,
    participant,
    person,
    seated,
    secretary,
)
from verder.audit.models import Event
from verder.deliberation.models import (
    AgendaItem,
    Dilemma,
    Invitation,
    InvitedAs,
    ItemState,
    Manner,
    Meeting,
    Presenter,
    Reply,
    Submitter,
)
from verder.deliberation.operations import agenda, invitations, meetings, planning, reminders, replies
from verder.deliberation.operations.invitations import Slot
from verder.deliberation.operations.meetings import Plan
from verder.deliberation.operations.proceedings import letter_about_minutes
from verder.deliberation.operations.replies import Answer
from verder.deliberation.queries.invitations import invitations_to, without_reply
from verder.deliberation.queries.meetings import meetings_visible_to
from verder.network.models import BodyKind, Membership, Person
from verder.network.standing import standing_of
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
ADDRESS = "inbrenger@voorbeeld.example"


def invite(meeting: Meeting, by: Person, said: str = "") -> Meeting:
    return invitations.invite(
        meeting.key, introduction=checked(said), actor=as_actor(by, MONDAY), at=MONDAY, intent=new_intent()
    )


def remind(meeting: Meeting, by: Person) -> None:
    invitations.remind_now(meeting.key, actor=as_actor(by, MONDAY), at=MONDAY, intent=new_intent())


def cancel(meeting: Meeting, by: Person) -> None:
    agenda.close_meeting(meeting.key, reason=SAID, cancelled=True, actor=as_actor(by, MONDAY), at=MONDAY)


def slot_in(meeting: Meeting) -> Slot:
    return Slot(meeting.starts_at + HOUR / 2, meeting.starts_at + HOUR)


def invite_guest(meeting: Meeting, by: Person, guest: Person | None, slot: Slot | None = None, number: int = 1):
    return invitations.invite_guest(
        meeting.key,
        number,
        guest=guest,
        slot=slot or slot_in(meeting),
        actor=as_actor(by, MONDAY),
        at=MONDAY,
        intent=new_intent(),
    )


def presenting(by: Person) -> tuple[Dilemma, Meeting]:
    dilemma, meeting = factories.at_platform(by)
    Dilemma.objects.filter(pk=dilemma.pk).update(presenter=Presenter.SUBMITTER)
    Submitter.objects.filter(dilemma=dilemma).update(email=ADDRESS, email_confirmed_at=MONDAY)
    return dilemma, meeting


def test_everyone_with_a_seat_on_the_day_is_invited_and_nobody_else():
    clerk, member = secretary(), participant()
    leaves = seated("vertrekt", BodyKind.PLATFORM, ends_on=MONDAY.date() + DAY)
    Person.objects.filter(pk=(gone := participant()).pk).update(is_active=False)

    called(clerk, said="Er is lunch.")

    (letter,) = letters_about(member.email)
    assert "Er is lunch." in letter.body
    assert "9 maart 2026" in letter.body
    assert "Utrecht" in letter.body
    assert [letters_about(other.email) for other in (leaves, gone, clerk)] == [[], [], []]
    assert appointment_in(letter)[0] == "REQUEST"


def test_a_letter_never_says_what_the_meeting_is_about():
    clerk, member = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk)
    letters_about(member.email, forget=True)

    invite(meeting, clerk)

    (letter,) = letters_about(member.email)
    said = letter.subject + letter.body + letter.calendar
    assert "Mag ik dit delen?" not in said
    assert dilemma.number not in said


def test_the_name_of_a_group_stays_out_of_letters():
    clerk, lead = secretary(), participant()
    group = factories.in_working_group(clerk, lead=lead).served_by.get().group.body
    plan = Plan(MONDAY + 40 * DAY, "Utrecht")
    meeting = planning.plan_meeting(group, plan, actor=as_actor(clerk, MONDAY), at=MONDAY)
    letters_about(lead.email, forget=True)

    invite(meeting, clerk)

    (letter,) = letters_about(lead.email)
    assert group.name not in letter.subject + letter.body + letter.calendar


def test_the_name_of_a_group_stays_out_of_letters_about_its_agenda_and_its_minutes():
    clerk, lead = secretary(), participant()
    group = factories.in_working_group(clerk, lead=lead).served_by.get().group.body
    plan = Plan(MONDAY + 40 * DAY, "Utrecht")
    desk = Desk(clerk, planning.plan_meeting(group, plan, actor=as_actor(clerk, MONDAY), at=MONDAY), MONDAY + 30 * DAY)
    desk.add("Cijfers")
    letters_about(lead.email, forget=True)

    desk.send()

    (letter,) = letters_about(lead.email)
    assert "Vergadering: een werkgroep, " in letter.body
    assert group.name not in letter.subject + letter.body
    assert group.name not in letter_about_minutes(desk.now).body


def test_a_second_round_reaches_only_who_came_since():
    clerk, first = secretary(), participant()
    meeting = called(clerk)
    later = participant()

    invite(meeting, clerk)
    with pytest.raises(invitations.NobodyToInvite):
        invite(meeting, clerk)

    assert [len(letters_about(one.email)) for one in (first, later)] == [1, 1]


def test_nobody_is_invited_to_a_meeting_that_has_begun():
    clerk = secretary()
    participant()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk)
    begun = meeting.starts_at

    with pytest.raises(meetings.MeetingHasPassed):
        invitations.invite(
            meeting.key, introduction=checked(""), actor=as_actor(clerk, begun), at=begun, intent=new_intent()
        )

    assert not Invitation.objects.exists()


def test_one_appointment_is_invited_changed_and_taken_away_under_the_same_name():
    clerk, member = secretary(), participant()
    meeting = called(clerk)

    planning.move_meeting(
        meeting.key, Plan(MONDAY + 9 * DAY, "Utrecht"), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent()
    )
    cancel(meeting, clerk)

    uid = f"{meeting.key}@"
    told = [appointment_in(letter) for letter in letters_about(member.email)]
    assert [(method, name.startswith(uid), turn) for method, name, turn in told] == [
        ("REQUEST", True, 0),
        ("REQUEST", True, 1),
        ("CANCEL", True, 2),
    ]


def test_an_answer_can_be_changed_until_the_meeting_begins():
    clerk, member = secretary(), participant()
    meeting = called(clerk)
    invitation = invitation_for(member)

    for answer in (Reply.COMING, Reply.NOT_COMING):
        replies.reply(invitation.key, Answer(answer), at=MONDAY)
    with pytest.raises(replies.TooLate):
        replies.reply(invitation.key, Answer(Reply.COMING), at=meeting.starts_at)

    assert invitation_for(member).reply == Reply.NOT_COMING
    event = Event.objects.filter(action="invitation.replied").last()
    assert event is not None
    assert (event.actor, event.party, event.details) == (member.opaque_id, "platform", {"reply": "not_coming"})


def test_a_colleague_with_an_account_comes_instead_and_hears_when_that_changes():
    clerk, member = secretary(), participant(organisation=organisation())
    first, second = colleague_of(member), colleague_of(member)
    called(clerk)
    key = invitation_for(member).key

    for comes in (first, first, second):
        replies.reply(key, Answer(Reply.SUBSTITUTE, comes), at=MONDAY)
    replies.reply(key, Answer(Reply.COMING), at=MONDAY)

    assert subjects_to(first.email) == subjects_to(second.email) == ["Uitnodiging", "Afgezegd"]
    assert not Invitation.objects.filter(invited_as=InvitedAs.SUBSTITUTE, withdrawn_at__isnull=True).exists()
    with pytest.raises(Invitation.DoesNotExist):
        replies.reply(Invitation.objects.get(person=first).key, Answer(Reply.COMING), at=MONDAY)


def test_somebody_without_account_comes_instead_in_words():
    clerk, member = secretary(), participant()
    meeting = called(clerk)
    said = checked("Een beleidsmedewerker")

    replies.reply(invitation_for(member).key, Answer(Reply.SUBSTITUTE, words=said), at=MONDAY)
    planning.move_meeting(
        meeting.key, Plan(MONDAY + 9 * DAY, "Utrecht"), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent()
    )

    invitation = invitation_for(member)
    assert (invitation.reply, invitation.substitute_words) == (Reply.SUBSTITUTE, "Een beleidsmedewerker")
    assert "iemand anders komt" in texts_to(member.email)[-1]


def test_a_substitute_is_somebody_of_the_same_organisation_and_sends_no_other():
    clerk, member = secretary(), participant(organisation=organisation())
    colleague = colleague_of(member)
    called(clerk)
    invitation = invitation_for(member)

    for answer in (Answer(Reply.SUBSTITUTE), Answer(Reply.SUBSTITUTE, person("vreemde"))):
        with pytest.raises(replies.NoSubstitute):
            replies.reply(invitation.key, answer, at=MONDAY)
    replies.reply(invitation.key, Answer(Reply.SUBSTITUTE, colleague), at=MONDAY)
    with pytest.raises(replies.NoSubstitute):
        replies.reply(invitation_for(colleague).key, Answer(Reply.SUBSTITUTE, words=SAID), at=MONDAY)

    assert invitation_for(colleague).stands_in_for == invitation


def test_who_has_no_organisation_has_no_colleague_to_send():
    clerk, member = secretary(), participant()
    called(clerk)

    with pytest.raises(replies.NoSubstitute):
        replies.reply(invitation_for(member).key, Answer(Reply.SUBSTITUTE, person("vreemde")), at=MONDAY)

    assert invitation_for(member).reply == Reply.NONE


def test_only_who_did_not_reply_is_reminded():
    clerk, silent, replied = secretary(), participant(), participant()
    meeting = called(clerk)
    replies.reply(invitation_for(replied).key, Answer(Reply.NOT_COMING), at=MONDAY)

    remind(meeting, clerk)
    replies.reply(invitation_for(silent).key, Answer(Reply.COMING), at=MONDAY)
    with pytest.raises(invitations.NobodyToRemind):
        remind(meeting, clerk)

    assert subjects_to(silent.email) == ["Uitnodiging", "Herinnering"]
    assert subjects_to(replied.email) == ["Uitnodiging"]


def test_the_body_says_how_long_before_a_meeting_people_are_reminded_and_it_happens_once():
    clerk, silent = secretary(), participant()
    meeting = called(clerk, in_days=20)
    days = {}

    for day in range(20):
        reminders.remind_once_a_day(at=MONDAY + day * DAY)
        days.setdefault(len(letters_about(silent.email)), day)

    assert days == {1: 0, 2: 20 - meeting.body.reply_reminder_days}


def test_nobody_is_reminded_within_two_days_of_the_invitation():
    clerk, silent = secretary(), participant()
    called(clerk, in_days=3)

    counted = []
    for day in range(3):
        reminders.remind_once_a_day(at=MONDAY + day * DAY)
        counted.append(len(letters_about(silent.email)))

    assert counted == [1, 1, 2]


def test_a_meeting_that_moved_while_its_reminder_was_made_is_left_alone(monkeypatch):
    clerk, silent = secretary(), participant()
    meeting = called(clerk)
    at = MONDAY + 3 * DAY
    Meeting.objects.filter(pk=meeting.pk).update(state="cancelled")
    monkeypatch.setattr(invitations, "meetings_to_remind", lambda **_when: [meeting])

    invitations.remind_of_replies(at=at)

    assert subjects_to(silent.email) == ["Uitnodiging"]


def test_nobody_is_reminded_of_a_meeting_that_has_begun():
    clerk = secretary()
    participant()
    meeting = called(clerk)
    at = meeting.starts_at

    with pytest.raises(meetings.MeetingHasPassed):
        invitations.remind_now(meeting.key, actor=as_actor(clerk, at), at=at, intent=new_intent())

    assert without_reply(meeting).count() == 1


def test_a_guest_with_an_account_is_asked_for_one_item_at_its_own_time():
    clerk = secretary()
    _dilemma, meeting = factories.at_platform(clerk)
    guest = person("gast")

    invitation = invite_guest(meeting, clerk, guest)

    (letter,) = letters_about(guest.email)
    method, name, _turn = appointment_in(letter)
    assert (method, name.split("@")[0]) == ("REQUEST", str(invitation.key))
    assert "10.30 tot 11.00 uur" in letter.body
    assert "12.00" not in letter.body


def test_a_guest_is_asked_again_for_hours_of_their_own():
    clerk = secretary()
    _dilemma, meeting = factories.at_platform(clerk)
    invited = invite_guest(meeting, clerk, person("gast"))
    replies.reply(invited.key, Answer(Reply.NOT_COMING), at=MONDAY)

    later = Plan(meeting.starts_at + timedelta(days=1), "Utrecht")
    planning.move_meeting(meeting.key, later, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent())

    guest = Invitation.objects.get(key=invited.key)
    assert (guest.earlier_reply, guest.moved_from) == (Reply.NOT_COMING, invited.slot_starts_at)
    assert guest.moved_until == invited.slot_ends_at
    told = letters_about(invited.person.email)[-1].body
    assert told.index("9 maart 2026\nTijd: 10.30 tot 11.00") < told.index("10 maart 2026\nTijd: 10.30 tot 11.00")


def test_who_put_a_dilemma_in_and_presents_it_is_asked_at_their_own_address():
    clerk = secretary()
    _dilemma, meeting = presenting(clerk)

    invitation = invite_guest(meeting, clerk, None)
    replies.reply(invitation.key, Answer(Reply.COMING), at=MONDAY)
    with pytest.raises(invitations.CannotBeGuest):
        invite_guest(meeting, clerk, None)

    event = Event.objects.get(action="invitation.replied")
    assert len(letters_about(ADDRESS)) == 1
    assert (event.actor, event.party) == (None, "submitter")


def test_a_guest_moves_along_and_hears_when_there_is_no_need_to_come():
    clerk = secretary()
    _dilemma, meeting = presenting(clerk)
    invitation = invite_guest(meeting, clerk, None)

    planning.move_meeting(
        meeting.key, Plan(MONDAY + 9 * DAY, "Utrecht"), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent()
    )
    invitations.withdraw_guest(
        meeting.key, invitation.key, actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent()
    )

    moved, off = letters_about(ADDRESS)[1:]
    assert "11 maart 2026" in moved.body
    assert "10.30 tot 11.00 uur" in moved.body
    assert (appointment_in(moved)[0], appointment_in(off)[0]) == ("REQUEST", "CANCEL")
    assert "U hoeft niet meer te komen" in off.body
    assert not invitations_to(meeting).exists()


def guest_at_second_item() -> tuple[Desk, AgendaItem, AgendaItem, Person]:
    """Return an agenda of two items that was sent, with a guest at the second."""
    desk, guest = Desk(clerk := secretary(), factories.meeting_of(BodyKind.PLATFORM, clerk)), person("gast")
    first, second = desk.add("Cijfers"), desk.add("Werkwijze")
    desk.change(first, minutes=30)
    desk.send()
    invite_guest(desk.now, clerk, guest, number=2)
    return desk, first, second, guest


def test_a_guest_gets_the_time_that_their_item_gets_and_hears_it_once():
    desk, first, second, guest = guest_at_second_item()

    desk.change(first, minutes=45)
    desk.change(second, minutes=10)
    assert len(letters_about(guest.email)) == 1, "nobody is told before the agenda goes out"
    desk.send()
    desk.change(second, minutes=15)
    desk.send()

    invited, changed = letters_about(guest.email)
    assert "10.30 tot 11.00 uur" in invited.body
    assert "Uw tijd bij deze vergadering is veranderd." in changed.body
    assert "10.45 tot 11.15 uur" in changed.body.split("Wordt:")[1]
    assert "Werkwijze" not in changed.body
    (before, now) = (appointment_in(letter) for letter in (invited, changed))
    assert (now[0], now[1]) == ("REQUEST", before[1])
    assert now[2] > before[2]


def test_a_guest_whose_item_is_taken_off_hears_that_there_is_no_need_to_come():
    desk, _first, second, guest = guest_at_second_item()

    desk.take_off(second)
    desk.send()

    _invited, off = letters_about(guest.email)
    assert appointment_in(off)[0] == "CANCEL"
    assert not invitations_to(desk.meeting).filter(invited_as=InvitedAs.GUEST).exists()


def test_a_guest_of_a_meeting_that_moved_is_not_told_another_time_when_the_agenda_goes_out():
    desk, _first, second, guest = guest_at_second_item()
    planning.move_meeting(
        desk.meeting.key, Plan(MONDAY + 9 * DAY, "Utrecht"), actor=desk.actor, at=MONDAY, intent=new_intent()
    )

    desk.change(second, minutes=20)
    desk.send()

    assert subjects_to(guest.email) == ["Uitnodiging", "Veranderd"]


def test_who_comes_instead_of_a_member_is_told_of_the_agenda_and_reads_it():
    clerk, member = secretary(), participant(organisation=organisation())
    colleague, desk = colleague_of(member), Desk(clerk, called(clerk))
    replies.reply(invitation_for(member).key, Answer(Reply.SUBSTITUTE, colleague), at=MONDAY)
    desk.add("Cijfers")
    letters_about(colleague.email, forget=True)

    desk.send()

    assert subjects_to(colleague.email) == ["De agenda staat klaar"]
    assert meetings_visible_to(standing_of(colleague, MONDAY.date())).get() == desk.meeting
    replies.reply(invitation_for(member).key, Answer(Reply.COMING), at=MONDAY)
    assert not meetings_visible_to(standing_of(colleague, MONDAY.date())).exists()


def test_not_everyone_can_be_a_guest():
    clerk, member = secretary(), participant()
    _dilemma, meeting = factories.at_platform(clerk)
    guest = person("gast")
    too_late = Slot(meeting.ends_at, meeting.ends_at + HOUR)

    for who, slot, number in (
        (member, None, 1),
        (administrator(), None, 1),
        (None, None, 1),
        (guest, too_late, 1),
        (guest, None, 9),
    ):
        with pytest.raises(invitations.CannotBeGuest):
            invite_guest(meeting, clerk, who, slot, number)
    AgendaItem.objects.update(state=ItemState.WITHDRAWN)
    with pytest.raises(invitations.CannotBeGuest):
        invite_guest(meeting, clerk, guest)

    assert not Invitation.objects.exists()


def test_in_writing_members_are_asked_to_write_and_those_who_did_are_not_reminded():
    clerk, wrote, silent = secretary(), participant(), participant()
    body = factories.body_of(BodyKind.PLATFORM)
    plan = Plan(MONDAY + 7 * DAY, manner=Manner.IN_WRITING)
    meeting = planning.plan_meeting(body, plan, actor=as_actor(clerk, MONDAY), at=MONDAY)
    agenda.add_item(meeting, title=checked("Werkwijze"), kind="discussion", actor=as_actor(clerk, MONDAY), at=MONDAY)
    factories.sent(meeting, clerk)
    invite(meeting, clerk)
    for one in (wrote, silent):
        Delivery.objects.filter(recipient=one.email, subject="De agenda staat klaar").delete()
    replies.write_input(meeting.key, 1, text=SAID, actor=as_actor(wrote, MONDAY), at=MONDAY, intent=new_intent())

    remind(meeting, clerk)
    with pytest.raises(replies.TooLate):
        replies.reply(invitation_for(wrote).key, Answer(Reply.COMING), at=MONDAY)
    with pytest.raises(invitations.CannotBeGuest):
        invite_guest(meeting, clerk, person("gast"))

    (asked,) = letters_about(wrote.email)
    assert asked.calendar == ""
    assert "tot en met maandag 9 maart 2026" in asked.body
    assert subjects_to(silent.email) == ["Uitnodiging", "Herinnering"]


def test_what_one_writes_about_an_item_can_be_changed_and_taken_back_until_the_meeting_begins():
    clerk, member = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk)
    item = AgendaItem.objects.get(dilemma=dilemma)
    with pytest.raises(replies.NotHere):
        replies.write_input(meeting.key, 1, text=SAID, actor=as_actor(member, MONDAY), at=MONDAY, intent=new_intent())
    factories.sent(meeting, clerk)

    def write(text: str, number: int = 1, by: Person = member, at=MONDAY) -> None:
        replies.write_input(meeting.key, number, text=checked(text), actor=as_actor(by, at), at=at, intent=new_intent())

    for text in ("Dit hielp.", "Dit hielp ons goed."):
        write(text)
    stood = [one.text for one in item.inputs.all()]
    write("")
    with pytest.raises(replies.NotHere):
        write("Punt negen.", number=9)
    with pytest.raises(replies.TooLate):
        write("Nog iets.", at=meeting.starts_at)
    with pytest.raises(Meeting.DoesNotExist):
        write("Van buiten.", by=person("vreemde"))

    assert stood == ["Dit hielp ons goed."]
    assert not item.inputs.exists()


def test_nobody_writes_about_what_is_confidential_withdrawn_or_not_theirs_to_read():
    clerk, member = secretary(), participant()
    dilemma, meeting = factories.at_platform(clerk)
    item = AgendaItem.objects.get(dilemma=dilemma)
    factories.sent(meeting, clerk)

    def write() -> None:
        replies.write_input(meeting.key, 1, text=SAID, actor=as_actor(member, MONDAY), at=MONDAY, intent=new_intent())

    Dilemma.objects.filter(pk=dilemma.pk).update(tlp="TLP:RED")
    with pytest.raises(replies.NotHere):
        write()
    AgendaItem.objects.update(state=ItemState.WITHDRAWN)
    with pytest.raises(replies.NotHere):
        write()

    assert not item.inputs.exists()


def test_a_seat_that_ended_ends_its_invitation():
    clerk, member = secretary(), participant()
    meeting = called(clerk)
    Membership.objects.filter(person=member).update(starts_on=LONG_AGO, ends_on=MONDAY.date())

    cancel(meeting, clerk)

    assert subjects_to(member.email) == ["Uitnodiging"]
