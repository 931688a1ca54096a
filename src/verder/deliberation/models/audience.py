"""Who may read a dilemma: the bodies that it was brought to, and for TLP:RED the people by name."""

from __future__ import annotations

from django.db import models

from verder.deliberation.models.dilemma import Dilemma
from verder.network.models import Body, Person


class Brought(models.Model):
    """A dilemma was brought to a body, whose members can read it from then on."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="brought")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "body"], name="brought_once_to_a_body")]
        indexes = [models.Index(fields=["body", "dilemma"], name="brought_by_body")]

    def __str__(self) -> str:
        return f"{self.dilemma_id} to {self.body_id}"


class NamedReader(models.Model):
    """A person who is named as reader of a dilemma under TLP:RED."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="named_readers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "person"], name="named_reader_once")]
        indexes = [models.Index(fields=["person", "dilemma"], name="named_reader_by_person")]

    def __str__(self) -> str:
        return f"{self.dilemma_id} to {self.person_id}"
