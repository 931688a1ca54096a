"""What an organisation tells by its personal link: that it has it, that it passed it on, and whether it helped.

Nothing is kept of whoever presses the button; and of whether it helped, not even which organisation told it.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.distribution.models import Recipient
from verder.distribution.queries import recipient_with
from verder.distribution.voices import voice_of
from verder.guidance.models import Verdict
from verder.guidance.operations.feedback import tell
from verder.network.standing import Standing
from verder.textcheck import CheckedText

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


def tell_how_it_went(
    token: str, verdict: Verdict, *, why: CheckedText, at: datetime, request_key: uuid.UUID | None = None
) -> None:
    """Keep whether the piece helped an organisation, in place of what it told before, and without which one it is.

    The recipient stays as it was: a moment written down there would stand beside the moment of the feedback. Raise
    Recipient.DoesNotExist when the link is over, Publication.DoesNotExist when the piece does not hold any more, and
    DoneAlready for a form that came in before.
    """
    recipient = recipient_with(token, at=at)
    slug = recipient.distribution.publication.slug
    tell(slug, verdict, why=why, voice=voice_of(recipient), standing=Standing(), at=at, request_key=request_key)


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
