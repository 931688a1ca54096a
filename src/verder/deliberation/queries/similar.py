"""Dilemmas that look like one that is being written, as far as its writer may know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Q

from verder.deliberation.models import TITLE_TAKEN_OUT, Dilemma, SharedVersion
from verder.deliberation.queries.dilemmas import FIT_TO_SHARE, dilemmas_visible_to
from verder.domain.tlp import Tlp
from verder.network.searching import words_like
from verder.network.standing import Standing

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Similar:
    """A dilemma that looks like it: its question, or its public title for whoever may not open it."""

    number: str
    title: str


def similar_dilemmas(standing: Standing, text: str) -> list[Similar]:
    """Find the dilemmas that share most words with a text, in one statement.

    Whoever is signed in finds the questions that they may read; an outsider finds public titles.
    """
    query = words_like(text)
    if query is None:
        return []
    rows = _questions(standing, query) if standing.is_signed_in else _public_titles(query)
    return [Similar(number, title) for number, title in rows]


def _questions(standing: Standing, query: SearchQuery) -> Iterable[tuple[str, str]]:
    words = SearchVector("question", config="dutch")
    readable = SharedVersion.objects.filter(dilemma__in=dilemmas_visible_to(standing))
    found = readable.annotate(words=words).filter(words=query).order_by(SearchRank(words, query).desc(), "-pk")
    return found.values_list("dilemma__number", "question")[:SHOWN]


def _public_titles(query: SearchQuery) -> Iterable[tuple[str, str]]:
    words = SearchVector("public_title", config="dutch")
    titled = Dilemma.objects.filter(FIT_TO_SHARE, ~Q(tlp=Tlp.RED), ~Q(public_title__in=["", TITLE_TAKEN_OUT]))
    found = titled.annotate(words=words).filter(words=query).order_by(SearchRank(words, query).desc(), "-pk")
    return found.values_list("number", "public_title")[:SHOWN]
