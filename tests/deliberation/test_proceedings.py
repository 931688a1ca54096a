"""A meeting is held: it turns from item to item, words are written down, and its minutes are approved in the next."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.personas import as_actor, participant, platform_chair, secretary
from verder.deliberation.actor import Intent
from verder.deliberation.models import AgendaItem, Dilemma, ItemRecord, ItemState, Meeting
from verder.deliberation.operations import agenda, filling, proceedings
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.queries.proceedings import minutes_waiting, sitting_of
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db

MINUTES = "Het verslag van een vergadering is klaar"


def held(clerk: Person) -> tuple[Dilemma, Meeting]:
    """Return a dilemma on the agenda of a meeting of the Platform, whose day has come."""
    return factories.at_platform(clerk, at=MONDAY)


def write(
    meeting: Meeting, by: Person, *, decision: str = "Wij zoeken het uit.", version: int | None = None
) -> ItemRecord:
    said = proceedings.Said(checked(decision), checked("Er is lang over gesproken."))
    item, at = AgendaItem.objects.get(meeting=meeting, dilemma__isnull=False), meeting.starts_at
    actor, intent = as_actor(by, at), Intent(version, uuid.uuid4())
    return proceedings.write_record(meeting.key, item.key, said=said, actor=actor, at=at, intent=intent)


def close(meeting: Meeting, by: Person, *, cancelled: bool = False) -> None:
    at = meeting.starts_at
    agenda.close_meeting(
        meeting.key, reason=checked("De tijd is om."), cancelled=cancelled, actor=as_actor(by, at), at=at
    )


def send(meeting: Meeting, by: Person) -> proceedings.Proceedings:
    at = meeting.starts_at
    return proceedings.send_minutes(meeting.key, actor=as_actor(by, at), at=at, intent=Intent())


def approve(meeting: Meeting, by: Person, *, during: Meeting) -> proceedings.Proceedings:
    at = max(during.starts_at, meeting.starts_at)
    return proceedings.approve_minutes(meeting.key, during=during.key, actor=as_actor(by, at), at=at, intent=Intent())


def begin(meeting: Meeting, by: Person, *, at: datetime | None = None) -> proceedings.Proceedings:
    then = at or meeting.starts_at
    return proceedings.begin_meeting(meeting.key, actor=as_actor(by, then), at=then, intent=Intent())


def test_a_meeting_begins_at_its_first_item_and_beginning_again_keeps_its_place() -> None:
    clerk, chair = secretary(), platform_chair()
    _, meeting = held(clerk)
    second = agenda.add_item(
        meeting, title=checked("Rondvraag"), kind="discussion", actor=as_actor(clerk, MONDAY), at=MONDAY
    )

    first = begin(meeting, clerk).current
    at = meeting.starts_at
    proceedings.turn_to(meeting.key, second.key, actor=as_actor(chair, at), at=at, intent=Intent())

    assert first is not None
    assert first.dilemma is not None
    assert begin(meeting, clerk).current == second


def test_an_empty_agenda_begins_at_no_item() -> None:
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=MONDAY)

    begun = begin(meeting, clerk)

    assert (begun.current, begun.current_since) == (None, None)


def test_only_who_looks_after_a_meeting_holds_it_and_not_before_its_day() -> None:
    clerk = secretary()
    _, meeting = held(clerk)

    with pytest.raises(NotTheirMeeting):
        begin(meeting, participant())
    with pytest.raises(proceedings.NotToday):
        begin(meeting, clerk, at=MONDAY)


def test_nothing_is_recorded_of_a_meeting_that_was_cancelled() -> None:
    clerk = secretary()
    _, meeting = held(clerk)
    close(meeting, clerk, cancelled=True)

    with pytest.raises(proceedings.WasCancelled):
        begin(meeting, clerk)


def test_two_secretaries_at_once_lose_nothing() -> None:
    clerk, colleague = secretary(), secretary()
    _, meeting = held(clerk)
    write(meeting, clerk, version=0)

    with pytest.raises(SomeoneWasFirst):
        write(meeting, colleague, decision="Wij doen niets.", version=0)
    write(meeting, colleague, decision="Wij zoeken het samen uit.", version=1)

    record = ItemRecord.objects.get()
    assert (record.decision, record.version, record.edited_by) == ("Wij zoeken het samen uit.", 2, colleague)


def test_who_was_there_is_set_anew_each_time() -> None:
    clerk, one, other = secretary(), participant(), participant()
    _, meeting = held(clerk)
    actor, at = as_actor(clerk, meeting.starts_at), meeting.starts_at

    for present in ([one, clerk], [one, other]):
        proceedings.note_presence(meeting.key, present=present, actor=actor, at=at, intent=Intent())

    assert set(sitting_of(meeting, actor.standing).present) == {one, other}


def test_what_is_said_at_a_confidential_item_is_read_by_those_named_alone() -> None:
    clerk, member = secretary(), participant()
    dilemma, meeting = held(clerk)
    write(meeting, clerk)
    close(meeting, clerk)
    before = sitting_of(Meeting.objects.get(), standing_of(member, MONDAY.date())).items[0].decision
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)

    after = sitting_of(Meeting.objects.get(), standing_of(member, MONDAY.date())).items[0]

    assert before == "Wij zoeken het uit."
    assert (after.decision, after.minutes, after.version) == ("", "", 0)


def test_minutes_go_to_the_members_once_the_meeting_is_over() -> None:
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    write(meeting, clerk)
    with pytest.raises(proceedings.NotYetOver):
        send(meeting, clerk)
    close(meeting, clerk)

    send(meeting, clerk)

    assert letters_to(member.email).count(MINUTES) == 1
    assert list(minutes_waiting(meeting.body)) == [proceedings.Proceedings.objects.get()]


def test_minutes_are_approved_in_the_next_meeting_and_closed_then() -> None:
    clerk = secretary()
    _, meeting = held(clerk)
    write(meeting, clerk)
    close(meeting, clerk)
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, at=meeting.starts_at, in_days=90)
    send(meeting, clerk)

    approved = approve(meeting, clerk, during=later)

    assert (approved.approved_in, approved.approved_at) == (later, later.starts_at)
    assert later.items.get(purpose="previous_minutes").state == ItemState.DECIDED
    assert not minutes_waiting(meeting.body).exists()
    with pytest.raises(proceedings.AlreadyApproved):
        write(meeting, clerk)


def test_minutes_stand_on_the_next_agenda_by_themselves_once() -> None:
    clerk = secretary()
    _, meeting = held(clerk)
    close(meeting, clerk)
    send(meeting, clerk)
    then = meeting.starts_at
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, at=then, in_days=90)
    filling.put_fixed_items(later.key, actor=as_actor(clerk, then), at=then, intent=Intent())
    agenda.add_item(later, title=checked("Rondvraag"), kind="discussion", actor=as_actor(clerk, then), at=then)
    latest = factories.meeting_of(BodyKind.PLATFORM, clerk, at=then, in_days=180)

    send(meeting, clerk)
    agenda.add_item(latest, title=checked("Planning"), kind="discussion", actor=as_actor(clerk, then), at=then)

    purposes = [[item.purpose for item in one.items.order_by("position")] for one in (later, latest)]
    assert purposes[0].count("previous_minutes") == 1
    assert purposes[0][:2] == ["opening", "previous_minutes"]
    assert purposes[1][0] == "previous_minutes"


def test_minutes_that_were_not_sent_or_are_of_a_later_meeting_are_not_approved() -> None:
    clerk = secretary()
    _, meeting = held(clerk)
    close(meeting, clerk)
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, at=meeting.starts_at, in_days=90)
    before = factories.meeting_of(BodyKind.PLATFORM, clerk, at=MONDAY, in_days=1)

    with pytest.raises(proceedings.NothingToApprove):
        approve(meeting, clerk, during=later)
    send(meeting, clerk)
    for other in (before, meeting):
        with pytest.raises(proceedings.NothingToApprove):
            approve(meeting, clerk, during=other)
    approve(meeting, clerk, during=later)
    with pytest.raises(proceedings.NothingToApprove):
        approve(meeting, clerk, during=later)

    assert later.starts_at - meeting.starts_at > timedelta(days=80)
