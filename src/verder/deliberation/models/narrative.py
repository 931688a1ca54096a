"""The two texts of a dilemma: what the submitter wrote, and the version that is shared."""

from __future__ import annotations

from enum import StrEnum

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models.dilemma import Dilemma
from verder.network.models import Person


class Narrative(models.Model):
    """A dilemma in words. Facts, values, options and personal views stand apart."""

    question = models.TextField(_("de vraag"))
    situation = models.TextField(_("de situatie"))
    involved = models.TextField(_("wie is betrokken"), blank=True, default="")
    one_side = models.TextField(_("aan de ene kant"), blank=True, default="")
    other_side = models.TextField(_("aan de andere kant"), blank=True, default="")
    options = models.TextField(_("mogelijkheden en gevolgen"), blank=True, default="")
    own_view = models.TextField(_("eigen mening"), blank=True, default="")
    tried = models.TextField(_("wat is geprobeerd"), blank=True, default="")
    blocked = models.TextField(_("wat liep vast"), blank=True, default="")
    asked = models.TextField(_("wat wordt gevraagd"), blank=True, default="")
    decides = models.TextField(_("wie mag beslissen"), blank=True, default="")

    class Meta:
        abstract = True


NARRATIVE_FIELDS: tuple[str, ...] = (
    "question",
    "situation",
    "involved",
    "one_side",
    "other_side",
    "options",
    "own_view",
    "tried",
    "blocked",
    "asked",
    "decides",
)


class Original(Narrative):
    """What the submitter wrote; the secretariat and the submitter see it, nobody else."""

    dilemma = models.OneToOneField(Dilemma, models.PROTECT, related_name="original")

    def __str__(self) -> str:
        return f"{self.dilemma_id}"


class HowSeen(StrEnum):
    """How the submitter came to see the shared version."""

    ON_PAGE = "on_page"
    BY_TELEPHONE = "by_telephone"
    NO_REPLY = "no_reply"


class SharedVersion(Narrative):
    """The de-identified version for the bodies; the submitter sees it before anyone else."""

    dilemma = models.OneToOneField(Dilemma, models.PROTECT, related_name="shared")
    prepared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    how_seen = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        indexes = [GinIndex(SearchVector("question", config="dutch"), name="shared_version_by_words")]
        constraints = [
            models.CheckConstraint(
                name="shared_version_seen_says_how",
                condition=Q(seen_at__isnull=True, how_seen="")
                | Q(seen_at__isnull=False, how_seen__in=[str(how) for how in HowSeen]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dilemma_id}"


class Exemption(models.Model):
    """A finding of the text check that someone said is none, and why; for the second reader."""

    dilemma = models.ForeignKey(Dilemma, models.PROTECT, related_name="exemptions")
    field = models.CharField(max_length=30)
    label = models.CharField(max_length=20)
    reason = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.field}: {self.label}"
