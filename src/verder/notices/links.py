"""Links in letters to subscribers: signed, each good for one action, and without the address that they are for."""

from __future__ import annotations

import uuid
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse

CONFIRM_WITHIN = timedelta(days=7)


class Purpose(StrEnum):
    """What one link is good for; it does nothing else."""

    CONFIRM = "confirm"
    STOP = "stop"


VALID_FOR: dict[Purpose, timedelta | None] = {Purpose.CONFIRM: CONFIRM_WITHIN, Purpose.STOP: None}


class BadLink(Exception):
    """The link is damaged, too old, or meant for something else."""


def link_to(subscription: uuid.UUID, purpose: Purpose) -> str:
    """Return the full web address at which a subscription is confirmed or stopped."""
    token = signing.dumps(subscription.hex, salt=f"verder.notices.{purpose}")
    return settings.BASE_URL + reverse(f"outcomes-{purpose}", args=[token])


def read_link(token: str, purpose: Purpose) -> uuid.UUID:
    """Return the key of the subscription that a link is for; raise BadLink."""
    try:
        return uuid.UUID(signing.loads(token, salt=f"verder.notices.{purpose}", max_age=VALID_FOR[purpose]))
    except signing.BadSignature as error:
        raise BadLink from error
