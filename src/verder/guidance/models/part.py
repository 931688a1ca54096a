"""The parts of a publication, as rows: what the page, the paper and the data are made of."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verder.domain.guidance_parts import PartCode
from verder.guidance.models.publication import Publication


class PublicationPart(models.Model):
    """A part, or one row of it. Rows of a part are in the order of their numbers; parts in the order of the rules."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="parts")
    code = models.CharField(max_length=20, choices=[(code, code) for code in PartCode])
    number = models.PositiveSmallIntegerField(default=1)
    heading = models.CharField(_("kop"), max_length=150, blank=True)
    text = models.TextField(_("tekst"))
    source = models.CharField(_("bron"), max_length=300, blank=True)
    read_by = models.CharField(_("meegelezen door"), max_length=150, blank=True)
    ask_privacy_officer = models.BooleanField(default=False)

    class Meta:
        ordering = ["code", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "code", "number"], name="publication_part_has_a_place_of_its_own"
            ),
            models.CheckConstraint(
                name="publication_part_is_known", condition=Q(code__in=[str(code) for code in PartCode])
            ),
        ]
        indexes = [
            GinIndex(SearchVector("text", "heading", config="dutch"), name="publication_part_by_words"),
            GinIndex(
                fields=["heading", "text"],
                opclasses=["gin_trgm_ops", "gin_trgm_ops"],
                name="publication_part_by_letters",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"
