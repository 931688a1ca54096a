"""Setting what the Platform sets in versions: who may, one after the other, and the event that tells of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from verder.audit.record import Happening, record
from verder.guidance.models import EvidenceRules, Principle
from verder.guidance.operations.pen import ChangedMeanwhile, refuse_second_click
from verder.guidance.queries import may_set_principle
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import Standing

Version = Principle | EvidenceRules


class MayNotSet(Exception):
    """The chair of the Platform and the secretariat write down what the Platform decided."""


def hold_next(
    current: Callable[[], Version | None], *, seen: int, standing: Standing, request_key: uuid.UUID | None
) -> tuple[int, Person]:
    """Wait for who sets a version now, inside the caller's transaction; return the next number and who sets it.

    `seen` is the version that was open, 0 for none. Raise MayNotSet, ChangedMeanwhile or DoneAlready.
    """
    if standing.person is None or not may_set_principle(standing):
        raise MayNotSet
    # Locked above the versions: the first one has no row of its own to wait for.
    list(Body.objects.select_for_update().filter(kind=BodyKind.PLATFORM))
    refuse_second_click(request_key)
    latest = current()
    number = latest.number if latest else 0
    if number != seen:
        raise ChangedMeanwhile
    return number + 1, standing.person


def note_set(
    version: Version, action: str, kind: str, standing: Standing, *, at: datetime, request_key: uuid.UUID | None
) -> None:
    """Write down that a version was set."""
    happening = Happening(
        action=action,
        party="account",
        actor=standing.opaque_id,
        origin=standing.origin,
        subject_kind=kind,
        subject=version.key,
        request_key=request_key,
        details={"version": version.number},
    )
    record(happening, at=at)
