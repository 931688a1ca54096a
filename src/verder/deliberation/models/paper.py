"""What a meeting reads: the papers at an item of its agenda, and the pack that binds everything into one file."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.meeting import Meeting
from verder.files.models import StoredFile


class ItemPaper(models.Model):
    """A file at an item of an agenda. It has the label of what the item is about, and no other readers than that."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)
    position = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="item_paper_has_a_place_of_its_own"),
            models.CheckConstraint(name="item_paper_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}/{self.position}"


class PackState(StrEnum):
    """How far a pack is."""

    QUEUED = "queued"
    MAKING = "making"
    DONE = "done"
    FAILED = "failed"


class MeetingPack(models.Model):
    """Agenda, cover notes, briefs and papers of one meeting in one file, for any member of its body.

    The fingerprint says from what it was made; once that is different, the pack is out of date and is not handed out.
    """

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="pack")
    state = models.CharField(max_length=20, default=PackState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    content = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="meeting_pack_holds_a_file_once_it_is_made",
                condition=Q(state=PackState.DONE, content__isnull=False, made_at__isnull=False) & ~Q(fingerprint="")
                | Q(
                    state__in=[str(PackState.QUEUED), str(PackState.MAKING), str(PackState.FAILED)],
                    content__isnull=True,
                    made_at__isnull=True,
                    fingerprint="",
                ),
            ),
            models.CheckConstraint(name="meeting_pack_does_no_more_than_all", condition=Q(done__lte=models.F("total"))),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.state}"
