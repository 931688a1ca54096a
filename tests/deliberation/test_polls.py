"""Polls for a date: each member answers once, by a link or signed in, and one date becomes the meeting."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.deliberation.calling import letters_about
from tests.factories import MONDAY, body_of, new_intent
from tests.personas import as_actor, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Ballot, DatePoll, Manner, Meeting, PollState, Suits
from verder.deliberation.operations import meetings, polls, reminders
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.operations.polls import Asking
from verder.deliberation.queries.polls import best_of, tally, unanswered
from verder.network.models import BodyKind, Membership, Person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def dates(*days: int) -> list[tuple[datetime, datetime]]:
    return [(MONDAY + day * DAY, MONDAY + day * DAY + 2 * HOUR) for day in days]


def asking(*days: int) -> Asking:
    return Asking(dates(*days), "Utrecht", Manner.IN_PERSON, MONDAY + 7 * DAY)


def opened(by: Person, *days: int, what: Asking | None = None) -> DatePoll:
    """Open a poll, with somebody to ask."""
    if not Membership.objects.filter(body__kind=BodyKind.PLATFORM).exists():
        participant()
    body = body_of(BodyKind.PLATFORM)
    asked = what or asking(*(days or (20, 21)))
    return polls.open_poll(body, asked, actor=as_actor(by, MONDAY), at=MONDAY, intent=new_intent())


def answer(poll: DatePoll, by: Person, *suits: Suits, at: datetime = MONDAY) -> Ballot:
    options = poll.options.order_by("starts_at").values_list("pk", flat=True)
    return polls.answer_poll(poll.ballots.get(person=by).key, dict(zip(options, suits, strict=True)), at=at)


def keep(operation, poll: DatePoll, by: Person, *subject: object, at: datetime = MONDAY, intent: Intent | None = None):
    return operation(poll.key, *subject, actor=as_actor(by, at), at=at, intent=intent or new_intent())


def test_each_member_is_asked_with_a_link_of_their_own_that_is_kept_as_a_hash():
    clerk, member, other = secretary(), participant(), participant()

    poll = opened(clerk)

    links = [letters_about(one.email)[0].body.split("/datumprikker/")[1].split()[0] for one in (member, other)]
    assert len(set(links)) == 2
    assert all(len(link) == 32 for link in links)
    assert not set(links) & set(poll.ballots.values_list("token_hash", flat=True))


def test_answers_are_counted_and_the_date_that_suits_most_is_found():
    clerk, first, second = secretary(), participant(), participant()
    poll = opened(clerk)
    nobody_yet = best_of(tally(poll))

    answer(poll, first, Suits.NO, Suits.YES)
    answer(poll, first, Suits.IF_NEEDED, Suits.YES)
    answer(poll, second, Suits.NO, Suits.IF_NEEDED)

    rows = tally(poll)
    assert nobody_yet == []
    assert [(row.yes, row.if_needed, row.no, row.asked) for row in rows] == [(0, 1, 1, 2), (1, 1, 0, 2)]
    assert best_of(rows) == [rows[1]]


def test_dates_that_suit_equally_well_share_the_first_place():
    clerk, member = secretary(), participant()
    poll = opened(clerk, 20, 21, 22)

    answer(poll, member, Suits.YES, Suits.NO, Suits.YES)

    rows = tally(poll)
    assert best_of(rows) == [rows[0], rows[2]]


def test_an_answer_is_about_each_of_the_dates_and_comes_before_the_poll_closes():
    clerk, member = secretary(), participant()
    poll = opened(clerk)
    ballot = poll.ballots.get()

    with pytest.raises(polls.NotAllAnswered):
        polls.answer_poll(ballot.key, {0: Suits.YES}, at=MONDAY)
    with pytest.raises(polls.PollIsClosed):
        answer(poll, member, Suits.YES, Suits.YES, at=poll.closes_at)

    assert Ballot.objects.get().answered_at is None


def test_a_poll_asks_about_two_dates_or_more_after_it_closes():
    clerk = secretary()
    backwards = [(begin, begin) for begin, _end in dates(20, 21)]

    for what in (asking(20), asking(20, 20), asking(3, 20), replace(asking(), dates=backwards)):
        with pytest.raises(polls.NotEnoughDates):
            opened(clerk, what=what)
    with pytest.raises(meetings.MeetingHasPassed):
        opened(clerk, what=replace(asking(20, 21), closes_at=MONDAY))
    with pytest.raises(meetings.NotTheirMeeting):
        opened(participant())

    assert not DatePoll.objects.exists()


def test_a_body_without_members_is_not_asked():
    clerk, council = secretary(), body_of(BodyKind.COUNCIL)

    with pytest.raises(polls.NobodyToAsk):
        polls.open_poll(council, asking(20, 21), actor=as_actor(clerk, MONDAY), at=MONDAY, intent=new_intent())

    assert not DatePoll.objects.exists()


def test_the_chosen_date_becomes_a_meeting_once():
    clerk, chair = secretary(), platform_chair()
    poll, intent = opened(clerk), new_intent()
    option = poll.options.order_by("starts_at")[1]

    with pytest.raises(meetings.NotTheirMeeting):
        keep(polls.choose_date, poll, participant(), option.pk)
    meeting = keep(polls.choose_date, poll, chair, option.pk, intent=intent)
    with pytest.raises(AlreadyTaken):
        keep(polls.choose_date, poll, chair, option.pk, intent=intent)
    with pytest.raises(polls.PollIsClosed):
        keep(polls.choose_date, poll, clerk, option.pk)

    poll.refresh_from_db()
    assert (meeting.starts_at, meeting.ends_at, meeting.place) == (option.starts_at, option.ends_at, "Utrecht")
    assert (poll.state, poll.meeting, Meeting.objects.count()) == (PollState.CHOSEN, meeting, 1)


def test_a_poll_closes_without_a_date_and_takes_no_answers_then():
    clerk, member = secretary(), participant()
    poll = opened(clerk)

    with pytest.raises(SomeoneWasFirst):
        keep(polls.close_poll, poll, clerk, intent=Intent(poll.version + 1, uuid.uuid4()))
    keep(polls.close_poll, poll, clerk, intent=Intent(poll.version, uuid.uuid4()))

    with pytest.raises(polls.PollIsClosed):
        answer(poll, member, Suits.YES, Suits.YES)
    assert Event.objects.filter(action="poll.closed").count() == 1


def test_only_who_did_not_answer_is_asked_again():
    clerk, silent, answered = secretary(), participant(), participant()
    poll = opened(clerk)
    answer(poll, answered, Suits.YES, Suits.NO)

    keep(polls.remind_of_poll, poll, clerk)
    answer(poll, silent, Suits.YES, Suits.NO)
    with pytest.raises(polls.AllAnswered):
        keep(polls.remind_of_poll, poll, clerk)
    with pytest.raises(polls.PollIsClosed):
        keep(polls.remind_of_poll, poll, clerk, at=poll.closes_at)

    assert [len(letters_about(one.email)) for one in (silent, answered)] == [2, 1]
    assert not unanswered(poll).exists()


def test_the_body_says_how_long_before_a_poll_closes_people_are_reminded_and_it_happens_once():
    clerk, silent = secretary(), participant()
    poll, days = opened(clerk), {}

    for day in range(7):
        reminders.remind_once_a_day(at=MONDAY + day * DAY)
        days.setdefault(len(letters_about(silent.email)), day)

    assert days == {1: 0, 2: 7 - poll.body.poll_reminder_days}


def test_a_poll_that_closed_while_its_reminder_was_made_is_left_alone(monkeypatch):
    clerk, silent = secretary(), participant()
    poll = opened(clerk)
    monkeypatch.setattr(polls, "polls_to_remind", lambda **_when: [poll])

    polls.remind_of_polls(at=poll.closes_at)

    assert len(letters_about(silent.email)) == 1
