"""How the operations of this room write their events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.network.acting import Principal
from verder.network.models import Body, Person

Details = Mapping[str, str | int | bool | list[str]]


def note(action: str, *, actor: Principal, at: datetime, result: str = "done", details: Details | None = None) -> Event:
    """Record something that was done to a setting or an organisation."""
    return record(
        Happening(
            action=action,
            party=actor.capacity,
            actor=actor.opaque_id,
            origin=actor.origin,
            result=result,
            details=details or {},
        ),
        at=at,
    )


def note_person(
    action: str,
    person: Person,
    *,
    actor: Principal,
    at: datetime,
    body: Body | None = None,
    result: str = "done",
    details: Details | None = None,
) -> Event:
    """Record something that was done to or by a person, in a body if it concerns one."""
    return record(
        Happening(
            action=action,
            party=actor.capacity,
            actor=actor.opaque_id,
            subject_kind="person",
            subject=person.opaque_id,
            body=body.key if body else None,
            origin=actor.origin,
            result=result,
            details=details or {},
        ),
        at=at,
    )


def note_body(action: str, body: Body, *, actor: Principal, at: datetime, details: Details | None = None) -> Event:
    """Record something that was done to a body."""
    return record(
        Happening(
            action=action,
            party=actor.capacity,
            actor=actor.opaque_id,
            subject_kind="body",
            subject=body.key,
            body=body.key,
            origin=actor.origin,
            details=details or {},
        ),
        at=at,
    )
