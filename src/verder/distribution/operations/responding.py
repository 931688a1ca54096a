"""What an organisation tells by its personal link: that it has it, and to how many colleagues it passed it on.

Nothing is kept of whoever presses the button.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.distribution.models import Recipient
from verder.distribution.queries import recipient_with

READER = "reader"


@transaction.atomic
def receive(token: str, *, at: datetime) -> Recipient:
    """Write down that an organisation has it, once; raise Recipient.DoesNotExist when the link is over."""
    recipient = _hold(token, at=at)
    if recipient.received_at is None:
        recipient.received_at = at
        recipient.save()
        _record("distribution.received", recipient, at=at)
    return recipient


@transaction.atomic
def pass_on(token: str, *, colleagues: int, at: datetime) -> Recipient:
    """Write down to about how many colleagues it was passed on, in place of what was told before.

    Raise Recipient.DoesNotExist when the link is over.
    """
    recipient = _hold(token, at=at)
    if recipient.passed_on_to != colleagues:
        recipient.received_at = recipient.received_at or at
        recipient.passed_on_at, recipient.passed_on_to = at, colleagues
        recipient.save()
        _record("distribution.passed_on", recipient, at=at)
    return recipient


def _hold(token: str, *, at: datetime) -> Recipient:
    found = recipient_with(token, at=at)
    return (
        Recipient.objects.select_for_update(of=("self",))
        .select_related("distribution")
        .get(pk=found.pk, token_hash=found.token_hash)
    )


def _record(action: str, recipient: Recipient, *, at: datetime) -> None:
    distribution = recipient.distribution.key
    happening = Happening(
        action, READER, subject_kind="distribution", subject=distribution, details={"recipient": str(recipient.key)}
    )
    record(happening, at=at)
