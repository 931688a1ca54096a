"""What submitter and secretariat say to each other, the notes between colleagues, and the words of steps."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from verder.deliberation.models.dilemma import Dilemma
from verder.domain.rungs import Party
from verder.network.models import Person


class Message(models.Model):
    """A message between submitter and secretariat; a question can carry a date for the answer."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="messages")
    party = models.CharField(max_length=20)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    answer_by = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="message_is_from_submitter_or_secretariat",
                condition=Q(party__in=[str(Party.SUBMITTER), str(Party.SECRETARIAT)]),
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="message_unread", condition=Q(party="submitter", read_at__isnull=True)),
            models.Index(
                fields=["answer_by", "id"],
                name="message_to_be_answered",
                condition=Q(answer_by__isnull=False, answered_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.party}"


class Note(models.Model):
    """A note of the secretariat to itself; the submitter never sees it."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="notes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dilemma_id}"


class StepWords(models.Model):
    """The words that were given with a step, apart from its event so that they can be erased."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="step_words")
    event = models.UUIDField()
    need = models.CharField(max_length=30)
    text = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "need"], name="step_words_once_per_need")]

    def __str__(self) -> str:
        return self.need
