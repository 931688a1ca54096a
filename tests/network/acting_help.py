"""Who acts, and when, in the tests of this room."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests import personas
from verder.network.acting import Capacity, Principal

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def as_secretary() -> Principal:
    """Act as somebody of the secretariat, from an address."""
    return Principal(personas.secretary(), Capacity.SECRETARIAT, "192.0.2.7")
