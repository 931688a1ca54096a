"""How a recipient is known once the address is gone."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings


def recipient_hash(address: str) -> str:
    """Return the keyed hash under which a recipient is known once the address is gone."""
    return hmac.new(settings.SECRET_KEY.encode(), address.strip().lower().encode(), hashlib.sha256).hexdigest()
