"""Letters on their way, the mailbox that what comes back is read from, and the mailbox page of the demo."""

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
    RETURNED = "returned"
    """A mail server took it, and sent word later that it could not be brought."""
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    DROPPED = "dropped"


CAN_BE_SENT_AGAIN = frozenset({DeliveryState.UNCERTAIN, DeliveryState.FAILED})
NEEDS_A_HAND = CAN_BE_SENT_AGAIN | {DeliveryState.RETURNED}


class Delivery(models.Model):
    """One letter to one recipient about one event; address and words go once it is sent.

    The address comes back when the letter does and says for whom it was, so that somebody can correct it.
    """

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
                name="delivery_returned_was_sent_and_has_no_words",
                condition=~Q(state=DeliveryState.RETURNED)
                | Q(sent_at__isnull=False, body="", calendar="", unsubscribe=""),
            ),
            models.CheckConstraint(
                name="delivery_owed_has_recipient",
                condition=~Q(state__in=[DeliveryState.OWED, DeliveryState.HANDING_OVER]) | ~Q(recipient=""),
            ),
        ]
        indexes = [
            models.Index(fields=["try_at"], name="delivery_to_try", condition=Q(state__in=["owed", "handing_over"])),
            models.Index(
                fields=["state", "id"],
                name="delivery_needs_a_hand",
                condition=Q(state__in=["uncertain", "failed", "returned"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.state}"


class ReturnBox(models.Model):
    """How far a mailbox was read to which other servers send what they could not bring, and how that went last.

    Nothing of what is read there is kept. `place` is a hash of where the mailbox is.
    """

    place = models.CharField(max_length=64, unique=True)
    validity = models.BigIntegerField(default=0)
    """The server's own number of this mailbox; another number means that all others begin anew."""
    read_up_to = models.BigIntegerField(default=0)
    read_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField()
    trouble = models.CharField(max_length=100, blank=True, default="")
    """Why it could not be read the last time."""

    def __str__(self) -> str:
        return self.trouble or f"{self.read_up_to}"


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
