"""How a promise goes on: its owner plans steps, and reports how it stands."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Commitment, CommitmentState, CommitmentStep, Outlook, ProgressReport
from verder.deliberation.operations.climb import AlreadyTaken, Hold, note_down, take_hold
from verder.deliberation.operations.commitments import party_of
from verder.deliberation.operations.dates import first_asked_on
from verder.network.models import Person
from verder.network.standing import standing_of
from verder.textcheck import CheckedText

FITS = 20


class Settled(Exception):
    """The promise is done or dropped; there is nothing left to report."""


class TooManySteps(Exception):
    """A promise has twenty steps at the most."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of a promise, and whether it was taken."""

    text: CheckedText
    done: bool


@dataclass(frozen=True, slots=True)
class Report:
    """How it stands, and in a few words why."""

    outlook: Outlook
    text: CheckedText


@transaction.atomic
def plan_steps(
    key: uuid.UUID, *, steps: Sequence[PlannedStep], actor: Actor, at: datetime, intent: Intent
) -> Commitment:
    """Set the steps of a promise, in order; one that was taken before keeps its day.

    Raise NotAllowed for others than its owner and the secretariat, Settled and TooManySteps.
    """
    hold, commitment = _hold(key, actor=actor, at=at, intent=intent)
    if len(steps) > FITS:
        raise TooManySteps
    taken = {step.text: step.done_on for step in commitment.steps.all() if step.done_on}
    commitment.steps.all().delete()
    CommitmentStep.objects.bulk_create(
        CommitmentStep(
            commitment=commitment,
            position=position,
            text=step.text.text,
            done_on=taken.get(step.text.text, hold.today) if step.done else None,
        )
        for position, step in enumerate(steps, 1)
    )
    hold.dilemma.version += 1
    hold.dilemma.save()
    note_down(hold, "commitment.planned", party_of(hold, commitment), commitment=str(key))
    return commitment


@transaction.atomic
def report_progress(
    key: uuid.UUID, *, report: Report, actor: Actor, at: datetime, intent: Intent, asked_on: date | None = None
) -> ProgressReport:
    """Write down how a promise stands; whoever is asked again is asked after the usual time.

    Raise NotAllowed for others than its owner and the secretariat, Settled, and AlreadyTaken for an answer to a
    question that was answered before.
    """
    hold, commitment = _hold(key, actor=actor, at=at, intent=intent)
    party = party_of(hold, commitment)
    if asked_on and commitment.reports.filter(asked_on=asked_on).exists():
        raise AlreadyTaken
    made = ProgressReport.objects.create(
        commitment=commitment,
        at=at,
        by=_person(actor),
        outlook=report.outlook,
        text=report.text.text,
        asked_on=asked_on,
    )
    commitment.ask_on = first_asked_on(commitment.due_on, today=hold.today)
    commitment.version += 1
    commitment.save()
    note_down(hold, "commitment.reported", party, commitment=str(key), outlook=report.outlook)
    return made


@transaction.atomic
def report_by_link(
    key: uuid.UUID, owner: uuid.UUID, report: Report, *, asked_on: date, at: datetime, intent: Intent
) -> ProgressReport:
    """Take the answer to a question by mail from the owner it went to, who did not log in.

    Raise Person.DoesNotExist when somebody else owns the promise now, or the owner no longer works here.
    """
    person = Person.objects.get(opaque_id=owner, is_active=True, commitments__key=key)
    actor = Actor(standing_of(person, timezone.localdate(at)))
    return report_progress(key, report=report, actor=actor, at=at, intent=intent, asked_on=asked_on)


def _hold(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> tuple[Hold, Commitment]:
    number = Commitment.objects.select_related("dilemma").get(key=key).dilemma.number
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    commitment = Commitment.objects.select_for_update(of=("self",)).get(key=key)
    party_of(hold, commitment)
    if commitment.state != CommitmentState.OPEN:
        raise Settled
    return hold, commitment


def _person(actor: Actor) -> Person:
    if actor.standing.person is None:  # pragma: no cover -- party_of has let nobody else through
        raise Person.DoesNotExist
    return actor.standing.person
