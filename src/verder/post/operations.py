"""What a person can do about a letter that did not arrive."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.post import jobs
from verder.post.models import CAN_BE_SENT_AGAIN, NEEDS_A_HAND, Delivery, DeliveryState


class NothingToMend(Exception):
    """The letter was sent meanwhile, or somebody else dealt with it."""


@transaction.atomic
def send_again(key: uuid.UUID, *, actor: uuid.UUID, at: datetime) -> None:
    """Try a letter once more; raise NothingToMend when it no longer needs a hand, or came back after it was taken."""
    _mend(key, CAN_BE_SENT_AGAIN, DeliveryState.OWED, actor=actor, at=at)
    jobs.send_event.defer(event=str(Delivery.objects.get(key=key).event))


@transaction.atomic
def drop(key: uuid.UUID, *, actor: uuid.UUID, at: datetime) -> None:
    """Give a letter up and erase its words; raise NothingToMend when it no longer needs a hand."""
    _mend(key, NEEDS_A_HAND, DeliveryState.DROPPED, actor=actor, at=at)
    Delivery.objects.filter(key=key).update(recipient="", body="", calendar="")


def _mend(
    key: uuid.UUID, those: frozenset[DeliveryState], state: DeliveryState, *, actor: uuid.UUID, at: datetime
) -> None:
    waiting = Delivery.objects.filter(key=key, state__in=those)
    if not waiting.update(state=state, owed_at=at, try_at=at, attempts=0):
        raise NothingToMend
    record(
        Happening(action=f"letter.{state}", party="secretariat", actor=actor, subject_kind="letter", subject=key),
        at=at,
    )
