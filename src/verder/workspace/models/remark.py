"""What somebody says about a section: a comment, or other words for it; and what became of that."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.network.models import Person
from verder.workspace.models.text import Section


class Outcome(StrEnum):
    """What became of a remark."""

    TAKEN_OVER = "taken_over"
    NOT_TAKEN = "not_taken"
    ANSWERED = "answered"


class Remark(models.Model):
    """A comment, or a proposal of other words, on a section as it stood in one version."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    section = models.ForeignKey(Section, models.PROTECT, related_name="remarks")
    on_version = models.PositiveIntegerField()
    words = models.TextField(_("opmerking"), blank=True, default="")
    proposal = models.TextField(_("voorstel"), blank=True, default="")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=20, blank=True, default="")
    reply = models.TextField(_("antwoord"), blank=True, default="")
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="remark_says_something", condition=~Q(words="", proposal="")),
            models.CheckConstraint(
                name="remark_settled_says_how_and_by_whom",
                condition=Q(outcome="", reply="", settled_by__isnull=True, settled_at__isnull=True)
                | (
                    Q(settled_by__isnull=False, settled_at__isnull=False)
                    & (
                        Q(outcome=Outcome.TAKEN_OVER)
                        | (Q(outcome__in=[str(Outcome.NOT_TAKEN), str(Outcome.ANSWERED)]) & ~Q(reply=""))
                    )
                ),
            ),
        ]
        indexes = [models.Index(fields=["section"], name="remark_open", condition=Q(outcome=""))]

    def __str__(self) -> str:
        return f"{self.section_id} {self.outcome}"

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has said yet what becomes of it."""
        return not self.outcome
