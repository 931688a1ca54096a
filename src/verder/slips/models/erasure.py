"""What somebody erased themselves and the journal knows: a text, a file, a paper, an address."""

from __future__ import annotations

from django.db import models


class JournalledErasure(models.Model):
    """One event of erasing that stands in the journal; a row for each, since events never change."""

    event = models.UUIDField(unique=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.event)
