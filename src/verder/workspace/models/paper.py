"""The papers of a group."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import WorkingGroup
from verder.files.models import StoredFile
from verder.network.models import Person


class GroupPaper(models.Model):
    """A file that a group reads; it has the label of the group's work."""

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="papers")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    title = models.CharField(_("titel"), max_length=150)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="group_paper_has_a_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return f"{self.group_id} {self.file_id}"
