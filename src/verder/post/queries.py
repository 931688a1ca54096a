"""All reads of the letters."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import QuerySet

from verder.post.models import NEEDS_A_HAND, Delivery, DeliveryState, LocalLetter, ReturnBox

AT_ONCE = 200


def letters_that_need_a_hand() -> QuerySet[Delivery]:
    """Return the letters that were refused or came back, or of which nobody can tell whether they arrived."""
    return Delivery.objects.filter(state__in=NEEDS_A_HAND).order_by("-pk")


def letters_of(event: uuid.UUID) -> list[uuid.UUID]:
    """List the letters that one event still owes."""
    return list(Delivery.objects.filter(event=event, state=DeliveryState.OWED).values_list("key", flat=True))


def letters_by_recipient(event: uuid.UUID) -> dict[str, uuid.UUID]:
    """Return the key of each letter about one event, by the hash of the address that it is for."""
    return dict(Delivery.objects.filter(event=event).values_list("recipient_hash", "key"))


def letters_due(*, at: datetime) -> list[uuid.UUID]:
    """List the letters whose time to be tried has come, the longest waiting first; not more than fit in one go."""
    due = Delivery.objects.filter(state=DeliveryState.OWED, try_at__lte=at).order_by("try_at", "pk")
    return list(due.values_list("key", flat=True)[:AT_ONCE])


def return_box(place: str) -> ReturnBox | None:
    """Return how far the mailbox at a place was read for letters that come back, if it ever was."""
    return ReturnBox.objects.filter(place=place).first()


def mailbox(recipient: str = "") -> QuerySet[LocalLetter]:
    """Return the letters in the demo's mailbox, newest first: all, or those to one recipient."""
    letters = LocalLetter.objects.order_by("-pk")
    return letters.filter(recipient=recipient) if recipient else letters
