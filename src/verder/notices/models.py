"""Subscriptions, and which outcomes their addresses were told of."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from verder.deliberation.models import PublicOutcomes
from verder.network.models import Body


class Subscription(models.Model):
    """A mail address that wants to be told of the outcomes of one body, or of all; nothing else is known of it.

    Who stops is forgotten: the row goes.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    address = models.EmailField()
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["asked_at"], name="subscription_not_confirmed", condition=Q(confirmed_at__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["address", "body"], nulls_distinct=False, name="subscription_once_per_address_and_body"
            ),
            models.CheckConstraint(
                name="subscription_was_asked_before_it_was_confirmed",
                condition=Q(confirmed_at__isnull=True) | Q(confirmed_at__gte=F("asked_at")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Announcement(models.Model):
    """The one time that subscribers were told of the outcomes of a meeting."""

    outcomes = models.OneToOneField(PublicOutcomes, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.outcomes_id}"
