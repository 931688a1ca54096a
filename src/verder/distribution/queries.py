"""All reads of what is spread, to whom, and how far it came."""

from __future__ import annotations

from datetime import datetime

from verder.distribution.links import VALID_FOR, hash_of
from verder.distribution.models import Recipient


def recipient_with(token: str, *, at: datetime) -> Recipient:
    """Find the organisation that a personal link was sent to; raise Recipient.DoesNotExist when the link is over."""
    found = Recipient.objects.select_related("organisation", "distribution__publication")
    return found.get(token_hash=hash_of(token), added_at__gte=at - VALID_FOR)
