"""The dilemma itself: where it is, who is responsible and when it moves on."""

from __future__ import annotations

import uuid
from enum import StrEnum

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from verder.domain.ladder import LADDER, RESPONSIBLE
from verder.domain.rungs import ENDS, Party, Rung
from verder.domain.tlp import Tlp
from verder.network.models import Person, Theme


class Presenter(StrEnum):
    """Who brings the dilemma to the table."""

    SUBMITTER = "submitter"
    PARTICIPANT = "participant"
    SECRETARIAT = "secretariat"


TITLE_TAKEN_OUT = gettext_noop("Een dilemma waarvan de titel is weggehaald")
"""Stands in the place of a public title that should not have been there; everyone may read it."""
ENDED = Q(rung__in=[str(rung) for rung in sorted(ENDS)])

_MOVES = sorted({(str(rung), str(step.target)) for step in LADDER if step.target for rung in step.source})

_ARRIVED_BY_AN_EVENT = """
    IF NEW.rung IS DISTINCT FROM (
        SELECT to_rung FROM audit_event
        WHERE subject = NEW.key AND to_rung <> '' ORDER BY id DESC LIMIT 1
    ) AND NEW.rung = (SELECT rung FROM deliberation_dilemma WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'rung % of dilemma % is not what its events add up to', NEW.rung, NEW.number;
    END IF;
    RETURN NULL;
"""


def _responsibility() -> Q:
    held = Q()
    for rung, party in RESPONSIBLE.items():
        held |= Q(rung=str(rung), responsible=str(party), next_date__isnull=False)
    return held


class Dilemma(models.Model):
    """A dilemma on its way. Nothing here says whom it is about; its words stand in rows of their own."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=12, unique=True)
    rung = models.CharField(max_length=30, default=Rung.INTAKE)
    next_date = models.DateField(null=True)
    responsible = models.CharField(max_length=20, blank=True, default=Party.SECRETARIAT)
    tlp = models.CharField(max_length=20, default=Tlp.AMBER_STRICT)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="dilemmas")
    handler = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="dilemmas")
    presenter = models.CharField(max_length=20, default=Presenter.SECRETARIAT)
    public_title = models.CharField(_("openbare titel"), max_length=150, blank=True, default="")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="joined_by")
    submitted_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    admitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=30, blank=True, default="")
    look_again_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["rung", "next_date", "id"], name="dilemma_by_rung"),
            models.Index(fields=["next_date", "id"], name="dilemma_under_way", condition=Q(next_date__isnull=False)),
            models.Index(fields=["theme", "next_date", "id"], name="dilemma_by_theme"),
            models.Index(fields=["tlp", "next_date", "id"], name="dilemma_by_label"),
            models.Index(fields=["handler", "next_date", "id"], name="dilemma_by_handler"),
            models.Index(
                fields=["submitted_at"], name="dilemma_without_handler", condition=Q(rung="intake", handler=None)
            ),
            models.Index(
                fields=["look_again_on", "id"],
                name="dilemma_to_look_at_again",
                condition=Q(look_again_on__isnull=False),
            ),
            GinIndex(
                SearchVector("public_title", config="dutch"),
                name="dilemma_by_public_title",
                condition=~Q(public_title=""),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="dilemma_under_way_has_its_party_and_next_date", condition=ENDED | _responsibility()
            ),
            models.CheckConstraint(
                name="dilemma_at_its_end_waits_for_nobody",
                condition=~ENDED | Q(next_date__isnull=True, responsible="", ended_at__isnull=False) & ~Q(ended_by=""),
            ),
            models.CheckConstraint(
                name="dilemma_under_way_has_not_ended", condition=ENDED | Q(ended_at__isnull=True, ended_by="")
            ),
            models.CheckConstraint(
                name="dilemma_merged_names_what_it_joined",
                condition=Q(rung=Rung.MERGED, merged_into__isnull=False)
                | (~Q(rung=Rung.MERGED) & Q(merged_into__isnull=True)),
            ),
            models.CheckConstraint(
                name="dilemma_unsolved_has_a_date_to_look_again",
                condition=~Q(rung=Rung.UNSOLVED) | Q(look_again_on__isnull=False),
            ),
            models.CheckConstraint(name="dilemma_label_is_known", condition=Q(tlp__in=[str(label) for label in Tlp])),
        ]
        triggers = [
            pgtrigger.FSM(name="climbs_the_ladder", field="rung", transitions=_MOVES),
            pgtrigger.Trigger(
                name="starts_at_intake",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.rung <> 'intake'"),
                func="RAISE EXCEPTION 'a dilemma starts at intake, not at %', NEW.rung;",
            ),
            pgtrigger.Trigger(
                name="arrives_by_an_event",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("rung"),  # type: ignore[no-untyped-call]
                timing=pgtrigger.Deferred,
                func=_ARRIVED_BY_AN_EVENT,
            ),
            pgtrigger.Protect(name="never_lost", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'dilemmas are kept';",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class NumberSeries(models.Model):
    """The last number given out in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}-{self.last}"


class Tally(models.Model):
    """How many dilemmas stand on a rung, or ended by a step in a year; kept by the steps themselves."""

    place = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField(default=0)
    number = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "year"], name="tally_once_per_place_and_year")]

    def __str__(self) -> str:
        return f"{self.place} {self.year}: {self.number}"
