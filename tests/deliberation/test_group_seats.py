"""Who joins and leaves a working group, and how long; and the dates of who waited for a meeting that is cancelled."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import LONG_AGO, as_actor, participant, person, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Meeting, WorkingGroup
from verder.deliberation.operations import agenda, groups, planning
from verder.deliberation.operations.meetings import NEW, Plan
from verder.deliberation.operations.sharing import NotAllowed
from verder.network.models import BodyKind, Membership, Person, Seat
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
THEN = MONDAY + 20 * DAY
TODAY = THEN.date()


def a_group(lead: Person, clerk: Person) -> WorkingGroup:
    factories.in_working_group(clerk, lead=lead)
    return WorkingGroup.objects.select_related("body").latest("pk")


def joined(group: WorkingGroup, who: Person, by: Person, seat: Seat = Seat.SPECIALIST, days: int = 30) -> Membership:
    return groups.join_group(group, who, as_seat=seat, ends_on=TODAY + days * DAY, actor=as_actor(by, THEN), at=THEN)


@pytest.mark.parametrize("by_lead", [True, False])
def test_lead_and_secretariat_let_somebody_in_and_the_event_names_the_party(by_lead):
    lead, clerk, guest = participant(), secretary(), person("specialist")
    group = a_group(lead, clerk)

    membership = joined(group, guest, lead if by_lead else clerk)

    event = Event.objects.get(action="group.joined")
    assert (membership.seat, membership.ends_on) == ("specialist", TODAY + 30 * DAY)
    assert (event.party, event.subject) == ("working_group" if by_lead else "secretariat", group.body.key)
    assert event.details == {"person": str(guest.opaque_id)}


def test_the_access_of_a_specialist_ends_by_itself():
    clerk, guest = secretary(), person("specialist")
    group = a_group(participant(), clerk)
    joined(group, guest, clerk)

    last_day, day_after = (standing_of(guest, TODAY + days * DAY).bodies for days in (30, 31))

    assert (last_day, day_after) == ({group.body_id}, set())


def test_a_specialist_is_invited_for_a_year_at_most():
    clerk, guest = secretary(), person("specialist")
    group = a_group(participant(), clerk)

    with pytest.raises(groups.InvitedForTooLong):
        joined(group, guest, clerk, days=366)

    assert joined(group, guest, clerk, days=365).ends_on == TODAY + 365 * DAY


def test_nobody_joins_a_group_that_has_ended():
    clerk = secretary()
    group = a_group(participant(), clerk)
    WorkingGroup.objects.filter(pk=group.pk).update(ended_at=THEN)

    with pytest.raises(groups.GroupHasEnded):
        joined(group, person("specialist"), clerk)


def test_members_let_nobody_in_or_out():
    member, clerk = participant(), secretary()
    group = a_group(participant(), clerk)
    Membership.objects.create(body=group.body, person=member, starts_on=LONG_AGO)
    seat = group.body.memberships.get(person=member)

    with pytest.raises(NotAllowed):
        joined(group, person("specialist"), member)
    with pytest.raises(NotAllowed):
        groups.leave_group(group, seat, actor=as_actor(member, THEN), at=THEN)

    assert not Event.objects.filter(action__startswith="group.").exists()


def test_a_seat_in_another_body_is_not_ended_by_a_lead():
    lead, other = participant(), participant()
    group = a_group(lead, secretary())
    elsewhere = Membership.objects.get(person=other)

    with pytest.raises(NotAllowed):
        groups.leave_group(group, elsewhere, actor=as_actor(lead, THEN), at=THEN)

    elsewhere.refresh_from_db()
    assert elsewhere.ends_on is None


def test_access_that_is_ended_ends_at_once():
    clerk, guest = secretary(), person("specialist")
    group = a_group(participant(), clerk)
    membership = joined(group, guest, clerk)

    groups.leave_group(group, membership, actor=as_actor(clerk, THEN + DAY), at=THEN + DAY)

    assert standing_of(guest, TODAY + DAY).bodies == set()
    assert Event.objects.filter(action="group.left").count() == 1


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
    joined(group, member, clerk, Seat.MEMBER)
    with pytest.raises(NotAllowed):
        stayed(group, member)
    WorkingGroup.objects.filter(pk=group.pk).update(ended_at=THEN)
    with pytest.raises(groups.GroupHasEnded):
        stayed(group, clerk)

    assert WorkingGroup.objects.get(pk=group.pk).structural_reason == ""
