"""The decision aid of an action framework, as rows: its steps, and the answers of each."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils.translation import gettext_lazy as _

from verder.guidance.models.publication import Publication


class AidStep(models.Model):
    """A question, or an outcome with which one can go on. The first of a publication is where everybody begins."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="aid_steps")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("titel"), max_length=150)
    text = models.TextField(_("uitleg"), blank=True)
    is_outcome = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "key"], name="aid_step_has_a_key_of_its_own"),
            models.UniqueConstraint(fields=["publication", "position"], name="aid_step_has_a_place_of_its_own"),
        ]
        indexes = [
            GinIndex(SearchVector("title", "text", config="dutch"), name="aid_step_by_words"),
            GinIndex(fields=["title", "text"], opclasses=["gin_trgm_ops", "gin_trgm_ops"], name="aid_step_by_letters"),
        ]

    def __str__(self) -> str:
        return self.title


class AidAnswer(models.Model):
    """An answer to a question; `leads_to` is the key of the next step, empty in a draft that is not yet done."""

    step = models.ForeignKey(AidStep, models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("antwoord"), max_length=150)
    hint = models.CharField(_("wat er dan gebeurt"), max_length=150, blank=True)
    leads_to = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["step", "position"], name="aid_answer_has_a_place_of_its_own"),
        ]
        indexes = [
            GinIndex(SearchVector("text", "hint", config="dutch"), name="aid_answer_by_words"),
            GinIndex(fields=["text", "hint"], opclasses=["gin_trgm_ops", "gin_trgm_ops"], name="aid_answer_by_letters"),
        ]

    def __str__(self) -> str:
        return self.text
