"""What a reader told of guidance that they used: whether it helped, and why. It names no reader and no organisation."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.guidance.models.publication import Publication


class Verdict(StrEnum):
    """How it went for who used a piece."""

    HELPED = "helped"
    DID_NOT_HELP = "did_not_help"
    TOO_EARLY = "too_early"


class Feedback(models.Model):
    """One reader's word on a piece, told without an account, on the day `told_on` and about one `edition` of it.

    Words that came through a personal link carry a `voice`: a mark that means nothing by itself, the same whenever the
    same organisation tells of the same piece. Each voice is heard once; what it told before gives way.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="feedback")
    edition = models.PositiveIntegerField()
    verdict = models.CharField(max_length=20, choices=[(verdict, verdict) for verdict in Verdict])
    why = models.TextField(_("toelichting"), blank=True)
    told_on = models.DateField()
    voice = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="feedback_hears_each_voice_once", fields=["publication", "voice"], condition=~Q(voice="")
            ),
            models.CheckConstraint(
                name="feedback_verdict_is_known", condition=Q(verdict__in=[str(verdict) for verdict in Verdict])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.verdict}"
