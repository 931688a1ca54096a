"""Who looks after a group: its lead and the secretariat; and how what they do is written down."""

from __future__ import annotations

from datetime import datetime

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.sharing import NotAllowed
from verder.domain.rungs import Party
from verder.network import acting

NEW = Intent()


class GroupHasEnded(Exception):
    """The group has no dilemma left and has ended."""


def refuse_others(group: WorkingGroup, actor: Actor) -> None:
    """Raise NotAllowed outside secretariat and lead."""
    if not (actor.standing.is_secretariat or group.body_id in actor.standing.led_groups):
        raise NotAllowed


def hold_group(group: WorkingGroup, *, intent: Intent) -> WorkingGroup:
    """Lock a group that runs; raise AlreadyTaken for a form that came in before, or GroupHasEnded."""
    held = WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(pk=group.pk)
    refuse_second_click(intent)
    if held.ended_at is not None:
        raise GroupHasEnded
    return held


def in_network(actor: Actor) -> acting.Principal:
    """Return the actor as the network room knows who acts."""
    as_secretary = actor.standing.is_secretariat
    capacity = acting.Capacity.SECRETARIAT if as_secretary else acting.Capacity.ACCOUNT
    return acting.Principal(actor.standing.person, capacity, actor.standing.origin)


def note_group(
    group: WorkingGroup, action: str, actor: Actor, *, at: datetime, intent: Intent = NEW, **details: str
) -> Event:
    """Record something that was done to a group."""
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party.WORKING_GROUP
    happening = Happening(
        action=action,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="group",
        subject=group.body.key,
        request_key=intent.stored_key,
        details=details,
    )
    return record(happening, at=at)
