"""The shared principle that guidance is held against, and how a second reader found a piece to hold."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.guidance.models.publication import Publication
from verder.network.models import Person


class Principle(models.Model):
    """The shared principle as the Platform set it: each change is a version of its own, and no version changes."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(unique=True)
    text = models.TextField(_("tekst"))
    reason = models.TextField(_("waarom"))
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"Principle {self.number}"


class Review(models.Model):
    """What a second reader found of one version of a piece, held against one version of the principle."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="reviews")
    version = models.PositiveIntegerField()
    principle = models.ForeignKey(Principle, models.PROTECT, related_name="+")
    reader = models.ForeignKey(Person, models.PROTECT, related_name="+")
    holds = models.BooleanField()
    words = models.TextField(_("wat er anders moet"), blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="review_that_sends_back_says_why", condition=models.Q(holds=True) | ~models.Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"Review of version {self.version}"
