"""Links in letters that work without logging in: signed, bound to one purpose, and over after a while."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from datetime import date, timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse

from verder.gate.tokens import token_of

VALID_FOR = timedelta(days=30)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHARACTERS = 16  # of five bits each: 80 bits


class Purpose(StrEnum):
    """What one link is good for; it does nothing else."""

    OPEN = "open"
    CONFIRM = "confirm"


class BadLink(Exception):
    """The link is damaged, too old, or meant for something else."""


def link_to(dilemma: uuid.UUID, purpose: Purpose, *, address: str = "") -> str:
    """Return a full web address that opens a dilemma's page, or confirms the submitter's mail address."""
    token = signing.dumps([dilemma.hex, fingerprint(address)], salt=f"verder.{purpose}", compress=False)
    return settings.BASE_URL + reverse(f"follow-{purpose}", args=[token])


def read_link(token: str, purpose: Purpose) -> tuple[uuid.UUID, str]:
    """Return the dilemma's key and the address's fingerprint that a link stands for; raise BadLink."""
    try:
        dilemma, mark = signing.loads(token, salt=f"verder.{purpose}", max_age=VALID_FOR)
    except signing.BadSignature as error:
        raise BadLink from error
    return uuid.UUID(dilemma), mark


def progress_link(commitment: uuid.UUID, owner: uuid.UUID, *, asked_on: date) -> str:
    """Return a full web address at which the owner of a promise answers one question about it, without logging in."""
    token = signing.dumps([commitment.hex, owner.hex, asked_on.isoformat()], salt="verder.progress", compress=False)
    return settings.BASE_URL + reverse("council-progress-by-link", args=[token])


def read_progress_link(token: str) -> tuple[uuid.UUID, uuid.UUID, date]:
    """Return the promise, its owner, and the day on which the owner was asked; raise BadLink."""
    try:
        commitment, owner, asked_on = signing.loads(token, salt="verder.progress", max_age=VALID_FOR)
    except signing.BadSignature as error:
        raise BadLink from error
    return uuid.UUID(commitment), uuid.UUID(owner), date.fromisoformat(asked_on)


def fingerprint(address: str) -> str:
    """Return a short keyed mark of a mail address, so that a link dies when the address changes."""
    return hmac.new(settings.SECRET_KEY.encode(), address.lower().encode(), hashlib.sha256).hexdigest()[:16]


def receipt_code(request_key: uuid.UUID) -> str:
    """Return the receipt code of a form: 80 bits, the same again when the form is sent twice."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"receipt:" + request_key.bytes, hashlib.sha256).digest()
    number = int.from_bytes(digest, "big")
    letters = [_ALPHABET[(number >> 5 * position) & 31] for position in range(_CHARACTERS)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, _CHARACTERS, 4))


def receipt_hash(code: str) -> str:
    """Return the hash under which a receipt code is kept; capitals, spaces and look-alikes do not matter."""
    plain = "".join(code.upper().split()).replace("-", "").translate(str.maketrans("OIL", "011"))
    return hmac.new(settings.SECRET_KEY.encode(), b"code:" + plain.encode(), hashlib.sha256).hexdigest()


class Asks(StrEnum):
    """What a link to an answer without login asks; it opens that one page and nothing else."""

    REPLY = "invitation-reply"
    BALLOT = "poll-ballot"


def answer_link(asks: Asks, key: uuid.UUID) -> str:
    """Return the full web address at which somebody answers without login."""
    return settings.BASE_URL + reverse(asks, args=[token_of(asks, key)])
