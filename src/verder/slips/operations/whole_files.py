"""Whole files that slipped through, by their row; one that is not there, or was destroyed meanwhile, is left alone."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import datetime

from verder.files import operations
from verder.files.models import StoredFile

IS_GONE = (StoredFile.DoesNotExist, operations.AlreadyDestroyed)


def hide_file(row: int, *, at: datetime) -> None:
    """Keep everyone from reading a file."""
    with suppress(*IS_GONE):
        operations.hide(_key_of(row), at=at)


def show_file(row: int) -> None:
    """Let a file be read again."""
    with suppress(*IS_GONE):
        operations.show_again(_key_of(row))


def destroy_file(row: int, *, at: datetime) -> None:
    """Destroy a file, with its name."""
    with suppress(*IS_GONE):
        operations.destroy(_key_of(row), at=at)


def _key_of(row: int) -> uuid.UUID:
    return StoredFile.objects.values_list("key", flat=True).get(pk=row)
