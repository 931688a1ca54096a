"""Which ended dilemmas may have to be taken up again, since readers told that what answered them did not help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    IntegerField,
    Max,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, TruncDate

from verder.deliberation.models import DeclinedReopening, DilemmaPublication
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.domain.ladder import STEPS
from verder.guidance.models import Feedback, Publication, Verdict
from verder.network.standing import Standing

SHOWN = 10
"""So many at a time; the next ones come up once these are decided."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An ended dilemma, and how often readers told that a piece did not help, as far as nobody decided on that.

    `since` is the day on which the first of them told it.
    """

    line: Line
    publication: Publication
    unhelpful: int
    since: date


def _proposed() -> QuerySet[Any]:
    """Return each ended dilemma with a piece that answered it, after whose end readers told that it did not help.

    `unhelpful` says how often and `since` when first, and `heard_until` is the number of the latest word. What was
    looked at when somebody declined to take up a dilemma again does not count any more.
    """
    unhelpful = Feedback.objects.filter(verdict=Verdict.DID_NOT_HELP)
    declined = DeclinedReopening.objects.filter(dilemma=OuterRef("dilemma"), publication=OuterRef("publication"))
    decided = Subquery(declined.order_by("-heard_until").values("heard_until")[:1])
    ended = DilemmaPublication.objects.filter(
        publication__in=unhelpful.values("publication"), dilemma__rung__in=STEPS["reopen"].source
    ).annotate(decided_until=Coalesce(decided, Value(0)), ended_on=TruncDate("dilemma__ended_at"))
    told = unhelpful.filter(
        publication=OuterRef("publication"), told_on__gte=OuterRef("ended_on"), pk__gt=OuterRef("decided_until")
    )
    counted = told.order_by().values("publication").annotate(number=Count("pk"), latest=Max("pk"), first=Min("told_on"))
    proposed = ended.annotate(
        unhelpful=Subquery(counted.values("number"), output_field=IntegerField()),
        heard_until=Subquery(counted.values("latest"), output_field=BigIntegerField()),
        since=Subquery(counted.values("first"), output_field=DateField()),
    )
    return proposed.filter(unhelpful__gt=0)


def _readable(standing: Standing) -> QuerySet[Any]:
    return _proposed().filter(dilemma__in=dilemmas_visible_to(standing).values("pk"))


def proposals_for(standing: Standing, publication: Publication) -> list[Proposal]:
    """Return what a piece proposes to take up again, as far as somebody may read it, what ended last first."""
    found = _readable(standing).filter(publication=publication).order_by("-dilemma__ended_at", "-dilemma")
    return _in_lines(found, standing, limit=SHOWN)


def proposals_to_decide(standing: Standing, *, limit: int) -> list[Proposal]:
    """Return what readers propose to take up again, of all pieces, as far as somebody may read it, oldest first."""
    return _in_lines(_readable(standing).order_by("since", "pk"), standing, limit=limit)


def _in_lines(proposed: QuerySet[Any], standing: Standing, *, limit: int) -> list[Proposal]:
    pairs = list(proposed.select_related("publication")[:limit])
    dilemmas = dilemmas_visible_to(standing).filter(pk__in={pair.dilemma_id for pair in pairs})
    known = {line.pk: line for line in lines(dilemmas, standing, limit=limit)} if pairs else {}
    return [
        Proposal(known[one.dilemma_id], one.publication, one.unhelpful, one.since)
        for one in pairs
        if one.dilemma_id in known
    ]


def number_proposed(standing: Standing, publication: Publication) -> int:
    """Count what a piece proposes to take up again, as far as somebody may read it."""
    return _readable(standing).filter(publication=publication).count()


def heard_until(publication: Publication, number: str) -> int:
    """Return the number of the latest word on which a piece proposes to take up a dilemma again; 0 when it does not."""
    found = _proposed().filter(publication=publication, dilemma__number=number)
    return found.values_list("heard_until", flat=True).first() or 0


def declined_on(standing: Standing, publication: Publication) -> list[DeclinedReopening]:
    """Return why dilemmas that somebody may read were not taken up again, the latest first."""
    readable = DeclinedReopening.objects.filter(
        publication=publication, dilemma__in=dilemmas_visible_to(standing).values("pk")
    )
    return list(readable.select_related("dilemma")[:SHOWN])
