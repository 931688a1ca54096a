"""Keeping a promise, or dropping it with a reason."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Commitment, CommitmentState
from verder.deliberation.operations.climb import Hold, SomeoneWasFirst, note_down, take_hold
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.queries.commitments import earliest_due
from verder.domain.rungs import Party, Rung
from verder.textcheck import CheckedText


class ReasonMissing(Exception):
    """A promise is not dropped without saying why."""


@transaction.atomic
def keep_commitment(key: uuid.UUID, *, result: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Commitment:
    """Note that a promise is kept, and what it brought."""
    return _settle(key, CommitmentState.DONE, result, actor=actor, at=at, intent=intent)


@transaction.atomic
def drop_commitment(key: uuid.UUID, *, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Commitment:
    """Drop a promise; raise ReasonMissing without a reason."""
    if not reason.text.strip():
        raise ReasonMissing
    return _settle(key, CommitmentState.DROPPED, reason, actor=actor, at=at, intent=intent)


def _settle(
    key: uuid.UUID, state: CommitmentState, words: CheckedText, *, actor: Actor, at: datetime, intent: Intent
) -> Commitment:
    number = Commitment.objects.select_related("dilemma").get(key=key).dilemma.number
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    commitment = Commitment.objects.select_for_update(of=("self",)).get(key=key)
    party = party_of(hold, commitment)
    if commitment.state != CommitmentState.OPEN:
        raise SomeoneWasFirst
    commitment.state, commitment.reason, commitment.settled_at = state, words.text, at
    commitment.ask_on = None
    commitment.version += 1
    commitment.save()
    note_down(hold, f"commitment.{state}", party, commitment=str(key))
    _look_again(hold)
    return commitment


def party_of(hold: Hold, commitment: Commitment) -> Party:
    """Tell for whom somebody acts on a promise: its owner for the council; raise NotAllowed for anybody else."""
    person = hold.actor.standing.person
    if Party.SECRETARIAT in hold.parties:
        return Party.SECRETARIAT
    if person is not None and person.pk == commitment.owner_id:
        return Party.COUNCIL
    raise NotAllowed


def _look_again(hold: Hold) -> None:
    if hold.dilemma.rung == Rung.FOLLOW_UP:
        hold.dilemma.next_date = earliest_due(hold.dilemma) or hold.today
    hold.dilemma.version += 1
    hold.dilemma.save()
