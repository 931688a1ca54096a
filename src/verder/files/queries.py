"""All reads of this room."""

from __future__ import annotations

from verder.files.models import FileContent, StoredFile


def content_of(file: StoredFile) -> bytes:
    """Return the bytes of a file; raise FileContent.DoesNotExist when it was destroyed."""
    return bytes(FileContent.objects.values_list("content", flat=True).get(file=file))
