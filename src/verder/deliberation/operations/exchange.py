"""What submitter and secretariat ask and tell each other, and what the secretariat notes for itself."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, Message, Note
from verder.deliberation.operations.climb import Ascent, Hold, climb, note_down, take_hold
from verder.deliberation.operations.telling import tell_responsible, tell_submitters
from verder.domain.rungs import ENDS, Need, Party
from verder.textcheck import CheckedText


class NotInConversation(Exception):
    """Only the submitter and the secretariat talk with each other about a dilemma."""


class DateHasPassed(Exception):
    """An answer cannot be asked for on a day that is over."""


@transaction.atomic
def ask_submitter(number: str, *, question: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Ask the submitter something at intake; the dilemma then waits for them."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    event = climb(hold, "ask_submitter", Ascent(words={Need.QUESTION: question}))
    _say(hold, Party.SECRETARIAT, question, answer_by=hold.dilemma.next_date)
    return event


@transaction.atomic
def reply(number: str, *, answer: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Answer the secretariat's question; the dilemma goes back to intake."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    event = climb(hold, "reply", Ascent(words={Need.ANSWER: answer}))
    _close_questions(hold.dilemma, at=at)
    _say(hold, Party.SUBMITTER, answer)
    return event


@transaction.atomic
def proceed(number: str, *, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Go on without the answer that did not come."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    _close_questions(hold.dilemma, at=at)
    return climb(hold, "proceed", Ascent(words={Need.REASON: reason}))


@transaction.atomic
def say(
    number: str,
    *,
    text: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
    answer_by: date | None = None,
) -> Message:
    """Send a message in the conversation; on later rungs the secretariat's may ask for an answer by a date.

    Raise NotInConversation for anyone else, DateHasPassed for a day that is over.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    party = speaks_as(hold)
    if answer_by and answer_by <= hold.today:
        raise DateHasPassed
    if party is Party.SUBMITTER:
        _close_questions(hold.dilemma, at=at)
    message = _say(hold, party, text, answer_by=answer_by if party is Party.SECRETARIAT else None)
    event = note_down(hold, "message.sent", party)
    if party is Party.SECRETARIAT:
        tell_submitters(hold.dilemma, event.key, at=at)
    elif hold.dilemma.rung not in ENDS:
        tell_responsible(hold.dilemma, event.key, by=actor, at=at)
    return message


@transaction.atomic
def write_note(number: str, *, text: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Note:
    """Write a note that only the secretariat reads; raise NotInConversation for anyone else."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SECRETARIAT not in hold.parties or actor.standing.person is None:
        raise NotInConversation
    note_down(hold, "note.written", Party.SECRETARIAT)
    return Note.objects.create(dilemma=hold.dilemma, person=actor.standing.person, text=text.text, at=at)


@transaction.atomic
def mark_read(dilemma: Dilemma, *, up_to: int, actor: Actor, at: datetime) -> None:
    """Note that the secretariat has read what the submitter wrote, up to the message with this key."""
    if actor.standing.is_secretariat:
        unread = dilemma.messages.filter(party=Party.SUBMITTER, read_at__isnull=True)
        unread.filter(pk__lte=up_to).update(read_at=at)


def speaks_as(hold: Hold) -> Party:
    """Tell as which of the two somebody speaks; raise NotInConversation for anyone else."""
    for party in (Party.SUBMITTER, Party.SECRETARIAT):
        if party in hold.parties:
            return party
    raise NotInConversation


def _say(hold: Hold, party: Party, text: CheckedText, *, answer_by: date | None = None) -> Message:
    return Message.objects.create(
        dilemma=hold.dilemma,
        party=party,
        person=hold.actor.standing.person,
        text=text.text,
        at=hold.at,
        answer_by=answer_by,
        read_at=hold.at if party is Party.SECRETARIAT else None,
    )


def _close_questions(dilemma: Dilemma, *, at: datetime) -> None:
    dilemma.messages.filter(answer_by__isnull=False, answered_at__isnull=True).update(answered_at=at)
