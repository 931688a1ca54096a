"""All reads of this room."""

from __future__ import annotations

from django.db.models import Q

from verder.files.models import FileContent, StoredFile

READABLE = Q(file__destroyed_at__isnull=True, file__hidden_at__isnull=True)
"""Narrows a table that links to files to those that can be read: neither destroyed nor hidden."""


def content_of(file: StoredFile) -> bytes:
    """Return the bytes of a file; raise FileContent.DoesNotExist when it was destroyed or hidden."""
    return bytes(FileContent.objects.filter(READABLE).values_list("content", flat=True).get(file=file))
