"""The discussion of a group: contributing to it, and marking what was decided."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.textcheck import CheckedText
from verder.workspace.models import Contribution
from verder.workspace.operations.hold import NotForThem, hold_room, note


@transaction.atomic
def contribute(group: uuid.UUID, *, words: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Contribution:
    """Say something in the discussion; raise what `hold_room` raises."""
    hold = hold_room(group, actor=actor, at=at, intent=intent, shared=True)
    said = Contribution.objects.create(group=hold.room.group, words=words.text, by=hold.person, at=at)
    note(hold, "contribution.made", contribution=str(said.key))
    return said


@transaction.atomic
def mark_decision(
    group: uuid.UUID, *, contribution: uuid.UUID, is_decision: bool, actor: Actor, at: datetime
) -> Contribution:
    """Mark that a contribution is what the group decided, or that it is not after all; twice the same changes nothing.

    Raise NotForThem outside secretariat and lead, Contribution.DoesNotExist, and what `hold_room` raises.
    """
    hold = hold_room(group, actor=actor, at=at, intent=Intent(), shared=True)
    if not hold.room.is_looked_after:
        raise NotForThem
    said = Contribution.objects.get(group=hold.room.group, key=contribution)
    if is_decision == (said.decided_at is not None):
        return said
    said.decided_by, said.decided_at = (hold.person, at) if is_decision else (None, None)
    said.save()
    note(hold, "decision.marked" if is_decision else "decision.unmarked", contribution=str(contribution))
    return said
