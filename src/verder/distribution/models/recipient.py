"""An organisation to which guidance is spread, and what it told of that."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from verder.distribution.models.distribution import Distribution
from verder.network.models import Organisation
from verder.post.models import Delivery


class Recipient(models.Model):
    """One organisation in one distribution: the letters that it was owed, and what it told by its personal link.

    How far the letter came is read from the letter itself. Without one, the organisation waits for its turn, or has no
    address. `secret` is what the personal link is made of; a corrected address gets a new one, and the old link dies.
    It tells of the organisation, never of whoever opened the mail.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    distribution = models.ForeignKey(Distribution, models.PROTECT, related_name="recipients")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    secret = models.UUIDField(default=uuid.uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    letter = models.OneToOneField(Delivery, models.PROTECT, to_field="key", related_name="+", null=True)
    reminder = models.OneToOneField(Delivery, models.PROTECT, to_field="key", related_name="+", null=True)
    added_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    passed_on_at = models.DateTimeField(null=True)
    passed_on_to = models.PositiveIntegerField(null=True)
    """To about how many colleagues."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["distribution", "organisation"], name="recipient_once_per_distribution"),
            models.CheckConstraint(
                name="recipient_is_reminded_of_a_letter",
                condition=Q(reminder__isnull=True) | Q(letter__isnull=False),
            ),
            models.CheckConstraint(
                name="recipient_received_what_it_passed_on",
                condition=Q(passed_on_at__isnull=True, passed_on_to__isnull=True)
                | Q(received_at__isnull=False, passed_on_at__isnull=False, passed_on_to__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.distribution_id}/{self.organisation_id}"
