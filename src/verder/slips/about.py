"""Which dilemmas a group, a meeting, a piece of guidance or a file is about, as far as somebody may read them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from verder.deliberation.models import AgendaItem, Dilemma, DilemmaFile, DilemmaPublication, ItemPaper, ServedDilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.guidance.models import Publication
from verder.network.standing import Standing
from verder.workspace.models import GroupPaper


def _dilemmas_of_guidance(wanted: Q) -> QuerySet[Any]:
    """Find the dilemmas that guidance answers, or that it was made for."""
    written = Publication.objects.filter(wanted).values("pk")
    served = ServedDilemma.objects.filter(group__products__publication__in=written)
    return DilemmaPublication.objects.filter(publication__in=written).values("dilemma").union(served.values("dilemma"))


def _dilemmas_of_file(key: uuid.UUID) -> QuerySet[Any]:
    papers = ItemPaper.objects.filter(file__key=key)
    free = papers.filter(item__dilemma=None, item__signal=None, item__publication=None)
    return (
        DilemmaFile.objects.filter(file__key=key)
        .values("dilemma")
        .union(
            papers.values("item__dilemma"),
            papers.values("item__signal__dilemma"),
            free.values("item__meeting__items__dilemma"),
            GroupPaper.objects.filter(file__key=key).values("group__served__dilemma"),
            _dilemmas_of_guidance(Q(pk__in=papers.values("item__publication"))),
        )
    )


ABOUT: dict[str, Callable[[uuid.UUID], QuerySet[Any]]] = {
    "werkgroep": lambda key: ServedDilemma.objects.filter(group__body__key=key).values("dilemma"),
    "vergadering": lambda key: AgendaItem.objects.filter(meeting__key=key, dilemma__isnull=False).values("dilemma"),
    "handreiking": lambda key: _dilemmas_of_guidance(Q(key=key)),
    "bestand": _dilemmas_of_file,
}


def dilemmas_about(kind: str, key: uuid.UUID, *, standing: Standing) -> QuerySet[Dilemma]:
    """List the dilemmas of a group, a meeting or a piece of guidance that this person may read.

    Raise KeyError for a kind that is not in ABOUT.
    """
    return dilemmas_visible_to(standing).filter(pk__in=ABOUT[kind](key)).order_by("number")
