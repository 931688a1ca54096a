"""Writes down who read what may not travel: once a day for each reader and text, or for what a group shares."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.utils import timezone

from verder.audit.record import Happening, record_once
from verder.deliberation.actor import Actor
from verder.domain.tlp import LOGGED_WHEN_READ, Tlp
from verder.workspace.models import GroupText
from verder.workspace.queries.rooms import Room
from verder.workspace.queries.texts import label_of

READINGS = uuid.UUID("0d1b0c52-7a68-4d0e-8b0e-5f5f0f7f6a2c")
"""The namespace of the keys that make the same reading on the same day one event."""


def note_text_read(room: Room, text: GroupText, *, actor: Actor, at: datetime) -> None:
    """Write down that somebody read a text under TLP:RED or TLP:AMBER+STRICT today."""
    _note(room, label_of(room, text), "text", text.key, actor=actor, at=at)


def note_room_read(room: Room, *, actor: Actor, at: datetime) -> None:
    """Write down that somebody read what a group shares under such a label today."""
    _note(room, room.tlp, "group", room.group.body.key, actor=actor, at=at)


def _note(room: Room, tlp: Tlp, kind: str, subject: uuid.UUID, *, actor: Actor, at: datetime) -> None:
    if tlp not in LOGGED_WHEN_READ:
        return
    happening = Happening(
        action=f"{kind}.read",
        party="reader",
        actor=actor.opaque_id,
        origin=actor.standing.origin,
        subject_kind=kind,
        subject=subject,
        body=room.group.body.key,
        request_key=uuid.uuid5(READINGS, f"{actor.opaque_id} {subject} {timezone.localdate(at)}"),
        details={"tlp": tlp},
    )
    record_once(happening, at=at)
