"""The personal link of an organisation: opens one page, where opening alone changes nothing."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from verder.gate import tokens

VALID_FOR = timedelta(days=365)
PURPOSE = "distribution"


def token_of(secret: uuid.UUID) -> str:
    """Return what stands in the personal link of an organisation."""
    return tokens.token_of(PURPOSE, secret)


def link_of(secret: uuid.UUID) -> str:
    """Return the full web address of the personal page of an organisation."""
    return settings.BASE_URL + reverse("guidance-received", args=[token_of(secret)])
