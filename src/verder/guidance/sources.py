"""Where the words of guidance stand, and how near what stands there is to what somebody looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add, or_
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Case, FloatField, Model, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Greatest

from verder.domain.guidance_parts import PartCode
from verder.guidance.models import AidAnswer, AidStep, Publication, PublicationPart
from verder.network.searching import any_of

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

WEIGHT_BESIDE = 0.5
"""A summary, a theme or the heading of a row counts for half of what it stands beside."""
WEIGHT_NAMED = 1.1
"""A part that is about a word by its name counts for a little more than one in which the word stands."""
Rows = QuerySet[Any]
"""Rows of any table of guidance, some with a column that tells how near they are to what is looked for."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: words, and how many of them each part is about by its name, whatever its text says."""

    words: list[str]
    """Letters alone, and at least one word."""
    parts: Mapping[PartCode, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """Columns in which words of a piece stand, and how their rows lead to it."""

    model: type[Model]
    by: str
    columns: tuple[str, ...]

    def with_words(self, words: list[str]) -> Rows:
        """Return the rows in which one of these words stands, in any form of it."""
        rows: Rows = self._rows.annotate(vector=self._vector).filter(vector=any_of(words))
        return rows

    def with_letters(self, words: list[str]) -> Rows:
        """Return the rows in which something looks like one of these words."""
        return self._rows.filter(self._alike(words))

    def nearness(self, sought: Sought) -> Rows:
        """Return the rows that answer, each with how near it is."""
        found = self._rows.annotate(vector=self._vector).filter(self._answers(sought))
        near: Rows = found.annotate(nearness=Cast(self._how_near(sought), FloatField()))
        return near

    def _answers(self, sought: Sought) -> Q:
        return Q(vector=any_of(sought.words)) | self._alike(sought.words)

    def _how_near(self, sought: Sought) -> Combinable:
        rank = SearchRank(self._vector, any_of(sought.words))
        return reduce(add, [_nearness(word, *self.columns) for word in sought.words], rank)

    @property
    def _rows(self) -> Rows:
        return self.model._default_manager.order_by()  # noqa: SLF001 -- Django's public name for it

    @property
    def _vector(self) -> SearchVector:
        return SearchVector(*self.columns, config="dutch")

    def _alike(self, words: list[str]) -> Q:
        return reduce(or_, (Q(**{f"{one}__trigram_word_similar": word}) for word in words for one in self.columns))


class Parts(Source):
    """The parts of a piece: what they are called is no column, since the screen gives each its name."""

    def named(self, sought: Sought) -> Rows:
        """Return the rows of parts that are about one of the words by their name."""
        return self._rows.filter(code__in=list(sought.parts))

    def _answers(self, sought: Sought) -> Q:
        return super()._answers(sought) | Q(code__in=list(sought.parts))

    def _how_near(self, sought: Sought) -> Combinable:
        by_name = [When(code=code, then=Value(number * WEIGHT_NAMED)) for code, number in sought.parts.items()]
        return super()._how_near(sought) + Case(*by_name, default=Value(0.0), output_field=FloatField())


HEADS = Source(Publication, "pk", ("title", "summary"))
THEMES = Source(Publication.themes.through, "publication", ("theme__name",))
TEXTS = Source(Publication, "pk", ("text",))
PARTS = Parts(PublicationPart, "publication", ("text", "heading"))
STEPS = Source(AidStep, "publication", ("title", "text"))
ANSWERS = Source(AidAnswer, "step__publication", ("text", "hint"))
SOURCES = (HEADS, THEMES, TEXTS, PARTS, STEPS, ANSWERS)


def _nearness(word: str, first: str, *others: str) -> Combinable:
    """Tell how near the nearest word is; one that stands in the first column counts in full."""
    near = TrigramWordSimilarity(word, first)
    return Greatest(near, *(TrigramWordSimilarity(word, other) * WEIGHT_BESIDE for other in others)) if others else near
