"""What stands on an agenda, and the cover note that somebody wrote for an item."""

from __future__ import annotations

import uuid
from enum import StrEnum

import pgtrigger
from django.db import models
from django.db.models import Deferrable, Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.deliberation.models.meeting import ItemKind, ItemState, Meeting
from verder.deliberation.models.signal import Signal
from verder.guidance.models import Publication
from verder.network.models import Person

LONGEST_ITEM = 480


class ItemPurpose(StrEnum):
    """What an item is for that stands on every agenda of a body; an ordinary item has none."""

    OPENING = "opening"
    PREVIOUS_MINUTES = "previous_minutes"
    UNSOLVED = "unsolved"
    FIELD = "field"
    ANY_OTHER_BUSINESS = "any_other_business"
    CLOSING = "closing"


class AgendaItem(models.Model):
    """One item on an agenda. Its place may change; its number, given when the agenda is sent, never does."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(null=True)
    purpose = models.CharField(max_length=20, blank=True, default="")
    kind = models.CharField(max_length=20, default=ItemKind.DECISION)
    minutes = models.PositiveSmallIntegerField(_("minuten"), default=0)
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, null=True, blank=True, related_name="agenda_items")
    signal = models.ForeignKey(Signal, models.PROTECT, null=True, blank=True, related_name="agenda_items")
    publication = models.ForeignKey(Publication, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=150, blank=True, default="")
    annotation = models.TextField(_("aantekening voor de voorzitter"), blank=True, default="")
    state = models.CharField(max_length=20, default=ItemState.OPEN)
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="carried_to")
    """The item of an earlier meeting that did not get to it."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_item_has_a_number_of_its_own"),
            models.UniqueConstraint(
                fields=["meeting", "position"],
                deferrable=Deferrable.DEFERRED,
                name="agenda_item_has_a_place_of_its_own",
            ),
            models.UniqueConstraint(
                fields=["meeting", "purpose"],
                condition=~Q(purpose="") & ~Q(state=ItemState.WITHDRAWN),
                name="agenda_item_of_a_purpose_stands_once",
            ),
            models.UniqueConstraint(
                fields=["dilemma"],
                condition=Q(state=ItemState.OPEN, kind=ItemKind.DECISION),
                name="agenda_item_to_decide_once_per_dilemma",
            ),
            models.CheckConstraint(
                name="agenda_item_is_about_something",
                condition=Q(dilemma__isnull=False)
                | Q(signal__isnull=False)
                | Q(publication__isnull=False)
                | ~Q(title=""),
            ),
            models.CheckConstraint(name="agenda_item_takes_a_day_at_most", condition=Q(minutes__lte=LONGEST_ITEM)),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keeps_its_number",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number"),
                func="RAISE EXCEPTION 'item % keeps its number', OLD.number;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.number or self.position}"


class CoverNote(models.Model):
    """A cover note that somebody wrote; an item without one has the note that its dossier makes."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="cover_note")
    asked = models.TextField(_("wat wordt gevraagd"))
    tried = models.TextField(_("wat is geprobeerd"), blank=True, default="")
    options = models.TextField(_("mogelijkheden"), blank=True, default="")
    edited_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="cover_note_asks_something", condition=~Q(asked=""))]

    def __str__(self) -> str:
        return f"{self.item_id}"
