"""That an ended dilemma stays ended, although readers told that the guidance that answered it did not help."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.guidance.models import Publication
from verder.network.models import Person


class DeclinedReopening(models.Model):
    """Why a dilemma was not taken up again after what readers told of a piece.

    `heard_until` is the number of the latest of their words that were looked at: what is told later proposes anew.
    """

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="declined_reopenings")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    heard_until = models.BigIntegerField()
    reason = models.TextField(_("waarom niet"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dilemma", "publication", "heard_until"], name="declined_reopening_once_for_what_was_heard"
            ),
            models.CheckConstraint(name="declined_reopening_says_why", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.publication_id}"
