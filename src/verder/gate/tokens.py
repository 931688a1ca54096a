"""Secrets in links: what stands in a letter, and what is stored of it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid

from django.conf import settings


def token_of(purpose: str, key: uuid.UUID) -> str:
    """Return what stands in a link that serves one purpose: 192 bits that nobody can work out from what is stored."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{purpose}:".encode() + key.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


def hash_of(token: str) -> str:
    """Return the hash under which the secret of a link is kept."""
    return hashlib.sha256(token.encode()).hexdigest()
