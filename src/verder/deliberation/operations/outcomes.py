"""Publishing what a meeting brought, for everyone to read."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Meeting, PublicOutcomes
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.operations.items import lock_meeting, record_on
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.queries.chatham import as_it_leaves
from verder.deliberation.queries.outcomes import can_be_published, outcomes_of
from verder.textcheck import CheckedText


class StaysInside(Exception):
    """The meeting is not over, was cancelled, or is one of a body that does not tell the public."""


class SaysNothing(Exception):
    """Outcomes have a summary in words."""


@transaction.atomic
def publish_outcomes(
    key: uuid.UUID, *, summary: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> PublicOutcomes:
    """Publish the outcomes of a meeting, or correct the summary that stands (version 0 where nothing stood yet).

    Raise Meeting.DoesNotExist, NotTheirMeeting outside the secretariat, AlreadyTaken for a form that came in before,
    StaysInside, SaysNothing, and SomeoneWasFirst when a colleague published or corrected since the form was made.
    Under the Chatham House Rule the names of who was there are taken out of the summary.
    """
    meeting = lock_meeting(key)
    if not actor.standing.is_secretariat or actor.standing.person is None:
        raise NotTheirMeeting
    refuse_second_click(intent)
    if not can_be_published(meeting):
        raise StaysInside
    if not summary.text.strip():
        raise SaysNothing
    stands = outcomes_of(meeting)
    if intent.version is not None and intent.version != (stands.version if stands else 0):
        raise SomeoneWasFirst
    if stands is None:
        person = actor.standing.person
        stands = PublicOutcomes(meeting=meeting, published_by=person, published_at=at)
    else:
        stands.corrected_at = at
        stands.version += 1
    stands.summary = as_it_leaves(meeting)(summary.text)
    stands.save()
    action = "outcomes.corrected" if stands.corrected_at else "outcomes.published"
    record_on(meeting, action, actor=actor, at=at, intent=intent, version=stands.version)
    return stands


def clean_outcomes(meeting: Meeting, *, at: datetime) -> None:
    """Take out of what a locked meeting published what may not leave the room, inside the caller's transaction."""
    stands = outcomes_of(meeting)
    kept = as_it_leaves(meeting)(stands.summary) if stands else ""
    if stands and kept != stands.summary:
        stands.summary, stands.corrected_at = kept, at
        stands.version += 1
        stands.save()
