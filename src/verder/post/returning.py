"""Reads the mailbox that undeliverable letters come back to, message after message, and writes down which came back.

A message and how far the mailbox was read change in one transaction, so that none is handled twice and none is passed
over, wherever a worker stops. What breaks on one message passes that one over and goes on: anybody can write there.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from verder.audit.record import Happening, record
from verder.post.addresses import recipient_hash
from verder.post.bounces import Bounce, read_bounce
from verder.post.imap import CannotRead, Mailbox, Place, place_of
from verder.post.models import Delivery, DeliveryState, ReturnBox

LOOKS_BACK = timedelta(days=30)
TAKES_AT_MOST = timedelta(minutes=1)
"""What is left then is read the next time."""
LEFT = frozenset({DeliveryState.HANDING_OVER, DeliveryState.UNCERTAIN, DeliveryState.SENT})
logger = logging.getLogger(__name__)


def read_returned_mail(*, clock: Callable[[], datetime]) -> None:
    """Read what came in since the last time, if there is a mailbox for it, and keep how that went."""
    if not settings.BOUNCE_IMAP:
        return
    place, begun = place_of(settings.BOUNCE_IMAP), clock()
    box, _is_new = ReturnBox.objects.get_or_create(place=place.hash, defaults={"tried_at": begun})
    box.tried_at = begun
    try:
        _visit(place, box, begun, clock)
    except CannotRead as cannot:
        box.trouble = cannot.trouble
    else:
        box.trouble, box.read_at = "", begun
    box.save(update_fields=["tried_at", "read_at", "trouble"])


def _visit(place: Place, box: ReturnBox, begun: datetime, clock: Callable[[], datetime]) -> None:
    with closing(Mailbox(place)) as mailbox:
        if mailbox.validity != box.validity:
            box.validity, box.read_up_to = mailbox.validity, 0
        for number in mailbox.after(box.read_up_to, since=begun - LOOKS_BACK):
            if clock() - begun > TAKES_AT_MOST:
                return
            _handle(box, number, _bounce_in(mailbox.beginning_of(number)), at=clock())


def _bounce_in(raw: bytes) -> Bounce | None:
    try:
        return read_bounce(raw)
    except Exception as error:  # noqa: BLE001 -- a message may be made to break whatever reads it
        logger.warning("A message in the mailbox for returned mail cannot be read: %s", type(error).__name__)
        return None


@transaction.atomic
def _handle(box: ReturnBox, number: int, bounce: Bounce | None, *, at: datetime) -> None:
    if bounce is not None:
        take_back(bounce, at=at)
    box.read_up_to = number
    box.save(update_fields=["validity", "read_up_to"])


@transaction.atomic
def take_back(bounce: Bounce, *, at: datetime) -> bool:
    """Write down that a letter of ours came back after a mail server took it; tell whether one did.

    Its address returns with it when the other server names the one that it was sent to.
    """
    letter = _the_letter(bounce.letters)
    if letter is None:
        return False
    known = (address for address in bounce.addresses if recipient_hash(address) == letter.recipient_hash)
    letter.state, letter.refusal = DeliveryState.RETURNED, bounce.status
    letter.sent_at = letter.sent_at or letter.claimed_at
    letter.recipient, letter.body, letter.calendar, letter.unsubscribe = next(known, ""), "", "", ""
    letter.save()
    details = {"status": bounce.status}
    happening = Happening("letter.returned", "installation", subject_kind="letter", subject=letter.key, details=details)
    record(happening, at=at)
    return True


def _the_letter(names: tuple[uuid.UUID, ...]) -> Delivery | None:
    """Hold the letter that left under one of these names and did not come back yet."""
    left = Delivery.objects.select_for_update().filter(state__in=LEFT)
    found = {letter.key: letter for letter in left.filter(key__in=names)}
    return next((found[name] for name in names if name in found), None)
