"""The one way in which an event is written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from verder.audit.models import Event


@dataclass(frozen=True, slots=True)
class Happening:
    """What is about to be written down: codes and opaque ids only."""

    action: str
    party: str
    actor: uuid.UUID | None = None
    subject_kind: str = ""
    subject: uuid.UUID | None = None
    result: str = "done"
    from_rung: str = ""
    to_rung: str = ""
    body: uuid.UUID | None = None
    origin: str | None = None
    request_key: uuid.UUID | None = None
    details: Mapping[str, str | int | bool | list[str]] = field(default_factory=dict)


def record(happening: Happening, *, at: datetime) -> Event:
    """Write one event, in the transaction of the change that it tells of."""
    event = _event(happening, at)
    event.save(force_insert=True)
    return event


def record_once(happening: Happening, *, at: datetime) -> None:
    """Write one event, unless there is one with its request key already."""
    record_each_once([happening], at=at)


def record_each_once(happenings: Iterable[Happening], *, at: datetime) -> None:
    """Write events in one statement, but none whose request key has led to one already."""
    Event.objects.bulk_create([_event(one, at) for one in happenings], ignore_conflicts=True)


def record_again(happening: Happening, *, key: uuid.UUID, at: datetime) -> None:
    """Write an event that a restored database lost, under the key that it had."""
    event = _event(happening, at)
    event.key = key
    event.save(force_insert=True)


def _event(happening: Happening, at: datetime) -> Event:
    return Event(
        at=at,
        actor=happening.actor,
        party=happening.party,
        action=happening.action,
        subject_kind=happening.subject_kind,
        subject=happening.subject,
        result=happening.result,
        from_rung=happening.from_rung,
        to_rung=happening.to_rung,
        body=happening.body,
        origin=happening.origin,
        request_key=happening.request_key,
        details=dict(happening.details),
    )
