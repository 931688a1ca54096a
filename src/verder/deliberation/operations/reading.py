"""Writes down who read what may not travel: once a day for each reader and dilemma."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from verder.audit.record import Happening, record_each_once
from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma
from verder.deliberation.queries.dilemmas import is_submitter
from verder.domain.tlp import LOGGED_WHEN_READ, Tlp

READINGS = uuid.UUID("6f1d1c44-6f0b-4f7e-9d0a-2c7f4b8f5e11")
"""The namespace of the keys that make the same reading on the same day one event."""


def note_reading(dilemma: Dilemma, *, actor: Actor, at: datetime) -> None:
    """Write down that somebody read a dilemma under TLP:RED or TLP:AMBER+STRICT today; other labels leave no trace."""
    note_readings([dilemma], actor=actor, at=at)


def note_readings(dilemmas: Iterable[Dilemma], *, actor: Actor, at: datetime) -> None:
    """Write the same down of several dilemmas that stand together, in one statement."""
    logged = [one for one in dilemmas if Tlp(one.tlp) in LOGGED_WHEN_READ]
    if actor.opaque_id is not None and logged:
        record_each_once((_reading(one, actor, at) for one in logged), at=at)


def _reading(dilemma: Dilemma, actor: Actor, at: datetime) -> Happening:
    reading = f"{actor.opaque_id} {dilemma.key} {timezone.localdate(at)}"
    return Happening(
        action="dilemma.read",
        party="reader",
        actor=actor.opaque_id,
        origin=None if is_submitter(actor, dilemma) else actor.standing.origin,
        subject_kind="dilemma",
        subject=dilemma.key,
        request_key=uuid.uuid5(READINGS, reading),
        details={"tlp": dilemma.tlp},
    )
