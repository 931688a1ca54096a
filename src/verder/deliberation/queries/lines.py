"""Dilemmas as lines of a list: one statement, no objects, and only words that the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When

from verder.deliberation.models import Dilemma, Original, SharedVersion
from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a dilemma; `question` is empty where its words are not shared, or were removed."""

    pk: int
    number: str
    rung: str
    next_date: date | None
    tlp: str
    handler: str
    question: str


def lines(dilemmas: QuerySet[Dilemma], standing: Standing, *, limit: int) -> list[Line]:
    """Read the first `limit` of these dilemmas as lines.

    Before a dilemma is admitted its original question is shown, and to the secretariat alone.
    """
    words = _WORDS if standing.is_secretariat else _SHARED_WORDS
    rows = dilemmas.values_list("pk", "number", "rung", "next_date", "tlp", "handler__name", words)[:limit]
    return [
        Line(pk, number, rung, next_date, label, handler or "", question or "")
        for pk, number, rung, next_date, label, handler, question in rows
    ]


# Looked up for the rows that are shown. Joined, they would be read for every row that might have been.
_ORIGINAL = Subquery(Original.objects.filter(dilemma=OuterRef("pk")).values("question"))
_SHARED = When(
    admitted_at__isnull=False, then=Subquery(SharedVersion.objects.filter(dilemma=OuterRef("pk")).values("question"))
)
_WORDS = Case(_SHARED, default=_ORIGINAL)
_SHARED_WORDS = Case(_SHARED, default=Value(""), output_field=CharField())
