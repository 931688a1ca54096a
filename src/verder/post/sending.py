"""Sends what is owed: claims a letter, hands it over, and writes down how that ended."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from verder.post.models import Delivery, DeliveryState, LocalLetter
from verder.post.transport import Handover, Never, NotNow, Unknown, carrier_of

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)
GIVES_UP_AFTER = timedelta(days=4)
HANDOVER_TAKES_AT_MOST = timedelta(minutes=5)


def send(delivery: Delivery, *, at: datetime) -> None:
    """Send one letter that is owed, or write down why not."""
    if settings.MAIL_URL.startswith("mailbox:"):
        _put_in_mailbox(delivery, at=at)
        return
    try:
        _hand_over(delivery, at=at)
    except NotNow as error:
        _later(delivery, str(error), at=at)
    except Never as error:
        _note(delivery, DeliveryState.FAILED, str(error))
    except Unknown as error:
        _note(delivery, DeliveryState.UNCERTAIN, str(error))


def _hand_over(delivery: Delivery, *, at: datetime) -> None:
    handover = Handover(carrier_of(settings.MAIL_URL), message_of(delivery, at=at))
    try:
        handover.announce()
        if _claim(delivery, at=at):
            handover.deliver()
            _sent(delivery.key, DeliveryState.HANDING_OVER, at=at)
    finally:
        handover.close()


def message_of(delivery: Delivery, *, at: datetime) -> EmailMessage:
    """Write the letter as a mail message, under a name that stays the same however often it is tried."""
    message = EmailMessage()
    message["From"] = settings.MAIL_FROM
    message["To"] = delivery.recipient
    message["Subject"] = delivery.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{delivery.key}@{urlsplit(settings.BASE_URL).hostname}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(delivery.body)
    return message


def _claim(delivery: Delivery, *, at: datetime) -> bool:
    owed = Delivery.objects.filter(key=delivery.key, state=DeliveryState.OWED)
    return owed.update(state=DeliveryState.HANDING_OVER, claimed_at=at) == 1


def _sent(key: uuid.UUID, was: DeliveryState, *, at: datetime) -> bool:
    owed = Delivery.objects.filter(key=key, state=was)
    return owed.update(state=DeliveryState.SENT, sent_at=at, recipient="", body="", refusal="") == 1


@transaction.atomic
def _put_in_mailbox(delivery: Delivery, *, at: datetime) -> None:
    if _sent(delivery.key, DeliveryState.OWED, at=at):
        LocalLetter.objects.create(recipient=delivery.recipient, subject=delivery.subject, body=delivery.body, at=at)


def _later(delivery: Delivery, why: str, *, at: datetime) -> None:
    if at - delivery.owed_at > GIVES_UP_AFTER:
        _note(delivery, DeliveryState.FAILED, why)
        return
    wait = min(FIRST_WAIT * 2 ** min(delivery.attempts, 10), LONGEST_WAIT)
    waiting = Q(state=DeliveryState.OWED) | Q(state=DeliveryState.HANDING_OVER)
    Delivery.objects.filter(waiting, key=delivery.key).update(
        state=DeliveryState.OWED, attempts=F("attempts") + 1, try_at=at + wait, refusal=why[:100]
    )


def _note(delivery: Delivery, state: DeliveryState, why: str) -> None:
    unsent = Delivery.objects.filter(key=delivery.key).exclude(state=DeliveryState.SENT)
    unsent.update(state=state, refusal=why[:100])


def send_what_is_owed(*, at: datetime, limit: int = 200) -> int:
    """Send up to `limit` letters whose time has come; return how many were tried."""
    _doubt_broken_handovers(at=at)
    due = list(Delivery.objects.filter(state=DeliveryState.OWED, try_at__lte=at).order_by("try_at")[:limit])
    for delivery in due:
        send(delivery, at=at)
    return len(due)


def send_letters_of(event: uuid.UUID, *, at: datetime) -> None:
    """Send the letters that one event owes."""
    for delivery in Delivery.objects.filter(event=event, state=DeliveryState.OWED):
        send(delivery, at=at)


def _doubt_broken_handovers(*, at: datetime) -> None:
    broken = Delivery.objects.filter(state=DeliveryState.HANDING_OVER, claimed_at__lt=at - HANDOVER_TAKES_AT_MOST)
    broken.update(state=DeliveryState.UNCERTAIN, refusal="worker_stopped")
