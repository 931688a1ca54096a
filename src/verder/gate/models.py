"""The one table of this room: knocks on a door, counted per visitor and stretch of time."""

from __future__ import annotations

from django.db import models


class Count(models.Model):
    """How often one visitor, known by a hash that means nothing tomorrow, knocked on one door."""

    door = models.CharField(max_length=40)
    visitor = models.CharField(max_length=64)
    ends_at = models.DateTimeField(db_index=True)
    knocks = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["door", "visitor", "ends_at"], name="count_exists_once_per_stretch"),
        ]

    def __str__(self) -> str:
        return f"{self.door}: {self.knocks}"
