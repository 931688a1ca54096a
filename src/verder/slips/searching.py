"""Looks for a word in files. What stands in a file is not stored, so each is opened and read again."""

from __future__ import annotations

from enum import StrEnum

from verder.files.models import FileContent, StoredFile
from verder.files.queries import content_of
from verder.files.reading import read
from verder.files.refusal import FileRefused, Reason
from verder.slips.marks import holds
from verder.slips.models import WHOLE_FILE


class Looked(StrEnum):
    """What came of looking for a word in a file."""

    HOLDS = "holds"
    LACKS = "lacks"
    UNREADABLE = "unreadable"
    """It is a picture, or pages without letters: a person must look."""
    WAITS = "waits"
    """Nobody looked yet, or somebody else has a file read just now."""


def look_into(row: int, word: str) -> Looked:
    """Say whether a word stands in a file; one that is gone meanwhile lacks it."""
    try:
        cleaned = read(content_of(StoredFile(pk=row)))
    except FileContent.DoesNotExist:
        return Looked.LACKS
    except FileRefused as refused:
        return Looked.WAITS if refused.reason is Reason.BUSY else Looked.UNREADABLE
    if holds(cleaned.text, word, WHOLE_FILE):
        return Looked.HOLDS
    return Looked.UNREADABLE if cleaned.needs_look else Looked.LACKS
