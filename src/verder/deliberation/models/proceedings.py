"""What is recorded of a meeting while it is held: where it is, who was there, and what was said and decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.meeting import Meeting
from verder.network.models import Person


class Proceedings(models.Model):
    """One meeting as it is held: the item that it is at, and how far its minutes are."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="proceedings")
    began_at = models.DateTimeField()
    current = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+")
    current_since = models.DateTimeField(null=True)
    chatham_house = models.BooleanField(default=False)
    minutes_sent_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_in = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="minutes_approved")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="proceedings_approved_were_sent_and_know_where",
                condition=Q(approved_at__isnull=True, approved_in__isnull=True)
                | Q(approved_at__isnull=False, approved_in__isnull=False, minutes_sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="proceedings_at_an_item_know_since_when",
                condition=Q(current__isnull=True) | Q(current_since__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["minutes_sent_at"], name="minutes_to_approve", condition=Q(approved_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}"


class Presence(models.Model):
    """Somebody who was at a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="presence_once_per_meeting")]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"


class ItemRecord(models.Model):
    """What was said and decided at one item, in words."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="record")
    decision = models.TextField(_("besluit"), blank=True, default="")
    minutes = models.TextField(_("verslag"), blank=True, default="")
    edited_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.item_id} {self.version}"
