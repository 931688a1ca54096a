"""Letters for tests, and a clock that shows what a test wants."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from verder.post import sending
from verder.post.models import Delivery
from verder.post.owe import Letter, owe

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LETTER = Letter(
    "Er is nieuws", "Lees het hier: https://verder.example/volgen\n.\nGroet, het secretariaat – één regel\n"
)


def owed(*to: str, at: datetime = NOON, event: uuid.UUID | None = None) -> Delivery:
    """Owe a letter, to one recipient unless told otherwise, and return the first that is owed."""
    about = event or uuid.uuid4()
    owe(LETTER, event=about, to=to or ["lezer@voorbeeld.example"], at=at)
    return Delivery.objects.filter(event=about).order_by("pk")[0]


def now(at: datetime) -> Callable[[], datetime]:
    """Return a clock that stands still."""
    return lambda: at


def sweep(at: datetime) -> None:
    """Send what is owed at a moment."""
    sending.send_what_is_owed(clock=now(at))


def again(delivery: Delivery) -> Delivery:
    """Read a letter anew."""
    return Delivery.objects.get(pk=delivery.pk)
