"""What people erase themselves, without a second person: a submitter's text and address, files and papers.

Its events tell the journal, so nobody who erases has to know of it; after a restore it is erased again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction

from verder.audit.models import Event
from verder.audit.queries import events_that, is_known
from verder.audit.record import Happening, record_again
from verder.deliberation.operations.submitter import erase_again, forget_address_again
from verder.files import operations as files
from verder.slips.models import JournalledErasure
from verder.slips.operations.journal import append, entries
from verder.slips.operations.whole_files import IS_GONE

Entry = Mapping[str, Any]


def _text(entry: Entry, at: datetime) -> None:
    erase_again(uuid.UUID(entry["subject"]), at=at)


def _address(entry: Entry, at: datetime) -> None:  # noqa: ARG001 -- one signature for all
    forget_address_again(uuid.UUID(entry["subject"]))


def _file(entry: Entry, at: datetime) -> None:
    with suppress(*IS_GONE):
        files.destroy(uuid.UUID(entry["details"]["file"]), at=at)


ERASERS: dict[str, Callable[[Entry, datetime], None]] = {
    "original.erased": _text,
    "address.changed": _address,
    "address.removed": _address,
    "file.removed": _file,
    "paper.removed": _file,
}
"""The events after which something is gone for good, and how it goes again. A changed address is the old one gone."""


@transaction.atomic
def write_erasures_owed() -> int:
    """Write every erasure that the journal does not know yet; return how many. Twice does no harm."""
    owed = list(events_that(ERASERS).exclude(key__in=JournalledErasure.objects.values("event")))
    if owed:
        append([_entry(event) for event in owed])
        _are_journalled(event.key for event in owed)
    return len(owed)


@transaction.atomic
def replay_erasures(*, at: datetime) -> int:
    """Erase again what the journal says and this database does not know of; return how many erasures."""
    unknown = {entry["erasure"]: entry for entry in entries("erasure") if not is_known(uuid.UUID(entry["erasure"]))}
    for entry in unknown.values():
        ERASERS[entry["action"]](entry, at)
        record_again(_happening(entry), key=uuid.UUID(entry["erasure"]), at=datetime.fromisoformat(entry["at"]))
    _are_journalled(uuid.UUID(key) for key in unknown)
    return len(unknown)


def _are_journalled(events: Iterable[uuid.UUID]) -> None:
    JournalledErasure.objects.bulk_create((JournalledErasure(event=key) for key in events), ignore_conflicts=True)


def _entry(event: Event) -> dict[str, object]:
    return {
        "erasure": str(event.key),
        "at": event.at.isoformat(),
        "actor": event.actor and str(event.actor),
        "party": event.party,
        "action": event.action,
        "subject_kind": event.subject_kind,
        "subject": str(event.subject),
        "details": event.details,
    }


def _happening(entry: Entry) -> Happening:
    return Happening(
        action=entry["action"],
        party=entry["party"],
        actor=entry["actor"] and uuid.UUID(entry["actor"]),
        subject_kind=entry["subject_kind"],
        subject=uuid.UUID(entry["subject"]),
        details=entry["details"],
    )
