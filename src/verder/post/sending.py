"""Sends what is owed: takes a turn, claims the letter, hands it over, and writes down how that ended.

Two workers may come upon the same letter, and a worker may stop anywhere. Its row decides. A turn moves `try_at` on
before anything is tried, so one worker at a time tries. A claim is made right before the first word of the letter
leaves, so one worker ever sends; and a claim that nobody finished is in doubt, and not tried again by itself.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from verder.post.models import Delivery, DeliveryState, LocalLetter
from verder.post.queries import letters_due, letters_of
from verder.post.transport import Handover, Never, NotNow, ServerAway, Unknown, carrier_of

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=4)
DOUBLINGS = 10
GIVES_UP_AFTER = timedelta(days=4)
HANDOVER_TAKES_AT_MOST = timedelta(minutes=5)
ERASED = {"recipient": "", "body": "", "calendar": "", "unsubscribe": ""}
METHOD = re.compile(r"(?m)^METHOD:(\w+)\r?$")


def send_letters_of(event: uuid.UUID, *, clock: Callable[[], datetime]) -> None:
    """Send the letters that one event owes."""
    _send_each(letters_of(event), clock=clock)


def send_what_is_owed(*, clock: Callable[[], datetime]) -> None:
    """Send the letters whose time has come, and doubt the handovers that nobody finished."""
    _doubt_broken_handovers(at=clock())
    _send_each(letters_due(at=clock()), clock=clock)


def _send_each(keys: list[uuid.UUID], *, clock: Callable[[], datetime]) -> None:
    for key in keys:
        try:
            send(key, at=clock())
        except ServerAway:
            return  # the rest keeps its turn for when the server is back


def send(key: uuid.UUID, *, at: datetime) -> None:
    """Send one letter if it is owed and its time has come, or write down why not; raise ServerAway after that."""
    delivery = Delivery.objects.filter(key=key, state=DeliveryState.OWED, try_at__lte=at).first()
    if delivery is None or not _take_turn(delivery, at=at):
        return
    if settings.MAIL_URL.startswith("mailbox:"):
        _put_in_mailbox(delivery, at=at)
    else:
        _try(delivery, at=at)


def _take_turn(delivery: Delivery, *, at: datetime) -> bool:
    wait = min(FIRST_WAIT * 2 ** min(delivery.attempts, DOUBLINGS), LONGEST_WAIT)
    same = Delivery.objects.filter(key=delivery.key, state=DeliveryState.OWED, attempts=delivery.attempts)
    return same.update(attempts=delivery.attempts + 1, try_at=at + wait) == 1


@transaction.atomic
def _put_in_mailbox(delivery: Delivery, *, at: datetime) -> None:
    if _move(delivery.key, DeliveryState.OWED, DeliveryState.SENT, sent_at=at, **ERASED):
        LocalLetter.objects.create(
            recipient=delivery.recipient,
            subject=delivery.subject,
            body=delivery.body,
            calendar=delivery.calendar,
            at=at,
        )


def _try(delivery: Delivery, *, at: datetime) -> None:
    try:
        message = message_of(delivery, at=at)
        handover = Handover(carrier_of(settings.MAIL_URL))
    except ValueError:  # a word that no mail can hold
        _move(delivery.key, DeliveryState.OWED, DeliveryState.FAILED, refusal="not_a_letter")
    except ServerAway as away:
        _later(delivery, DeliveryState.OWED, away, at=at)
        raise
    else:
        _hand_over(delivery, handover, message, at=at)


def message_of(delivery: Delivery, *, at: datetime) -> EmailMessage:
    """Write the letter as a mail message, under a name that stays the same however often it is tried."""
    delivery.recipient.encode("ascii")
    message = EmailMessage()
    message["From"] = settings.MAIL_FROM
    message["To"] = delivery.recipient
    message["Subject"] = delivery.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{delivery.key}@{urlsplit(settings.BASE_URL).hostname}>"
    message["Auto-Submitted"] = "auto-generated"
    if delivery.unsubscribe:  # RFC 2369 and 8058: the mail program shows a button, and posts what the page would
        message["List-Unsubscribe"] = f"<{delivery.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(delivery.body, cte="quoted-printable")  # passes any server, old ones too
    if delivery.calendar:
        _add_calendar(message, delivery.calendar)
    return message


def _add_calendar(message: EmailMessage, calendar: str) -> None:
    """Offer the same appointment beside the words, so that a mail program shows it, and as a file to open elsewhere."""
    found = METHOD.search(calendar)
    method = {"method": found[1] if found else "PUBLISH"}
    message.add_alternative(calendar, subtype="calendar", params=method, cte="base64")


def _hand_over(delivery: Delivery, handover: Handover, message: EmailMessage, *, at: datetime) -> None:
    reached = DeliveryState.OWED
    try:
        handover.announce(parseaddr(settings.MAIL_FROM)[1], delivery.recipient, name=str(delivery.key))
        if not _claim(delivery, at=at):
            return
        reached = DeliveryState.HANDING_OVER
        handover.deliver(message)
    except NotNow as refusal:
        _later(delivery, reached, refusal, at=at)
    except Never as refusal:
        _move(delivery.key, reached, DeliveryState.FAILED, refusal=str(refusal))
    except Unknown as doubt:
        _move(delivery.key, reached, DeliveryState.UNCERTAIN, refusal=str(doubt))
    else:
        _sent(delivery, at=at)
    finally:
        handover.close()


def _claim(delivery: Delivery, *, at: datetime) -> bool:
    with transaction.atomic(durable=True):  # the claim stands before the letter leaves, whatever happens to us
        return _move(delivery.key, DeliveryState.OWED, DeliveryState.HANDING_OVER, claimed_at=at)


def _sent(delivery: Delivery, *, at: datetime) -> None:
    for was in (DeliveryState.HANDING_OVER, DeliveryState.UNCERTAIN):  # slow, and doubted meanwhile
        if _move(delivery.key, was, DeliveryState.SENT, sent_at=at, refusal="", **ERASED):
            return


def _later(delivery: Delivery, reached: DeliveryState, why: NotNow, *, at: datetime) -> None:
    gives_up = at - delivery.owed_at > GIVES_UP_AFTER
    _move(delivery.key, reached, DeliveryState.FAILED if gives_up else DeliveryState.OWED, refusal=str(why))


def _move(key: uuid.UUID, was: DeliveryState, becomes: DeliveryState, **changes: object) -> bool:
    """Change a letter only while it is in the state in which this worker left it; tell whether it was."""
    return Delivery.objects.filter(key=key, state=was).update(state=becomes, **changes) == 1


def _doubt_broken_handovers(*, at: datetime) -> None:
    broken = Delivery.objects.filter(state=DeliveryState.HANDING_OVER, claimed_at__lt=at - HANDOVER_TAKES_AT_MOST)
    broken.update(state=DeliveryState.UNCERTAIN, refusal="worker_stopped")
