"""Working groups: what they were asked, which dilemmas they serve and what they made."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.guidance.models import Publication
from verder.network.models import Body, Person


class WorkingGroup(models.Model):
    """A body for the time that a dilemma needs it; by default it meets once."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="working_group")
    assignment = models.TextField(_("opdracht"))
    public_question = models.CharField(_("vraag in het openbaar"), max_length=300, blank=True, default="")
    first_meeting_on = models.DateField(_("eerste bijeenkomst"))
    formed_at = models.DateTimeField()
    structural_reason = models.TextField(_("waarom de groep blijft"), blank=True, default="")
    structural_until = models.DateField(_("blijft tot"), null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["first_meeting_on"]
        constraints = [
            models.CheckConstraint(
                name="working_group_that_stays_has_reason_and_end",
                condition=Q(structural_reason="", structural_until__isnull=True)
                | (~Q(structural_reason="") & Q(structural_until__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}"


class ServedDilemma(models.Model):
    """A dilemma that a group works on, until its verdict on it."""

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="served")
    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="served_by")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=30, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dilemma"], condition=Q(until__isnull=True), name="served_dilemma_by_one_group_at_a_time"
            ),
            models.CheckConstraint(
                name="served_dilemma_done_has_a_verdict",
                condition=Q(until__isnull=True, verdict="") | (Q(until__gte=F("since")) & ~Q(verdict="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.dilemma_id}"


class GroupProduct(models.Model):
    """Guidance that a group made."""

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="products")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "publication"], name="group_product_once")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.publication_id}"


class DilemmaPublication(models.Model):
    """Guidance that answers a dilemma."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="publications")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dilemma", "publication"], name="dilemma_publication_once")]

    def __str__(self) -> str:
        return f"{self.dilemma_id} {self.publication_id}"


class AccessChange(models.Model):
    """Another last day for somebody in a group, or an end at once (`until` is empty), and why; none when it ended."""

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="access_changes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    until = models.DateField(null=True)
    reason = models.TextField(_("waarom"), blank=True, default="")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["person", "group"], name="access_change_by_person")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.person_id}"
