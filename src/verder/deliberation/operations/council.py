"""What the Strategic Council decides, recorded by its chair or the secretariat at the meeting that holds the item."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Commitment, CommitmentKind
from verder.deliberation.operations.climb import Ascent, Hold, climb, take_hold
from verder.deliberation.operations.dates import first_asked_on
from verder.deliberation.operations.platform import decide
from verder.deliberation.operations.telling import tell_owners
from verder.deliberation.queries.commitments import commitments_settled
from verder.domain.rungs import Need
from verder.network.models import Organisation, Person
from verder.textcheck import CheckedText


class DateHasPassed(Exception):
    """A promise has a date to come."""


class NotFailed(Exception):
    """The commitment named is not one that was dropped, or whose date has passed."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An entry on a political agenda (`forum`), or a commitment in an organisation, with owner and date."""

    text: CheckedText
    owner: Person
    due_on: date
    forum: str = ""
    organisation: Organisation | None = None

    @property
    def kind(self) -> CommitmentKind:
        """Where the promise is kept."""
        return CommitmentKind.POLITICAL if self.forum else CommitmentKind.ORGANISATION


@transaction.atomic
def commit(
    number: str,
    *,
    promises: Sequence[Promise],
    message: CheckedText | None = None,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Record what the directors promise, with words for the submitter; the earliest date is the next to look at it.

    Raise DateHasPassed when a promise is due before today.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if any(promise.due_on < hold.today for promise in promises):
        raise DateHasPassed
    met = frozenset({Need.ENTRY_OR_COMMITMENT}) if promises else frozenset[Need]()
    earliest = min((promise.due_on for promise in promises), default=None)
    words = {Need.MESSAGE_TO_SUBMITTER: message} if message else {}
    event = decide(hold, "commit", words, met=met, next_date=earliest)
    _keep(hold, promises)
    tell_owners(hold.dilemma, event.key, {promise.owner for promise in promises}, by=actor, at=at)
    return event


def _keep(hold: Hold, promises: Sequence[Promise]) -> None:
    Commitment.objects.bulk_create(
        Commitment(
            dilemma=hold.dilemma,
            kind=promise.kind,
            forum=promise.forum,
            organisation=promise.organisation,
            owner=promise.owner,
            text=promise.text.text,
            due_on=promise.due_on,
            ask_on=first_asked_on(promise.due_on, today=hold.today),
        )
        for promise in promises
    )


@transaction.atomic
def settle(
    number: str, *, decision: CheckedText, message: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Record the decision with which the council resolves a dilemma."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "settle", {Need.DECISION: decision, Need.MESSAGE_TO_SUBMITTER: message})


@transaction.atomic
def return_to_platform(number: str, *, direction: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Give a dilemma back to the Platform, with a direction."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "return_to_platform", {Need.DIRECTION: direction})


@transaction.atomic
def return_to_working_group(
    number: str, *, what_more: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Ask a working group for more."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "return_to_working_group", {Need.WHAT_MORE: what_more})


@transaction.atomic
def close_unsolved(
    number: str,
    *,
    reason: CheckedText,
    what_was_tried: CheckedText,
    look_again_on: date,
    message: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Say that there is no solution yet: why, what was tried, and when it is looked at again."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if look_again_on <= hold.today:
        raise DateHasPassed
    words = {Need.REASON: reason, Need.WHAT_WAS_TRIED: what_was_tried, Need.MESSAGE_TO_SUBMITTER: message}
    met = frozenset({Need.DATE_TO_LOOK_AGAIN})
    return decide(hold, "close_unsolved", words, met=met, changes={"look_again_on": look_again_on})


@transaction.atomic
def conclude(
    number: str, *, outcome: CheckedText, message: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Event:
    """Conclude a dilemma whose commitments are settled and which no longer persists."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    met = frozenset({Need.COMMITMENTS_SETTLED}) if commitments_settled(hold.dilemma) else frozenset[Need]()
    words = {Need.OUTCOME: outcome, Need.MESSAGE_TO_SUBMITTER: message}
    return climb(hold, "conclude", Ascent(words=words, met=met))


@transaction.atomic
def resume(number: str, *, failed: uuid.UUID, reason: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Bring a dilemma back to the council, because a commitment failed.

    Raise NotFailed when that commitment is done, or still has time.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    commitment = Commitment.objects.filter(dilemma=hold.dilemma, key=failed).first()
    if commitment is None or not commitment.has_failed(hold.today):
        raise NotFailed
    ascent = Ascent(
        words={Need.REASON: reason},
        met=frozenset({Need.FAILED_COMMITMENT}),
        details={"commitment": str(failed)},
    )
    return climb(hold, "resume", ascent)
