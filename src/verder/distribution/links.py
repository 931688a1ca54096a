"""The personal link of an organisation: opens one page, where opening alone changes nothing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

VALID_FOR = timedelta(days=365)


def token_of(secret: uuid.UUID) -> str:
    """Return what stands in the link: 192 bits that nobody can work out from what is stored."""
    digest = hmac.new(settings.SECRET_KEY.encode(), b"distribution:" + secret.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


def hash_of(token: str) -> str:
    """Return the hash under which a link is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(secret: uuid.UUID) -> str:
    """Return the full web address of the personal page of an organisation."""
    return settings.BASE_URL + reverse("guidance-received", args=[token_of(secret)])
