"""All writes of this room. Whoever links to a file calls them in its own transaction, and writes the event."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime

from django.db import transaction

from verder.files.checked import CheckedFile
from verder.files.models import FileContent, LookState, StoredFile


class AlreadyDestroyed(Exception):
    """The bytes of this file are gone."""


@transaction.atomic
def keep(file: CheckedFile, *, at: datetime) -> StoredFile:
    """Keep a checked file; one that a computer could not read in full waits until a person has looked."""
    stored = StoredFile.objects.create(
        name=file.name,
        kind=file.kind,
        size=len(file.content),
        digest=hashlib.sha256(file.content).hexdigest(),
        state=LookState.TO_LOOK_AT if file.needs_look else LookState.READ,
        scan=file.scan,
        kept_at=at,
    )
    FileContent.objects.create(file=stored, content=file.content)
    return stored


@transaction.atomic
def note_look(key: uuid.UUID, *, by: uuid.UUID, at: datetime) -> None:
    """Note that a person looked at what a computer could not read; `by` is their opaque id.

    Looking a second time changes nothing. Raise AlreadyDestroyed when there is nothing to see.
    """
    stored = _hold(key)
    if stored.state == LookState.TO_LOOK_AT:
        stored.state, stored.looked_at, stored.looked_by = LookState.LOOKED_AT, at, by
        stored.save()


@transaction.atomic
def hide(key: uuid.UUID, *, at: datetime) -> None:
    """Keep everyone from reading a file, until it is shown again or destroyed; raise AlreadyDestroyed."""
    stored = _hold(key)
    stored.hidden_at = at
    stored.save()


@transaction.atomic
def show_again(key: uuid.UUID) -> None:
    """Let a hidden file be read again by who could read it before; raise AlreadyDestroyed."""
    stored = _hold(key)
    stored.hidden_at = None
    stored.save()


@transaction.atomic
def destroy(key: uuid.UUID, *, at: datetime) -> None:
    """Destroy the bytes and the name of a file; a row without content stays. Raise AlreadyDestroyed the second time."""
    stored = _hold(key)
    FileContent.objects.filter(file=stored).delete()
    stored.name, stored.digest, stored.destroyed_at = "", "", at
    stored.save()


def _hold(key: uuid.UUID) -> StoredFile:
    stored = StoredFile.objects.select_for_update().get(key=key)
    if stored.destroyed_at is not None:
        raise AlreadyDestroyed
    return stored
