"""Reminds the owner of a piece of the day on which somebody looks whether it still holds, before it and after it."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from verder.audit.queries import known_requests
from verder.audit.record import Happening, record
from verder.guidance.letters import is_out_of_date, please_look_again
from verder.guidance.models import Publication
from verder.guidance.queries import due_for_review, is_expired, who_answers_for
from verder.post.owe import owe

DAYS_BEFORE = timedelta(days=30)
NAMESPACE = uuid.UUID("b0b4f0c1-0d5f-4b0e-9d4b-6f0a6a3f1c77")
"""Keys made in it stand for one reminder each, so that the database itself refuses a second one."""


def remind_owners(*, at: datetime) -> None:
    """Remind whoever answers for a piece a month before its date and once more after it, each once for each date."""
    today = timezone.localdate(at)
    due = {_key_of(piece, today): piece for piece in due_for_review(until=today + DAYS_BEFORE)}
    for key in due.keys() - known_requests(due):
        _remind(due[key], key, at=at)


@transaction.atomic
def _remind(seen: Publication, key: uuid.UUID, *, at: datetime) -> None:
    happening = Happening(
        action="reminder.publication",
        party="installation",
        subject_kind="publication",
        subject=seen.key,
        request_key=key,
    )
    event = record(happening, at=at)
    today = timezone.localdate(at)
    letter = is_out_of_date(seen.key) if is_expired(seen, on=today) else please_look_again(seen.key)
    owe(letter, event=event.key, to=who_answers_for(seen, on=today), at=at)


def _key_of(piece: Publication, today: date) -> uuid.UUID:
    passed = " passed" if is_expired(piece, on=today) else ""
    return uuid.uuid5(NAMESPACE, f"{piece.key} {piece.review_on}{passed}")
