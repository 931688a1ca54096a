"""Polls for a date: asking, answering, reminding, and choosing the date on which a meeting is planned."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.audit.models import Event
from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Asks, answer_link
from verder.deliberation.models import (
    Ballot,
    BallotAnswer,
    DatePoll,
    Manner,
    Meeting,
    PollOption,
    PollState,
    Suits,
)
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.operations.meetings import MeetingHasPassed, NotTheirMeeting, Plan, note_meeting
from verder.deliberation.operations.naming import name_in_mail
from verder.deliberation.operations.planning import plan_meeting
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.polls import can_answer, members_to_ask, polls_to_remind, unanswered
from verder.domain.rungs import Party
from verder.gate.tokens import hash_of, token_of
from verder.network.models import Body
from verder.post.owe import Letter, owe_each

REMINDERS = uuid.UUID("5e0c7e0d-3c9e-4a52-8f0b-6c6a5a0e7b11")
"""Keys made in it stand for the one reminder of answers to a poll."""
AT_LEAST = 2


class PollIsClosed(Exception):
    """Nobody can answer any more: the poll has closed, or its date was chosen."""


class NotEnoughDates(Exception):
    """A poll asks about two dates or more, all of them after it closes."""


class NobodyToAsk(Exception):
    """Nobody has a seat in the body yet."""


class NotAllAnswered(Exception):
    """An answer to a poll says of each date how it suits, and of no other."""


class AllAnswered(Exception):
    """Everyone who was asked has answered."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a poll asks: on which dates one could meet, where and how, and until when members can answer."""

    dates: Sequence[tuple[datetime, datetime]]
    place: str
    manner: Manner
    closes_at: datetime


@transaction.atomic
def open_poll(body: Body, asking: Asking, *, actor: Actor, at: datetime, intent: Intent) -> DatePoll:
    """Ask the members of a body which dates suit them; each gets a link of their own.

    Raise NotEnoughDates, NobodyToAsk, MeetingHasPassed when it would close at once, and NotTheirMeeting.
    """
    if not looks_after(actor.standing, body):
        raise NotTheirMeeting
    Body.objects.select_for_update(of=("self",), no_key=True).get(pk=body.pk)
    refuse_second_click(intent)
    if asking.closes_at <= at:
        raise MeetingHasPassed
    dates = {begin: end for begin, end in asking.dates if end > begin >= asking.closes_at}
    if len(dates) < max(AT_LEAST, len(asking.dates)):
        raise NotEnoughDates
    members = list(members_to_ask(body, timezone.localdate(at)))
    if not members:
        raise NobodyToAsk
    poll = DatePoll.objects.create(body=body, place=asking.place, manner=asking.manner, closes_at=asking.closes_at)
    PollOption.objects.bulk_create(PollOption(poll=poll, starts_at=begin, ends_at=end) for begin, end in dates.items())
    event = note_meeting(poll, "poll.opened", actor, at=at, intent=intent)
    _ask([_ballot(poll, member.pk) for member in members], event, at=at)
    return poll


def _ballot(poll: DatePoll, person: int) -> Ballot:
    ballot = Ballot(poll=poll, person_id=person)
    ballot.token_hash = hash_of(token_of(Asks.BALLOT, ballot.key))
    ballot.save()
    return ballot


def _ask(ballots: Sequence[Ballot], event: Event, *, at: datetime, again: bool = False) -> None:
    letters = [(ballot.person.email, _letter(ballot, again=again)) for ballot in ballots]
    owe_each(letters, event=event.key, at=at)


def _letter(ballot: Ballot, *, again: bool) -> Letter:
    poll = ballot.poll
    said = {
        "body": name_in_mail(poll.body),
        "until": date_format(poll.closes_on, "l j F Y"),
        "link": answer_link(Asks.BALLOT, ballot.key),
    }
    subject = _("Herinnering: wanneer kunt u vergaderen?") if again else _("Wanneer kunt u vergaderen?")
    return Letter(
        subject,
        _(
            "Wij zoeken een datum voor een vergadering.\n\nVergadering: %(body)s\n\nGeef hier aan wanneer u kunt:"
            "\n\n%(link)s\n\n"
            "Dat kan tot en met %(until)s. De link is alleen voor u en alleen voor dit antwoord.\n"
        )
        % said,
    )


@transaction.atomic
def answer_poll(key: uuid.UUID, answers: Mapping[int, Suits], *, at: datetime) -> Ballot:
    """Write down how the dates suit a member, in place of what they answered before.

    Raise PollIsClosed, and NotAllAnswered unless the answer is about each of the dates.
    """
    found = Ballot.objects.select_related("person").get(key=key)
    poll = DatePoll.objects.select_for_update(of=("self",)).select_related("body").get(pk=found.poll_id)
    if not can_answer(poll, at=at):
        raise PollIsClosed
    if set(answers) != set(poll.options.values_list("pk", flat=True)):
        raise NotAllAnswered
    for option, suits in answers.items():
        BallotAnswer.objects.update_or_create(ballot=found, option_id=option, defaults={"suits": suits})
    found.answered_at = at
    found.save()
    happening = Happening(
        action="poll.answered",
        party=Party(poll.body.kind),
        actor=found.person.opaque_id,
        subject_kind="poll",
        subject=poll.key,
        body=poll.body.key,
    )
    record(happening, at=at)
    return found


@transaction.atomic
def choose_date(key: uuid.UUID, option: int, *, actor: Actor, at: datetime, intent: Intent) -> Meeting:
    """Plan the meeting on one of the dates; that closes the poll. Raise PollIsClosed once a date was chosen."""
    poll = _hold(key, actor=actor, intent=intent)
    chosen = poll.options.get(pk=option)
    plan = Plan(chosen.starts_at, poll.place, Manner(poll.manner), chosen.ends_at)
    poll.meeting = plan_meeting(poll.body, plan, actor=actor, at=at)
    _end(poll, PollState.CHOSEN)
    note_meeting(poll, "poll.chosen", actor, at=at, intent=intent)
    return poll.meeting


@transaction.atomic
def close_poll(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> DatePoll:
    """Close a poll without choosing a date."""
    poll = _end(_hold(key, actor=actor, intent=intent), PollState.CLOSED)
    note_meeting(poll, "poll.closed", actor, at=at, intent=intent)
    return poll


@transaction.atomic
def remind_of_poll(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Ask those who did not answer once more; raise AllAnswered, or PollIsClosed."""
    poll = _hold(key, actor=actor, intent=intent)
    if not can_answer(poll, at=at):
        raise PollIsClosed
    waiting = list(unanswered(poll))
    if not waiting:
        raise AllAnswered
    _ask(waiting, note_meeting(poll, "poll.reminded", actor, at=at, intent=intent), at=at, again=True)


def remind_of_polls(*, at: datetime) -> None:
    """Remind who did not answer, once for each poll, as long before it closes as its body asks."""
    for poll in polls_to_remind(at=at):
        _remind_once(poll, at=at)


@transaction.atomic
def _remind_once(seen: DatePoll, *, at: datetime) -> None:
    poll = DatePoll.objects.select_for_update(of=("self",)).select_related("body").get(pk=seen.pk)
    key = uuid.uuid5(REMINDERS, str(poll.key))
    if not can_answer(poll, at=at) or event_of_request(key):
        return
    happening = Happening("poll.reminded", "installation", subject_kind="poll", subject=poll.key, request_key=key)
    _ask(list(unanswered(poll)), record(happening, at=at), at=at, again=True)


def _hold(key: uuid.UUID, *, actor: Actor, intent: Intent) -> DatePoll:
    """Lock a poll without an outcome, for whoever looks after the meetings of its body."""
    poll = DatePoll.objects.select_for_update(of=("self",)).select_related("body").get(key=key)
    if not looks_after(actor.standing, poll.body):
        raise NotTheirMeeting
    refuse_second_click(intent)
    if poll.state != PollState.OPEN:
        raise PollIsClosed
    if intent.version is not None and intent.version != poll.version:
        raise SomeoneWasFirst
    return poll


def _end(poll: DatePoll, state: PollState) -> DatePoll:
    poll.state = state
    poll.version += 1
    poll.save()
    return poll
