"""What every change in a workspace begins and ends with: the group is held, and one event says what happened."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, WorkingGroup
from verder.deliberation.operations.checked import keep_exemptions
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.domain.rungs import Party
from verder.network.models import Person
from verder.textcheck import CheckedText
from verder.workspace.models import GroupText
from verder.workspace.queries.rooms import Room, groups_worked_in, room_of


class NotForThem(Exception):
    """Only who leads the group, or the secretariat, does this."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A workspace that is locked for one person until the transaction ends."""

    room: Room
    person: Person
    actor: Actor
    at: datetime
    intent: Intent

    @property
    def today(self) -> date:
        """The day on which it happens, in the Netherlands."""
        return timezone.localdate(self.at)


def hold_room(
    key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent, about: Dilemma | None = None, shared: bool = False
) -> Hold:
    """Lock the workspace of a group, inside the caller's transaction; a dilemma that the change is about comes first.

    Raise WorkingGroup.DoesNotExist for who is not in it, or may not read all of it where the change is of what the
    group shares; GroupHasEnded, and AlreadyTaken for a form that came in before.
    """
    if about:
        Dilemma.objects.select_for_update(of=("self",)).get(pk=about.pk)
    group = groups_worked_in(actor.standing).select_for_update(of=("self",)).get(body__key=key)
    room, person = room_of(group, actor.standing), actor.standing.person
    if person is None or (shared and not room.is_whole):
        raise WorkingGroup.DoesNotExist
    refuse_second_click(intent)
    if not room.is_running:
        raise GroupHasEnded
    return Hold(room, person, actor, at, intent)


def note(hold: Hold, action: str, *, kind: str = "group", subject: uuid.UUID | None = None, **details: str) -> Event:
    """Record what happened in a workspace: to the group as a whole, or to one thing in it."""
    party = Party.SECRETARIAT if hold.actor.standing.is_secretariat else Party.WORKING_GROUP
    happening = Happening(
        action=action,
        party=party,
        actor=hold.actor.opaque_id,
        origin=hold.actor.origin_as(party),
        subject_kind=kind,
        subject=subject or hold.room.group.body.key,
        body=hold.room.group.body.key,
        request_key=hold.intent.stored_key,
        details=details,
    )
    return record(happening, at=hold.at)


def keep_reasons(text: GroupText, words: CheckedText, *, at: datetime) -> None:
    """Keep why findings of the text check may stay, for the second reader of the dilemma that a text is about."""
    if text.dilemma:
        keep_exemptions(text.dilemma, {"text": words}, at=at)
