"""All writes of this room: counting a knock and forgetting old ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from verder.gate.models import Count

COUNT = """
    INSERT INTO gate_count AS counted (door, visitor, ends_at, knocks) VALUES (%s, %s, %s, 1)
    ON CONFLICT (door, visitor, ends_at) DO UPDATE SET knocks = counted.knocks + 1
    RETURNING knocks
"""


class TooManyKnocks(Exception):
    """A visitor knocked more often than the door allows; `retry_after` says how long to wait."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("too_many_knocks")
        self.retry_after = retry_after


def knock(door: str, visitor: str, *, at: datetime, limit: int, per: timedelta) -> None:
    """Count one knock in a single statement, and raise TooManyKnocks once the limit is passed.

    Call it outside a transaction: a rolled back knock is not counted.
    """
    ends_at = _end_of_stretch(at, per)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [door, _hash(door, visitor, at), ends_at])
        (knocks,) = cursor.fetchone()
    if knocks > limit:
        raise TooManyKnocks(ends_at - at)


def forget_knocks(*, at: datetime) -> int:
    """Remove the counts whose time is over, and return how many there were."""
    forgotten, _ = Count.objects.filter(ends_at__lt=at).delete()
    return forgotten


def _end_of_stretch(at: datetime, per: timedelta) -> datetime:
    seconds = int(per.total_seconds())
    return datetime.fromtimestamp((int(at.timestamp()) // seconds + 1) * seconds, tz=UTC)


def _hash(door: str, visitor: str, at: datetime) -> str:
    """Hash a visitor with a key of the day, so that doors and days cannot be put side by side."""
    today = at.astimezone(UTC).date().isoformat()
    return salted_hmac(f"verder.gate:{today}:{door}", visitor, algorithm="sha256").hexdigest()
