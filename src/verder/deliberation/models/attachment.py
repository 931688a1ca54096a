"""The files of a dilemma: who added each, and whether it is part of what is shared."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from verder.deliberation.models.dilemma import Dilemma
from verder.domain.rungs import Party
from verder.files.models import StoredFile


class DilemmaFile(models.Model):
    """A file with a dilemma. Submitter and secretariat see it; others only once it is part of the shared version."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    party = models.CharField(max_length=20)
    at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="dilemma_file_is_from_submitter_or_secretariat",
                condition=Q(party__in=[str(Party.SUBMITTER), str(Party.SECRETARIAT)]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.file_id}"
