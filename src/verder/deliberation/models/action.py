"""What somebody will do after a meeting; it is done, or handed over, and never vanishes."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.meeting import Meeting
from verder.network.models import Person


class Action(models.Model):
    """One thing to do, with an owner and a date; it was given at a meeting, at one of its items or not."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="actions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="actions")
    text = models.CharField(_("actie"), max_length=300)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="actions")
    due_on = models.DateField(_("klaar op"))
    given_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    result = models.TextField(_("resultaat"), blank=True, default="")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="action_done_says_what_came_of_it",
                condition=Q(done_at__isnull=True, result="") | (Q(done_at__isnull=False) & ~Q(result="")),
            ),
            models.CheckConstraint(name="action_says_what_to_do", condition=~Q(text="")),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="action_to_do", condition=Q(done_at__isnull=True)),
            models.Index(fields=["owner", "due_on"], name="action_of_owner", condition=Q(done_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.due_on}"
