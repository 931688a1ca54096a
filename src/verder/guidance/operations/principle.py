"""Setting the shared principle that all guidance is held against."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.guidance.models import Principle
from verder.guidance.operations.pen import ChangedMeanwhile, refuse_second_click
from verder.guidance.queries import current_principle, may_set_principle
from verder.network.models import Body, BodyKind
from verder.network.standing import Standing
from verder.textcheck import CheckedText


class MayNotSet(Exception):
    """The chair of the Platform and the secretariat write down what the Platform decided."""


@transaction.atomic
def set_principle(
    text: CheckedText,
    reason: CheckedText,
    *,
    seen: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Principle:
    """Write down a new version of the shared principle, and why the Platform changed it.

    `seen` is the version that was open, 0 for none. Raise MayNotSet, ChangedMeanwhile or DoneAlready.
    """
    if standing.person is None or not may_set_principle(standing):
        raise MayNotSet
    # Who sets a version waits for who sets one now: the first version has no row of its own to wait for.
    list(Body.objects.select_for_update().filter(kind=BodyKind.PLATFORM))
    refuse_second_click(request_key)
    latest = current_principle()
    number = latest.number if latest else 0
    if number != seen:
        raise ChangedMeanwhile
    principle = Principle.objects.create(
        number=number + 1, text=text.text, reason=reason.text, set_by=standing.person, set_at=at
    )
    happening = Happening(
        action="principle.set",
        party="account",
        actor=standing.opaque_id,
        origin=standing.origin,
        subject_kind="principle",
        subject=principle.key,
        request_key=request_key,
        details={"version": principle.number},
    )
    record(happening, at=at)
    return principle
