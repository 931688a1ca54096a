"""Owes organisations their letters, a portion at a time, so that other mail never waits behind a thousand of them.

A letter and the recipient that it is for change in one transaction. Whatever stops halfway, the next turn finds
exactly those that wait, and two at once each take others.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.distribution.letters import did_it_arrive, there_is_guidance
from verder.distribution.models import Distribution, Recipient
from verder.distribution.queries import distributions_under_way, waiting_for_a_letter, waiting_for_a_reminder
from verder.post.addresses import recipient_hash
from verder.post.owe import Letter, owe_each
from verder.post.queries import letters_by_recipient

PORTION = 50
"""So many letters leave in some seconds; a code to log in with waits no longer."""


def owe_next(key: uuid.UUID, *, at: datetime) -> int:
    """Owe the next portion of letters, or of reminders once all letters are owed; return how many there were.

    Nothing more is owed for an edition that does not hold any more.
    """
    distribution = distributions_under_way().filter(key=key).first()
    if distribution is None:
        return 0
    return _owe_letters(distribution, at=at) or _owe_reminders(distribution, at=at)


@transaction.atomic
def _owe_letters(distribution: Distribution, *, at: datetime) -> int:
    waiting = waiting_for_a_letter(distribution).select_for_update(of=("self",), skip_locked=True)[:PORTION]
    return _owe(distribution, waiting, there_is_guidance, "letter", at=at)


@transaction.atomic
def _owe_reminders(distribution: Distribution, *, at: datetime) -> int:
    silent = waiting_for_a_reminder(distribution, at=at).select_for_update(of=("self",), skip_locked=True)[:PORTION]
    return _owe(distribution, silent, did_it_arrive, "reminder", at=at)


def _owe(
    distribution: Distribution,
    waiting: Iterable[Recipient],
    write: Callable[[Recipient], Letter],
    kept_as: str,
    *,
    at: datetime,
) -> int:
    portion = {recipient_hash(one.organisation.email): one for one in waiting}  # who shares an address comes next time
    if not portion:
        return 0
    event = record(_happening(f"distribution.{kept_as}s_owed", distribution, len(portion)), at=at)
    owe_each(((one.organisation.email, write(one)) for one in portion.values()), event=event.key, at=at)
    letters = letters_by_recipient(event.key)
    for mark, one in portion.items():
        setattr(one, f"{kept_as}_id", letters[mark])
    Recipient.objects.bulk_update(portion.values(), [kept_as])
    return len(portion)


def _happening(action: str, distribution: Distribution, number: int) -> Happening:
    details = {"number": number}
    return Happening(action, "installation", subject_kind="distribution", subject=distribution.key, details=details)
