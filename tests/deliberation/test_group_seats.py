"""Who joins and leaves a working group, and how long; and the dates of who waited for a meeting that is cancelled."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import LONG_AGO, as_actor, participant, person, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import AccessChange, Meeting, WorkingGroup
from verder.deliberation.operations import access_reminders, agenda, group_seats, groups, planning
from verder.deliberation.operations.access_reminders import warn_of_access
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.deliberation.operations.meetings import NEW, Plan
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.groups import PastAccess, members_of, past_access, shown_members_of
from verder.network.models import BodyKind, Membership, Person
from verder.network.operations.people import PersonRefused
from verder.network.operations.seats import SeatRefused
from verder.network.standing import standing_of
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
THEN = MONDAY + 20 * DAY
TODAY = THEN.date()


def a_group(lead: Person, clerk: Person) -> WorkingGroup:
    factories.in_working_group(clerk, lead=lead)
    return WorkingGroup.objects.select_related("body").latest("pk")


def guest(address: str = "nieuw@voorbeeld.example", *, days: int = 30) -> group_seats.Guest:
    return group_seats.Guest("Een specialist", address, "Een universiteit", TODAY + days * DAY)


def invited(group: WorkingGroup, by: Person, *, address: str = "nieuw@voorbeeld.example", days: int = 30) -> Membership:
    return group_seats.invite_specialist(group, guest(address, days=days), actor=as_actor(by, THEN), at=THEN)


def changed(group: WorkingGroup, seat: Membership, by: Person, *, days: int) -> None:
    actor, until = as_actor(by, THEN), TODAY + days * DAY
    group_seats.change_access(group, seat, ends_on=until, reason=checked("Er is meer nodig."), actor=actor, at=THEN)


def left(group: WorkingGroup, seat: Membership, by: Person, at=THEN) -> None:
    group_seats.leave_group(group, seat, reason=checked("Het werk is af."), actor=as_actor(by, at), at=at)


def reads(who: Person, days: int) -> bool:
    return dilemmas_visible_to(standing_of(who, TODAY + days * DAY)).exists()


@pytest.mark.parametrize("by_lead", [True, False])
def test_who_comes_from_outside_gets_an_account_a_seat_and_one_letter(by_lead):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)

    seat = invited(group, lead if by_lead else clerk)

    letters, event = (
        Delivery.objects.filter(recipient="nieuw@voorbeeld.example"),
        Event.objects.get(action="group.joined"),
    )
    assert (seat.seat, seat.ends_on, seat.on_behalf_of) == ("specialist", TODAY + 30 * DAY, "Een universiteit")
    assert (seat.person.name, seat.person.is_active, seat.person.organisation) == ("Een specialist", True, None)
    assert EmailAddress.objects.get(user=seat.person).verified
    assert [letter.subject for letter in letters] == ["U bent gevraagd voor een werkgroep"]
    assert "Een wachtwoord is er niet" in letters[0].body
    assert (event.party, event.subject) == ("working_group" if by_lead else "secretariat", group.body.key)
    assert event.details == {"person": str(seat.person.opaque_id)}


def test_who_has_an_account_keeps_it_and_reads_nothing_about_codes():
    clerk, known = secretary(), person("specialist")
    group = a_group(participant(), clerk)

    seat = invited(group, clerk, address=known.email.upper())

    letter = Delivery.objects.get(recipient=known.email)
    assert (seat.person, Person.objects.get(pk=known.pk).name) == (known, known.name)
    assert "Een wachtwoord is er niet" not in letter.body
    assert str(group.body.key) in letter.body


def test_the_access_of_a_specialist_ends_by_itself_after_the_last_day():
    clerk = secretary()
    group = a_group(participant(), clerk)
    seat = invited(group, clerk)

    assert [reads(seat.person, days) for days in (-1, 0, 30, 31)] == [False, True, True, False]
    assert past_access(seat.person) == PastAccess(group, TODAY + 30 * DAY, "")


@pytest.mark.parametrize(("days", "refusal"), [(366, group_seats.InvitedForTooLong), (-1, SeatRefused)])
def test_a_specialist_is_invited_for_a_year_at_most_and_not_for_a_day_that_is_over(days, refusal):
    clerk = secretary()
    group = a_group(participant(), clerk)

    with pytest.raises(refusal):
        invited(group, clerk, days=days)

    assert not Person.objects.filter(email="nieuw@voorbeeld.example").exists()
    assert invited(group, clerk, days=365).ends_on == TODAY + 365 * DAY


def test_a_closed_account_is_not_opened_by_an_invitation():
    clerk, former = secretary(), person("specialist")
    group = a_group(participant(), clerk)
    Person.objects.filter(pk=former.pk).update(is_active=False)

    with pytest.raises(PersonRefused):
        invited(group, clerk, address=former.email)

    assert not former.memberships.exists()


def test_somebody_with_an_account_joins_as_a_member_without_an_end():
    lead, newcomer = participant(), person("lid")
    group = a_group(lead, secretary())

    seat = group_seats.join_group(group, newcomer, actor=as_actor(lead, THEN), at=THEN)

    assert (seat.seat, seat.ends_on) == ("member", None)
    assert Delivery.objects.get(recipient=newcomer.email).subject == "U bent lid van een werkgroep"


def test_nobody_joins_a_group_that_has_ended_and_nobody_gets_another_day():
    clerk = secretary()
    group = a_group(participant(), clerk)
    seat = invited(group, clerk)
    WorkingGroup.objects.filter(pk=group.pk).update(ended_at=THEN)

    with pytest.raises(GroupHasEnded):
        invited(group, clerk, address="ander@voorbeeld.example")
    with pytest.raises(GroupHasEnded):
        group_seats.join_group(group, person("lid"), actor=as_actor(clerk, THEN), at=THEN)
    with pytest.raises(GroupHasEnded):
        changed(group, seat, clerk, days=60)

    assert group.body.memberships.count() == 2


def test_members_let_nobody_in_or_out():
    member, clerk = participant(), secretary()
    group = a_group(participant(), clerk)
    Membership.objects.create(body=group.body, person=member, starts_on=LONG_AGO)
    seat = group.body.memberships.get(person=member)

    with pytest.raises(NotAllowed):
        invited(group, member)
    with pytest.raises(NotAllowed):
        group_seats.join_group(group, person("lid"), actor=as_actor(member, THEN), at=THEN)
    with pytest.raises(NotAllowed):
        changed(group, seat, member, days=9)
    with pytest.raises(NotAllowed):
        left(group, seat, member)

    assert not Event.objects.filter(action__startswith="group.").exists()


def test_a_lead_touches_no_seat_elsewhere_and_gives_members_no_last_day():
    lead, other, clerk = participant(), participant(), secretary()
    group, elsewhere = a_group(lead, clerk), invited(a_group(other, clerk), other)

    with pytest.raises(NotAllowed):
        left(group, Membership.objects.get(person=other, body__kind="platform"), lead)
    with pytest.raises(NotAllowed):
        changed(group, elsewhere, lead, days=9)
    with pytest.raises(NotAllowed):
        changed(group, group.body.memberships.get(person=lead), lead, days=9)

    assert not AccessChange.objects.exists()


@pytest.mark.parametrize("days", [0, 60])
def test_a_specialist_gets_a_later_or_an_earlier_last_day_for_a_reason_that_the_group_reads(days):
    lead = participant()
    group = a_group(lead, secretary())
    seat = invited(group, lead)

    changed(group, seat, lead, days=days)

    read = members_of(group, on=TODAY).get(pk=seat.pk)
    assert (read.ends_on, read.why_this_day) == (TODAY + days * DAY, "Er is meer nodig.")
    assert [reads(seat.person, each) for each in (days, days + 1)] == [True, False]
    subjects = [one.subject for one in Delivery.objects.filter(recipient=seat.person.email).order_by("pk")]
    assert subjects[1:] == ["Uw toegang tot een werkgroep heeft een andere datum"]
    assert str(AccessChange.objects.get()) == f"{group.pk} {seat.person.pk}"


@pytest.mark.parametrize(
    ("days", "refusal"), [(-1, group_seats.LastDayHasPassed), (366, group_seats.InvitedForTooLong)]
)
def test_another_last_day_is_to_come_and_within_a_year(days, refusal):
    clerk = secretary()
    group = a_group(participant(), clerk)
    seat = invited(group, clerk)

    with pytest.raises(refusal):
        changed(group, seat, clerk, days=days)

    seat.refresh_from_db()
    assert seat.ends_on == TODAY + 30 * DAY


@pytest.mark.parametrize("days", [0, 1])
def test_access_that_is_ended_ends_at_once_for_a_reason_that_who_had_it_reads(days):
    clerk = secretary()
    group = a_group(participant(), clerk)
    seat, then = invited(group, clerk), THEN + days * DAY

    left(group, seat, clerk, then)

    assert standing_of(seat.person, then.date()).bodies == set()
    assert past_access(seat.person, key=group.body.key) == PastAccess(group, then.date(), "Het werk is af.")
    assert Event.objects.filter(action="group.left").count() == 1
    assert Delivery.objects.filter(subject="Uw toegang tot een werkgroep is gestopt").count() == 1


def test_with_the_last_dilemma_the_group_ends_and_so_does_every_access_from_outside():
    clerk, lead, member = secretary(), participant(), person("lid")
    group = a_group(lead, clerk)
    seat, number = invited(group, lead), group.served.get().dilemma.number
    group_seats.join_group(group, member, actor=as_actor(lead, THEN), at=THEN)
    words = {"why_gone": checked("Een nieuwe regel."), "message": checked("Het is weg.")}

    groups.let_lapse(number, **words, actor=as_actor(lead, THEN + DAY), at=THEN + DAY, intent=NEW)

    assert standing_of(seat.person, TODAY + DAY).bodies == set()
    assert standing_of(member, TODAY + DAY).bodies == {group.body_id}
    assert past_access(seat.person).ended_on == TODAY + DAY
    assert [one.recipient for one in Delivery.objects.filter(subject="Uw toegang tot een werkgroep is gestopt")] == [
        "nieuw@voorbeeld.example"
    ]


def test_while_a_dilemma_remains_access_from_outside_goes_on():
    clerk, lead = secretary(), participant()
    group = a_group(lead, clerk)
    seat, number = invited(group, lead), group.served.get().dilemma.number
    other = factories.in_working_group(clerk, lead=participant())
    other.served_by.update(group=group)

    groups.report_back(number, to_decide=checked("Kies."), actor=as_actor(lead, THEN), at=THEN, intent=NEW)

    assert standing_of(seat.person, TODAY).bodies == {group.body_id}


def test_only_who_sits_there_agrees_to_be_shown_and_may_take_it_back():
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    seat = group.body.memberships.get(person=lead)

    with pytest.raises(NotAllowed):
        group_seats.let_be_shown(group, seat, shown=True, actor=as_actor(clerk, THEN), at=THEN)
    for shown in (True, True, False):
        group_seats.let_be_shown(group, seat, shown=shown, actor=as_actor(lead, THEN), at=THEN)
        assert shown_members_of(group, on=TODAY).exists() is shown

    assert list(Event.objects.filter(action__in=["seat.show", "seat.hide"]).values_list("action", flat=True)) == [
        "seat.show",
        "seat.hide",
    ]


def test_who_never_was_in_a_group_has_no_past_there():
    stranger, clerk = participant(), secretary()
    group = a_group(participant(), clerk)

    assert past_access(stranger, key=group.body.key) is None
    assert past_access(None) is None


@pytest.mark.parametrize(("in_days", "moves"), [(7, True), (0, False)])
def test_a_meeting_cancelled_before_its_day_gives_who_waited_another_date(in_days, moves):
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, in_days=in_days)
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
    was = dilemma.next_date

    agenda.close_meeting(meeting.key, reason=checked(""), cancelled=True, actor=as_actor(clerk, MONDAY), at=MONDAY)

    assert (factories.fresh(dilemma).next_date != was) is moves
    assert Event.objects.filter(action="date.moved").exists() is moves


def stayed(group: WorkingGroup, by: Person, *, days: int = 90, intent: Intent | None = None) -> WorkingGroup:
    actor, until = as_actor(by, THEN), TODAY + days * DAY
    groups.let_stay(group, reason=checked("Er is meer nodig."), until=until, actor=actor, at=THEN, intent=intent or NEW)
    group.refresh_from_db()
    return group


def met(group: WorkingGroup, by: Person, *, days: int) -> None:
    """Plan a meeting of a group."""
    planning.plan_meeting(group.body, Plan(THEN + days * DAY, "Utrecht"), actor=as_actor(by, THEN), at=THEN)


def test_a_group_meets_once_unless_it_was_given_a_reason_to_stay_and_until_a_day():
    lead = participant()
    group = a_group(lead, secretary())
    met(group, lead, days=5)

    with pytest.raises(planning.GroupMeetsOnce):
        met(group, lead, days=30)
    stayed(group, lead)
    met(group, lead, days=30)
    with pytest.raises(planning.GroupMeetsOnce):
        met(group, lead, days=91)

    assert Meeting.objects.filter(body=group.body).count() == 2
    assert Event.objects.get(action="group.stays").details == {"until": (TODAY + 90 * DAY).isoformat()}
    assert group.served.get().dilemma.rung == "working_group"


def test_a_meeting_that_was_cancelled_does_not_count_as_the_one():
    lead = participant()
    group = a_group(lead, secretary())
    met(group, lead, days=5)
    Meeting.objects.filter(body=group.body).update(state="cancelled")

    met(group, lead, days=9)

    assert Meeting.objects.filter(body=group.body, state="planned").count() == 1


@pytest.mark.parametrize(("days", "refusal"), [(0, groups.DateHasPassed), (366, groups.StaysTooLong)])
def test_a_group_stays_until_a_day_to_come_and_within_a_year(days, refusal):
    lead = participant()
    group = a_group(lead, secretary())

    with pytest.raises(refusal):
        stayed(group, lead, days=days)

    assert WorkingGroup.objects.get(pk=group.pk).structural_until is None


def test_a_group_that_ended_does_not_stay_and_a_member_does_not_decide_it():
    lead, clerk, member = participant(), secretary(), person("lid")
    group = a_group(lead, clerk)
    group_seats.join_group(group, member, actor=as_actor(clerk, THEN), at=THEN)
    with pytest.raises(NotAllowed):
        stayed(group, member)
    WorkingGroup.objects.filter(pk=group.pk).update(ended_at=THEN)
    with pytest.raises(GroupHasEnded):
        stayed(group, clerk)

    assert WorkingGroup.objects.get(pk=group.pk).structural_reason == ""


def test_only_a_specialist_of_the_group_whose_time_is_not_over_is_invited_again():
    lead, clerk = participant(), secretary()
    group, actor = a_group(lead, clerk), as_actor(clerk, THEN)
    seat = invited(group, lead, days=1)

    for wrong in (group.body.memberships.get(person=lead), lead.memberships.get(body__kind=BodyKind.PLATFORM)):
        with pytest.raises(NotAllowed):
            group_seats.invite_again(group, wrong, actor=actor, at=THEN)
    with pytest.raises(group_seats.LastDayHasPassed):
        group_seats.invite_again(group, seat, actor=actor, at=THEN + 2 * DAY)

    assert not Event.objects.filter(action="group.invited_again").exists()


def test_a_week_ahead_the_specialist_and_who_looks_after_the_group_read_that_the_access_ends():
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    seat = invited(group, lead, days=8)

    def letters() -> set[str]:
        Delivery.objects.all().delete()
        warn_of_access(at=THEN + DAY)
        return set(Delivery.objects.values_list("recipient", flat=True))

    warn_of_access(at=THEN)
    assert not Event.objects.filter(action="group.access_warned").exists()
    assert letters() == {seat.person.email, lead.email, clerk.email}
    assert letters() == set()
    changed(group, seat, lead, days=6)
    assert letters() == {seat.person.email, lead.email, clerk.email}


def test_nobody_is_warned_of_an_access_that_got_another_day_while_the_worker_looked(monkeypatch):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    seat = invited(group, lead, days=3)
    seen = Membership.objects.get(pk=seat.pk)
    changed(group, seat, lead, days=30)
    monkeypatch.setattr(access_reminders, "access_ending", lambda **_days: [[seen]])

    warn_of_access(at=THEN)

    assert not Event.objects.filter(action="group.access_warned").exists()
