"""An agenda as it was sent: each sending is kept as it went out."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.dilemma import Dilemma
from verder.deliberation.models.meeting import Meeting
from verder.deliberation.models.signal import Signal
from verder.network.models import Person

_SIGNED_BY_ALL = """
    IF (SELECT body.kind FROM deliberation_meeting meeting JOIN network_body body ON body.id = meeting.body_id
        WHERE meeting.id = NEW.meeting_id) = 'council'
    AND (SELECT count(*) FROM deliberation_signoff
        WHERE meeting_id = NEW.meeting_id AND withdrawn_at IS NULL) < 3 THEN
        RAISE EXCEPTION 'the agenda of council meeting % is not signed off by all three', NEW.meeting_id;
    END IF;
    RETURN NEW;
"""


class AgendaSending(models.Model):
    """One time that an agenda went to the members; from the second one on it is amended."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sendings")
    ordinal = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["ordinal"]
        constraints = [models.UniqueConstraint(fields=["meeting", "ordinal"], name="agenda_sending_in_order")]
        triggers = [
            pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="is_signed_off_by_all", when=pgtrigger.Before, operation=pgtrigger.Insert, func=_SIGNED_BY_ALL
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.ordinal}"


class SentItem(models.Model):
    """An item as one sending showed it; what it says of a dilemma stays with the dilemma."""

    sending = models.ForeignKey(AgendaSending, models.PROTECT, related_name="items")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="sent")
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    minutes = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150, blank=True, default="")
    state = models.CharField(max_length=20)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["sending", "item"], name="sent_item_once"),
            models.UniqueConstraint(fields=["sending", "number"], name="sent_item_has_a_number_of_its_own"),
        ]
        triggers = [pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.sending_id}/{self.number}"


class SentOverview(models.Model):
    """A dilemma or a signal in the overview for information that a sending carried along."""

    sending = models.ForeignKey(AgendaSending, models.PROTECT, related_name="overview")
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, null=True, related_name="+")
    signal = models.ForeignKey(Signal, models.PROTECT, null=True, related_name="carried_along")
    rung = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="sent_overview_names_a_dilemma_on_its_rung_or_a_signal",
                condition=(Q(dilemma__isnull=False, signal__isnull=True) & ~Q(rung=""))
                | Q(dilemma__isnull=True, signal__isnull=False, rung=""),
            ),
            models.UniqueConstraint(fields=["sending", "dilemma"], name="sent_overview_of_a_dilemma_once"),
            models.UniqueConstraint(fields=["sending", "signal"], name="sent_overview_of_a_signal_once"),
        ]
        triggers = [pgtrigger.Protect(name="stays_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.sending_id}"
