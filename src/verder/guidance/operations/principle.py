"""Setting the shared principle that all guidance is held against."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.guidance.models import Principle
from verder.guidance.operations.setting import hold_next, note_set
from verder.guidance.queries import current_principle
from verder.network.standing import Standing
from verder.textcheck import CheckedText


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
    number, person = hold_next(current_principle, seen=seen, standing=standing, request_key=request_key)
    principle = Principle.objects.create(number=number, text=text.text, reason=reason.text, set_by=person, set_at=at)
    note_set(principle, "principle.set", "principle", standing, at=at, request_key=request_key)
    return principle
