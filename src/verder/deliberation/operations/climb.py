"""The one place where a dilemma changes rung: it locks, asks the ladder, saves, records and owes the mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from verder.audit.models import Event
from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, StepWords
from verder.deliberation.operations.dates import next_date_on
from verder.deliberation.operations.tallies import move_tally, place_of
from verder.deliberation.operations.telling import tell
from verder.deliberation.queries.dilemmas import find_to_change
from verder.deliberation.queries.parties import parties_of
from verder.domain.ladder import RESPONSIBLE, STEPS, Step, Verdict, judge, responsible_now, taken_as
from verder.domain.rungs import WORDS, Need, Party, Rung
from verder.textcheck import CheckedText


class AlreadyTaken(Exception):
    """The same form was sent before; its step stands and was not taken again."""


class SomeoneWasFirst(Exception):
    """The dilemma changed since the sender saw it; nothing was done."""


class StepRefused(Exception):
    """The ladder does not allow the step now; `verdict` says why and what is missing."""

    def __init__(self, step: Step, verdict: Verdict) -> None:
        super().__init__(f"{step.name}: {verdict.refusal} {sorted(verdict.missing)}")
        self.step = step
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Hold:
    """A dilemma that is locked for one actor until the transaction ends."""

    dilemma: Dilemma
    actor: Actor
    parties: frozenset[Party]
    at: datetime
    intent: Intent

    @property
    def today(self) -> date:
        """The day on which the step is taken, in the Netherlands."""
        return timezone.localdate(self.at)

    @property
    def responsible(self) -> Party | None:
        """Who has to act today."""
        return responsible_now(Rung(self.dilemma.rung), self.dilemma.next_date, self.today)


@dataclass(frozen=True, slots=True)
class Ascent:
    """What a step brings along: its words, the needs that are met otherwise, and what it changes besides the rung."""

    words: Mapping[Need, CheckedText] = field(default_factory=dict)
    met: frozenset[Need] = frozenset()
    next_date: date | None = None
    details: Mapping[str, str | int | bool | list[str]] = field(default_factory=dict)
    changes: Mapping[str, object] = field(default_factory=dict)


def take_hold(number: str, *, actor: Actor, at: datetime, intent: Intent) -> Hold:
    """Lock a dilemma for a change, inside the caller's transaction.

    Raise Dilemma.DoesNotExist when the actor may not read it, AlreadyTaken when the same form came in before, and
    SomeoneWasFirst when the dilemma changed since the form was made.
    """
    dilemma = find_to_change(number, actor=actor)
    refuse_second_click(intent)
    if intent.version is not None and intent.version != dilemma.version:
        raise SomeoneWasFirst
    return Hold(dilemma, actor, parties_of(actor, dilemma), at, intent)


def refuse_second_click(intent: Intent) -> None:
    """Raise AlreadyTaken when the same form came in before; the caller has locked what both would change."""
    if intent.stored_key and event_of_request(intent.stored_key):
        raise AlreadyTaken


def require(hold: Hold, step_name: str, met: frozenset[Need] = frozenset(Need)) -> None:
    """Raise StepRefused when the ladder refuses the step, before anything is written for it."""
    _judge(hold, STEPS[step_name], met)


def climb(hold: Hold, step_name: str, ascent: Ascent) -> Event:
    """Take a step: change rung, responsible party and next date, record the event, keep the words, owe the mail.

    Raise StepRefused when the ladder refuses it.
    """
    step = STEPS[step_name]
    words = {need: text for need, text in ascent.words.items() if text.text.strip()}
    party = _judge(hold, step, frozenset(words) | (ascent.met - WORDS))
    source = Rung(hold.dilemma.rung)
    _arrive(hold, step, ascent)
    event = record(
        Happening(
            action=f"step.{step.name}",
            party=party,
            actor=hold.actor.opaque_id,
            origin=hold.actor.origin_as(party),
            subject_kind="dilemma",
            subject=hold.dilemma.key,
            from_rung=source,
            to_rung=hold.dilemma.rung,
            request_key=hold.intent.stored_key,
            details=ascent.details,
        ),
        at=hold.at,
    )
    keep_words(hold.dilemma, event, words)
    tell(hold.dilemma, event, by=hold.actor, at=hold.at)
    return event


def note_down(hold: Hold, action: str, party: Party, **details: str) -> Event:
    """Record something that happened to a held dilemma without a change of rung."""
    happening = Happening(
        action=action,
        party=party,
        actor=hold.actor.opaque_id,
        origin=hold.actor.origin_as(party),
        subject_kind="dilemma",
        subject=hold.dilemma.key,
        request_key=hold.intent.stored_key,
        details=details,
    )
    return record(happening, at=hold.at)


def keep_words(dilemma: Dilemma, event: Event, words: Mapping[Need, CheckedText]) -> None:
    """Keep the words of a step in rows of their own, where they can be erased."""
    StepWords.objects.bulk_create(
        StepWords(dilemma=dilemma, event=event.key, need=need, text=text.text) for need, text in words.items()
    )


def _judge(hold: Hold, step: Step, given: frozenset[Need]) -> Party:
    verdict = judge(
        step,
        rung=Rung(hold.dilemma.rung),
        parties=hold.parties,
        responsible=hold.responsible,
        given=given,
    )
    party = taken_as(step, hold.parties, hold.responsible)
    if not verdict or party is None:
        raise StepRefused(step, verdict)
    return party


def _arrive(hold: Hold, step: Step, ascent: Ascent) -> None:
    dilemma, source, counted = hold.dilemma, Rung(hold.dilemma.rung), place_of(hold.dilemma)
    rung = step.lands_on(source)
    dilemma.rung = rung
    dilemma.responsible = "" if step.ends else RESPONSIBLE[rung]
    dilemma.next_date = None if step.ends else ascent.next_date or next_date_on(rung, on=hold.today)
    dilemma.ended_at, dilemma.ended_by = (hold.at, step.name) if step.ends else (None, "")
    dilemma.version += 1
    if rung != source:
        dilemma.moved_at = hold.at
        move_tally(counted, place_of(dilemma))
    for name, value in ascent.changes.items():
        setattr(dilemma, name, value)
    dilemma.save()
