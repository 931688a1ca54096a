"""Outcomes that were published, and addresses that subscribed to them."""

from __future__ import annotations

import re
from datetime import datetime

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import as_actor
from verder.deliberation.actor import Intent
from verder.deliberation.models import PublicOutcomes
from verder.deliberation.operations import agenda, outcomes
from verder.network.models import Body, BodyKind, Person
from verder.notices import operations
from verder.post.addresses import recipient_hash
from verder.post.models import Delivery

ADDRESS = "lezer@voorbeeld.example"


def published(by: Person, kind: BodyKind = BodyKind.PLATFORM) -> PublicOutcomes:
    """Return the outcomes of a meeting of a body, which were published on its day."""
    meeting = factories.meeting_of(kind, by)
    actor, at = as_actor(by, meeting.starts_at), meeting.starts_at
    agenda.close_meeting(meeting.key, reason=checked("De tijd is om."), cancelled=False, actor=actor, at=at)
    summary = checked("Er is gesproken over delen.")
    return outcomes.publish_outcomes(meeting.key, summary=summary, actor=actor, at=at, intent=Intent())


def letters(address: str = ADDRESS) -> list[Delivery]:
    """Return the letters that are owed to an address, oldest first."""
    return list(Delivery.objects.filter(recipient_hash=recipient_hash(address)).order_by("pk"))


def token_in(letter: Delivery) -> str:
    """Return the secret of the last link in a letter."""
    return str(re.findall(r"https?://\S+", letter.body)[-1]).rsplit("/", 1)[-1]


def subscribed(address: str = ADDRESS, *, body: Body | None = None, at: datetime = MONDAY) -> None:
    """Subscribe an address and confirm it."""
    operations.subscribe(address, body=body, at=at)
    operations.confirm(token_in(letters(address)[-1]), at=at)
