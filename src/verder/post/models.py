"""Letters on their way, and the mailbox page of the demo."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import Q


class DeliveryState(StrEnum):
    """How far a letter has come."""

    OWED = "owed"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    DROPPED = "dropped"


NEEDS_A_HAND = frozenset({DeliveryState.UNCERTAIN, DeliveryState.FAILED})


class Delivery(models.Model):
    """One letter to one recipient about one event; address and words go once it is sent."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.UUIDField()
    recipient_hash = models.CharField(max_length=64)
    recipient = models.EmailField(blank=True, default="")
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True, default="")
    calendar = models.TextField(blank=True, default="")
    unsubscribe = models.TextField(blank=True, default="")
    state = models.CharField(max_length=20, default=DeliveryState.OWED)
    owed_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "recipient_hash"], name="delivery_once_per_event_and_recipient"),
            models.CheckConstraint(
                name="delivery_state_is_known", condition=Q(state__in=[str(state) for state in DeliveryState])
            ),
            models.CheckConstraint(
                name="delivery_sent_has_time_and_no_words",
                condition=~Q(state=DeliveryState.SENT)
                | Q(sent_at__isnull=False, recipient="", body="", calendar="", unsubscribe=""),
            ),
            models.CheckConstraint(
                name="delivery_owed_has_recipient",
                condition=~Q(state__in=[DeliveryState.OWED, DeliveryState.HANDING_OVER]) | ~Q(recipient=""),
            ),
        ]
        indexes = [
            models.Index(fields=["try_at"], name="delivery_to_try", condition=Q(state__in=["owed", "handing_over"])),
            models.Index(
                fields=["state", "id"], name="delivery_needs_a_hand", condition=Q(state__in=["uncertain", "failed"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.state}"


class LocalLetter(models.Model):
    """A letter in the mailbox page of the demo, where nothing leaves the machine."""

    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.subject
