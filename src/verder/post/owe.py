"""How the rest of the house owes somebody a letter."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from verder.post import jobs
from verder.post.addresses import recipient_hash
from verder.post.models import Delivery


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says: a neutral title, a few lines with a link, and perhaps a part for the reader's calendar."""

    subject: str
    body: str
    calendar: str = ""
    """An appointment as iCalendar; its method says whether it invites or cancels."""
    unsubscribe: str = ""
    """Where one press, or a mail program by itself, stops more letters of this kind; for subscriptions alone."""


def owe(letter: Letter, *, event: uuid.UUID, to: Iterable[str], at: datetime) -> None:
    """Owe the letter to each address, in the caller's transaction.

    The same event owes the same recipient at most one letter, however often this is called.
    """
    owe_each(((address, letter) for address in dict.fromkeys(to)), event=event, at=at)


def owe_each(letters: Iterable[tuple[str, Letter]], *, event: uuid.UUID, at: datetime) -> None:
    """Owe each address a letter of its own about one event, in the caller's transaction."""
    deliveries = [
        Delivery(
            event=event,
            recipient_hash=recipient_hash(address),
            recipient=address.strip().lower(),
            subject=letter.subject,
            body=letter.body,
            calendar=letter.calendar,
            unsubscribe=letter.unsubscribe,
            owed_at=at,
            try_at=at,
        )
        for address, letter in letters
    ]
    if deliveries:
        Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
        jobs.send_event.defer(event=str(event))
