"""The tables of this room: a file that was checked, and its bytes apart from it."""

from __future__ import annotations

import uuid
from enum import StrEnum

import pgtrigger
from django.db import models
from django.db.models import Q

from verder.files.kinds import FileKind


class LookState(StrEnum):
    """Whether a computer could read all of a file, or a person has to look, or has looked."""

    READ = "read"
    TO_LOOK_AT = "to_look_at"
    LOOKED_AT = "looked_at"


class StoredFile(models.Model):
    """A file that was checked before it was kept. Once destroyed, its row stands without name, mark and bytes.

    A hidden file keeps its bytes until a second person has settled what becomes of them; until then nobody reads it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=110, blank=True)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=20, default=LookState.READ)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.UUIDField(null=True)
    scan = models.CharField(max_length=20)
    kept_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="stored_file_destroyed_keeps_no_name",
                condition=Q(destroyed_at__isnull=True) & ~Q(name="") & ~Q(digest="")
                | Q(destroyed_at__isnull=False, name="", digest=""),
            ),
            models.CheckConstraint(
                name="stored_file_looked_at_says_by_whom_and_when",
                condition=Q(state=LookState.LOOKED_AT, looked_at__isnull=False, looked_by__isnull=False)
                | Q(
                    state__in=[str(LookState.READ), str(LookState.TO_LOOK_AT)],
                    looked_at__isnull=True,
                    looked_by__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="stored_file_kind_is_known", condition=Q(kind__in=[str(kind) for kind in FileKind])
            ),
            models.CheckConstraint(name="stored_file_was_not_infected", condition=Q(scan__in=["absent", "clean"])),
        ]

    def __str__(self) -> str:
        return f"{self.key}"

    @property
    def is_seen(self) -> bool:
        """Tell whether all of it was read by a computer or looked at by a person."""
        return self.state != LookState.TO_LOOK_AT


class FileContent(models.Model):
    """The bytes of a file. They are written once, and go when the file is destroyed."""

    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="content")
    content = models.BinaryField()

    class Meta:
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.file_id}"
