"""Finding guidance: by kind, by theme, by whom it is for, and by the words of a piece, its themes, parts and steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Count, Exists, FloatField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from verder.domain.decision_aid import Aid
from verder.domain.guidance_parts import PartCode
from verder.guidance.models import AidStep, Publication, PublicationKind
from verder.guidance.queries import aid_from, published
from verder.guidance.sources import (
    ANSWERS,
    HEADS,
    PARTS,
    SOURCES,
    STEPS,
    TEXTS,
    THEMES,
    WEIGHT_BESIDE,
    Rows,
    Sought,
    Source,
)
from verder.network.standing import Standing

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

FOUND_SHOWN = 20
WEIGHED = 60
"""Where words stand in more pieces than this, only those with one in title or summary are weighed, then the newest."""
QUESTIONS_SHOWN = 6
WEIGHT_INSIDE = 0.4
"""What stands inside a piece counts for less than its title, its summary and its themes."""
SOMEWHAT_ALIKE = 0.5
"""How much of the letters of two words is the same, by threes, when one letter of a word like *huwelijk* is missing."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Of which kind pieces are, about which theme, and for which profession; None where that does not matter."""

    kind: PublicationKind | None = None
    theme: int | None = None
    profession: int | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return self != Narrowing()


@dataclass(frozen=True, slots=True)
class PartFound:
    """The part of a piece that answers best, or the row of it with this heading."""

    code: PartCode
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class StepFound:
    """The step of a decision aid that answers best."""

    key: str
    title: str
    text: str


Place = PartFound | StepFound


@dataclass(frozen=True, slots=True)
class Found:
    """A piece that answers what somebody looks for, and the place in it that answers best, if it is inside."""

    publication: Publication
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme or a profession under which somebody can find pieces, and how many."""

    pk: int
    name: str
    count: int


def pieces(standing: Standing, narrowing: Narrowing) -> QuerySet[Publication]:
    """Return what is published for somebody and not left out, newest first; what is for everyone is for each."""
    chosen = published(standing, kind=narrowing.kind)
    if narrowing.theme is not None:
        chosen = chosen.filter(themes=narrowing.theme)
    if narrowing.profession is not None:
        chosen = chosen.filter(Q(professions=narrowing.profession) | Q(professions=None))
    return chosen


def themes_with_guidance(standing: Standing) -> list[Heading]:
    """Return the themes about which somebody can read something, by name."""
    return _headings("themes", standing)


def professions_with_guidance(standing: Standing) -> list[Heading]:
    """Return the professions for which somebody can read something of their own, by name."""
    return _headings("professions", standing)


def _headings(what: str, standing: Standing) -> list[Heading]:
    readable = Publication.objects.filter(pk__in=published(standing).values("pk")).exclude(**{what: None})
    rows = readable.order_by(f"{what}__name").values_list(what, f"{what}__name").annotate(Count("pk"))
    return [Heading(*row) for row in rows]


def first_questions(standing: Standing) -> list[AidStep]:
    """Return the questions with which the decision aids begin that somebody can walk, of the newest pieces."""
    walked = published(standing, kind=PublicationKind.ACTION_FRAMEWORK)
    earlier = AidStep.objects.filter(publication=OuterRef("publication"), position__lt=OuterRef("position"))
    first = AidStep.objects.filter(~Exists(earlier), publication__in=walked.values("pk")).select_related("publication")
    return list(first.order_by("-publication__published_at", "-publication")[:QUESTIONS_SHOWN])


def find(standing: Standing, sought: Sought, narrowing: Narrowing) -> list[Found]:
    """Find the guidance in which one of these words stands: in any form, in a longer word, or misspelled.

    What has most of the words comes first, in its title before elsewhere; at most `FOUND_SHOWN` pieces. A part counts
    as well when it is about a word by its name. When there is none, pieces with a word above them that is only somewhat
    alike are better than nothing.
    """
    weighed = _to_weigh(pieces(standing, narrowing), sought)
    if not weighed:
        return [Found(one) for one in _somewhat_alike(standing, sought.words, narrowing)]
    matching = _matches(sought)
    found = list(_nearest_first(matching, weighed))
    places = _places(matching, [one.pk for one in found])
    return [Found(one, places.get(one.pk)) for one in found]


def _somewhat_alike(standing: Standing, words: list[str], narrowing: Narrowing) -> QuerySet[Publication]:
    above = ("title", "summary", "themes__name")
    alike = [TrigramWordSimilarity(word, column) for word in words for column in above]
    near = pieces(standing, narrowing).annotate(alike=Max(Greatest(*alike)))
    return near.filter(alike__gte=SOMEWHAT_ALIKE).order_by("-alike", "-pk")[:FOUND_SHOWN]


def _to_weigh(chosen: QuerySet[Publication], sought: Sought) -> list[int]:
    """Return which pieces to weigh: those with one of these words, and where they are few, those that come near it."""
    words = sought.words
    found = _some_of(chosen, [source.with_words(words).values(source.by) for source in SOURCES])
    if len(found) < FOUND_SHOWN:
        near = [source.with_letters(words).values(source.by) for source in SOURCES]
        found += _some_of(chosen.exclude(pk__in=found), [*near, PARTS.named(sought).values(PARTS.by)])
    return found


def _some_of(chosen: QuerySet[Publication], matching: list[Rows]) -> list[int]:
    """Return some of the pieces to which these rows lead, those of the first rows, their heads, before the others."""
    heads, *others = matching
    in_its_head = Exists(heads.filter(pk=OuterRef("pk")))
    found = chosen.filter(pk__in=heads.union(*others)).order_by(in_its_head.desc(), "-published_at", "-pk")
    return list(found.values_list("pk", flat=True)[:WEIGHED])


_Matches = dict[Source, Rows]
"""Of each source the rows that answer, each with how near it is."""


def _matches(sought: Sought) -> _Matches:
    return {source: source.nearness(sought) for source in SOURCES}


def _nearest_first(matching: _Matches, weighed: list[int]) -> QuerySet[Publication]:
    near = {
        source: _nearest(rows.filter(**{source.by: OuterRef("pk")}), source.by) for source, rows in matching.items()
    }
    inside = Greatest(near[TEXTS], near[PARTS], near[STEPS], near[ANSWERS]) * WEIGHT_INSIDE
    nearness = near[HEADS] + near[THEMES] * WEIGHT_BESIDE + inside
    return Publication.objects.filter(pk__in=weighed).order_by(nearness.desc(), "-pk")[:FOUND_SHOWN]


def _nearest(rows: Rows, by: str) -> Combinable:
    nearest = rows.values(by).annotate(most=Max("nearness")).values("most")
    return Coalesce(Subquery(nearest), Value(0.0), output_field=FloatField())


def _places(matching: _Matches, numbers: list[int]) -> dict[int, Place]:
    """Return of each of these pieces the place inside that answers best."""
    texts = matching[TEXTS].filter(pk__in=numbers).values_list("pk", "nearness", "text")
    parts = _best(matching[PARTS], numbers).values_list("publication", "nearness", "code", "heading", "text")
    steps = _best(matching[STEPS], numbers).values_list("publication", "nearness", "key", "title", "text")
    answers = _best(matching[ANSWERS], numbers, "step__publication").values_list(
        "step__publication", "nearness", "step__key", "step__title", "step__text"
    )
    places: list[tuple[int, float, Place]] = [
        *((number, near, PartFound(PartCode.TEXT, "", text)) for number, near, text in texts),
        *((number, near, PartFound(PartCode(code), *words)) for number, near, code, *words in parts),
        *((number, near, StepFound(*words)) for number, near, *words in [*steps, *answers]),
    ]
    # Of all places in one piece the nearest comes last, and stays.
    return {number: place for number, _near, place in sorted(places, key=itemgetter(1))}


def _best(rows: Rows, numbers: list[int], by: str = "publication") -> Rows:
    theirs = rows.filter(**{f"{by}__in": numbers})
    return theirs.order_by(by, "-nearness", "pk").distinct(by)


def aids_of(numbers: Iterable[int]) -> dict[int, Aid]:
    """Return the decision aids of these pieces, in two statements however many there are."""
    steps = AidStep.objects.filter(publication__in=numbers).order_by("publication", "position")
    by_piece = groupby(steps.prefetch_related("answers"), attrgetter("publication_id"))
    return {number: aid_from(rows) for number, rows in by_piece}
