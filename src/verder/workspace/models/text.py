"""A text of a group: its sections in order, and every version that each of them ever had."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import Dilemma, WorkingGroup
from verder.network.models import Person

TURN = timedelta(minutes=30)
"""So long a section counts as being edited after somebody took it up."""


class GroupText(models.Model):
    """Something that a group writes together, about one of its dilemmas or about all that it does.

    A text about one dilemma has the label and the readers of that dilemma.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="texts")
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("titel"), max_length=150)
    template = models.CharField(max_length=30, blank=True, default="")
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="group_text_has_a_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return f"{self.group_id} {self.key}"


class EarlierTitle(models.Model):
    """What a text was called before somebody gave it another name, and who did that."""

    text = models.ForeignKey(GroupText, models.PROTECT, related_name="earlier_titles")
    title = models.CharField(_("eerdere titel"), max_length=150)
    replaced_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="earlier_title_says_something", condition=~Q(title=""))]

    def __str__(self) -> str:
        return f"{self.text_id} {self.replaced_at:%Y-%m-%d}"


class Section(models.Model):
    """One section of a text. What it says is its latest version; a mark says who is editing it, until that expires.

    A section that was taken out has that as its latest version, so that nothing is lost and an earlier one brings it
    back.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    text = models.ForeignKey(GroupText, models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30, blank=True, default="")
    latest = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    """How often it changed: by a next version, and by hiding words in one of them."""
    taken_up_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_up_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "position"],
                name="section_has_a_place_of_its_own",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="section_taken_up_says_by_whom_and_when",
                condition=Q(taken_up_by__isnull=True, taken_up_at__isnull=True)
                | Q(taken_up_by__isnull=False, taken_up_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_id}/{self.position}"

    def busy(self, *, besides: Person | None, at: datetime) -> Person | None:
        """Return who else is editing it, if somebody said so less than a turn ago."""
        by, since = self.taken_up_by, self.taken_up_at
        return by if by and since and by != besides and at < since + TURN else None

    def seen(self, version: int | None) -> int:
        """Return which version stood there for who saw the section as it was then; None sees the last one."""
        hidden = self.version - self.latest
        return self.latest if version is None else max(1, min(version - hidden, self.latest))


class SectionVersion(models.Model):
    """What a section said from one moment on, or that it was out of the text.

    It is never changed afterwards, but where words have to be hidden.
    """

    section = models.ForeignKey(Section, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    heading = models.CharField(_("kop"), max_length=150)
    words = models.TextField(_("tekst"), blank=True, default="")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    restores = models.PositiveIntegerField(null=True)
    is_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["section", "number"], name="section_version_has_a_number_of_its_own"),
            models.CheckConstraint(name="section_version_has_a_heading", condition=~Q(heading="")),
            models.CheckConstraint(
                name="section_version_restores_an_earlier_one",
                condition=Q(restores__isnull=True) | Q(restores__lt=models.F("number")),
            ),
            models.CheckConstraint(
                name="section_version_out_of_the_text_says_nothing",
                condition=Q(is_out=False) | Q(words="", restores__isnull=True),
            ),
        ]
        triggers = [pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.section_id} v{self.number}"
