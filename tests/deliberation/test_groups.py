"""Working groups: who is in them, what they give as verdict, and when they end."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import administrator, as_actor, participant, person, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, GroupProduct, WorkingGroup
from verder.deliberation.operations import council, groups, meetings, planning, platform, sharing
from verder.deliberation.operations.climb import StepRefused
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need
from verder.network.models import Body, BodyKind, Person, Seat
from verder.network.operations.seats import SeatRefusal, SeatRefused

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MEETING = MONDAY + 7 * DAY
LATER = MONDAY + 20 * DAY


def assigned(clerk: Person) -> Dilemma:
    """Return a dilemma for which the Platform asked a group."""
    dilemma, meeting = factories.at_platform(clerk)
    do(platform.assign_working_group, dilemma, clerk, at=meeting.starts_at, assignment=checked("Zoek dit uit."))
    return factories.fresh(dilemma)


def new_group(*members: Person, lead: Person | None = None, first: date = date(2026, 4, 1)) -> groups.NewGroup:
    """Describe a group that is about to be formed."""
    return groups.NewGroup("Werkgroep delen", members, lead, first, "Wat mag?")


def test_a_group_begins_with_its_assignment_and_everyone_in_it_is_told() -> None:
    clerk, lead, member = secretary(), person("lead"), person("lid")
    dilemma = assigned(clerk)

    group = do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group(member, lead=lead))

    assert (group.assignment, group.public_question, str(group)) == ("Zoek dit uit.", "Wat mag?", str(group.body_id))
    assert set(group.body.memberships.values_list("person", "seat")) == {(lead.pk, Seat.LEAD), (member.pk, Seat.MEMBER)}
    assert letters_to(member.email) == ["U bent lid van een werkgroep"]
    assert letters_to(lead.email) == ["Een dilemma wacht op u"]  # one letter for one event
    assert factories.fresh(dilemma).next_date == date(2026, 6, 7)


def test_seats_of_a_new_group_are_given_by_the_rules_of_the_network_and_logged() -> None:
    clerk, lead, closed = secretary(), person("lead"), person("lid")
    dilemma = assigned(clerk)
    Person.objects.filter(pk=closed.pk).update(is_active=False)

    for wrong, reason in (
        (closed, SeatRefusal.NO_ACCOUNT_ANY_MORE),
        (administrator(), SeatRefusal.ADMINISTRATOR_HOLDS_NO_OTHER_SEAT),
    ):
        with pytest.raises(SeatRefused) as refused:
            do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group(wrong, lead=lead))
        assert refused.value.reason is reason
    do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group(lead=lead))

    logged = Event.objects.filter(action__in=["body.found", "seat.give"]).values_list("action", "actor")
    assert list(logged) == [("body.found", clerk.opaque_id), ("seat.give", clerk.opaque_id)]


def test_a_group_has_somebody_in_it_and_meets_on_a_day_to_come() -> None:
    clerk = secretary()
    dilemma = assigned(clerk)

    with pytest.raises(groups.NobodyInIt):
        do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group())
    with pytest.raises(groups.DateHasPassed):
        do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group(clerk, first=date(2026, 3, 8)))

    assert not Body.objects.filter(kind=BodyKind.WORKING_GROUP).exists()


def test_a_group_without_a_lead_leaves_its_verdict_to_the_secretariat() -> None:
    clerk, member = secretary(), person("lid")
    dilemma = assigned(clerk)
    do(groups.form_working_group, dilemma, clerk, at=MEETING, group=new_group(member))

    with pytest.raises(StepRefused) as refused:
        do(groups.report_back, dilemma, member, at=LATER, to_decide=SAID)
    do(groups.report_back, dilemma, clerk, at=LATER, to_decide=SAID)

    assert refused.value.verdict.refusal is Refusal.NOT_YOURS
    assert Event.objects.get(action="step.report_back").party == "working_group"


def test_a_group_that_serves_two_dilemmas_ends_with_the_last_verdict() -> None:
    clerk, lead = secretary(), participant()
    one = factories.in_working_group(clerk, lead=lead)
    group = one.served_by.get().group
    other = assigned(clerk)
    do(groups.form_working_group, other, clerk, at=MEETING, group=group.body.key)

    do(groups.let_lapse, one, lead, at=LATER, why_gone=SAID, message=SAID)
    ended_early = WorkingGroup.objects.get().ended_at
    do(groups.report_back, other, lead, at=LATER + DAY, to_decide=SAID)

    assert (ended_early, WorkingGroup.objects.get().ended_at) == (None, LATER + DAY)
    assert [served.verdict for served in group.served.all()] == ["let_lapse", "report_back"]
    assert str(group.served.first()) == f"{group.pk} {one.pk}"


def test_a_group_that_has_ended_takes_no_dilemma() -> None:
    clerk, lead = secretary(), participant()
    one = factories.in_working_group(clerk, lead=lead)
    group = one.served_by.get().group
    other = assigned(clerk)
    do(groups.let_lapse, one, lead, at=LATER, why_gone=SAID, message=SAID)

    with pytest.raises(groups.GroupHasEnded):
        do(groups.form_working_group, other, clerk, at=LATER, group=group.body.key)
    with pytest.raises(WorkingGroup.DoesNotExist):
        do(groups.form_working_group, other, clerk, at=LATER, group=uuid.uuid4())

    assert factories.fresh(other).rung == "awaiting_working_group"


def test_what_the_council_asks_more_is_the_assignment_of_the_next_group() -> None:
    clerk = secretary()
    dilemma, meeting = factories.at_council(clerk, lead=participant())
    then = meeting.starts_at
    do(council.return_to_working_group, dilemma, clerk, at=then, what_more=checked("Zoek ook de kosten uit."))

    group = do(groups.form_working_group, dilemma, clerk, at=then, group=new_group(clerk, first=date(2026, 5, 1)))

    assert group.assignment == "Zoek ook de kosten uit."


def test_delivering_needs_a_product_that_is_published() -> None:
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    group = dilemma.served_by.get().group

    with pytest.raises(StepRefused) as refused:
        do(groups.deliver, dilemma, lead, at=LATER, message=SAID)
    publication = factories.published_guidance()
    for _twice in range(2):
        groups.add_product(group, publication, actor=as_actor(lead, LATER), at=LATER)
    do(groups.deliver, dilemma, lead, at=LATER, message=SAID)

    assert refused.value.verdict.missing == {Need.PUBLISHED_PRODUCT}
    assert dilemma.publications.get().publication == publication
    assert str(GroupProduct.objects.get()) == f"{group.pk} {publication.pk}"
    assert Event.objects.filter(action="product.added").count() == 1


def test_the_lead_of_another_group_gives_no_verdict() -> None:
    clerk, lead, other = secretary(), participant(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    factories.in_working_group(clerk, lead=other)

    with pytest.raises(StepRefused) as refused:
        do(groups.let_lapse, dilemma, other, at=LATER, why_gone=SAID, message=SAID)

    assert refused.value.verdict.refusal is Refusal.NOT_YOURS


def test_only_the_lead_and_the_secretariat_look_after_a_group() -> None:
    clerk, lead, member = secretary(), participant(), participant()
    group = factories.in_working_group(clerk, lead=lead, members=(member,)).served_by.get().group
    publication = factories.published_guidance()
    acting = {"actor": as_actor(member, LATER), "at": LATER}

    with pytest.raises(sharing.NotAllowed):
        groups.add_product(group, publication, **acting)
    with pytest.raises(sharing.NotAllowed):
        groups.ask_in_public(group, question=SAID, **acting)

    assert not group.products.exists()


def test_the_lead_plans_the_meetings_of_the_group() -> None:
    clerk, lead = secretary(), participant()
    group = factories.in_working_group(clerk, lead=lead).served_by.get().group

    planning.plan_meeting(
        group.body,
        meetings.Plan(LATER + DAY, "Online"),
        actor=as_actor(lead, LATER),
        at=LATER,
        intent=Intent(request_key=uuid.uuid4()),
    )

    assert Event.objects.filter(action="meeting.planned", party="working_group").count() == 1
