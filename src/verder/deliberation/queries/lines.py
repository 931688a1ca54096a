"""Dilemmas as lines of a list: one statement, no objects, and only words that the reader may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from verder.deliberation.models import Dilemma
from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of a dilemma; `question` is empty where its words are not shared, or were removed."""

    pk: int
    number: str
    rung: str
    next_date: date | None
    responsible: str
    tlp: str
    handler: str
    question: str


def lines(dilemmas: QuerySet[Dilemma], standing: Standing, *, limit: int) -> list[Line]:
    """Read the first `limit` of these dilemmas as lines.

    Before a dilemma is admitted its original question is shown, and to the secretariat alone.
    """
    rows = dilemmas.values_list(
        "pk",
        "number",
        "rung",
        "next_date",
        "responsible",
        "tlp",
        Coalesce("handler__name", Value("")),
        _words(standing),
    )
    return [Line(*row) for row in rows[:limit]]


def _words(standing: Standing) -> Coalesce:
    unshared = F("original__question") if standing.is_secretariat else Value("")
    shared = When(admitted_at__isnull=False, then=F("shared__question"))
    return Coalesce(Case(shared, default=unshared, output_field=CharField()), Value(""))
