"""Forgetting what readers told in their own words, once the time is over for which it is kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from verder.audit.record import Happening, record
from verder.guidance.queries import words_out_of_time


@transaction.atomic
def forget_words(*, at: datetime) -> int:
    """Take the words out of what was told too long ago, and return of how many; verdict, day and edition stay."""
    forgotten = words_out_of_time(on=timezone.localdate(at)).update(why="")
    if forgotten:
        record(Happening("feedback.words_forgotten", "installation", details={"number": forgotten}), at=at)
    return forgotten
