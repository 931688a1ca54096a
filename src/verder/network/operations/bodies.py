"""Writes about bodies: their name, chair and frequency are data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.network.acting import Principal
from verder.network.models import Body, BodyKind, Organisation
from verder.network.operations.noting import note_body
from verder.network.versions import check_version


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """What is known of a body."""

    name: str
    chairing_organisation: Organisation | None = None
    meetings_per_year: int = 0
    confidential: bool = False
    warns_months_ahead: int = 3
    reply_reminder_days: int = 7
    poll_reminder_days: int = 2
    dates_are_public: bool = False


@transaction.atomic
def found_body(kind: BodyKind, entry: BodyEntry, *, actor: Principal, at: datetime) -> Body:
    """Start a body; of every kind but working groups there is one."""
    body = _fill(Body(kind=kind), entry)
    note_body("body.found", body, actor=actor, at=at, details={"kind": str(kind)})
    return body


@transaction.atomic
def change_body(body: Body, entry: BodyEntry, *, actor: Principal, at: datetime, seen: str | None = None) -> Body:
    """Change what is known of a body; raise ChangedMeanwhile when a colleague was first."""
    current = Body.objects.select_for_update().get(pk=body.pk)
    check_version(current, seen)
    changed = _fill(current, entry)
    note_body("body.change", changed, actor=actor, at=at)
    return changed


def _fill(body: Body, entry: BodyEntry) -> Body:
    body.name, body.chairing_organisation = entry.name, entry.chairing_organisation
    body.meetings_per_year, body.confidential = entry.meetings_per_year, entry.confidential
    body.warns_months_ahead = entry.warns_months_ahead
    body.reply_reminder_days, body.poll_reminder_days = entry.reply_reminder_days, entry.poll_reminder_days
    body.dates_are_public = entry.dates_are_public
    body.save()
    return body
