"""Which ended dilemmas may have to be taken up again, since readers told that what answered them did not help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, IntegerField, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate

from verder.deliberation.models import DeclinedReopening, Dilemma, DilemmaPublication
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.domain.ladder import STEPS
from verder.guidance.models import Feedback, Publication, Verdict
from verder.network.standing import Standing

SHOWN = 10
"""So many at a time; the next ones come up once these are decided."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An ended dilemma, and how often readers told that the piece did not help, as far as nobody decided on that."""

    line: Line
    unhelpful: int


def proposed_by(publication: Publication) -> QuerySet[Any]:
    """Return the ended dilemmas that a piece answered, and after whose end readers told that it did not help.

    `unhelpful` says how often, and `heard_until` is the number of the latest word. What was looked at when somebody
    declined to take up a dilemma again does not count any more.
    """
    tied = DilemmaPublication.objects.filter(publication=publication).values("dilemma")
    declined = DeclinedReopening.objects.filter(dilemma=OuterRef("pk"), publication=publication)
    decided = Subquery(declined.order_by("-heard_until").values("heard_until")[:1])
    ended = Dilemma.objects.filter(pk__in=tied, rung__in=STEPS["reopen"].source).annotate(
        decided_until=Coalesce(decided, Value(0)), ended_on=TruncDate("ended_at")
    )
    told = Feedback.objects.filter(
        publication=publication,
        verdict=Verdict.DID_NOT_HELP,
        told_on__gte=OuterRef("ended_on"),
        pk__gt=OuterRef("decided_until"),
    )
    counted = told.order_by().values("publication").annotate(number=Count("pk"), latest=Max("pk"))
    proposed = ended.annotate(
        unhelpful=Subquery(counted.values("number"), output_field=IntegerField()),
        heard_until=Subquery(counted.values("latest"), output_field=BigIntegerField()),
    )
    return proposed.filter(unhelpful__gt=0).order_by("-ended_at", "-pk")


def proposals_for(standing: Standing, publication: Publication) -> list[Proposal]:
    """Return what a piece proposes to take up again, as far as somebody may read it, what ended last first."""
    visible = proposed_by(publication).filter(pk__in=dilemmas_visible_to(standing).values("pk"))
    shown = lines(visible, standing, limit=SHOWN)
    often = dict(visible.filter(pk__in=[line.pk for line in shown]).values_list("pk", "unhelpful")) if shown else {}
    return [Proposal(line, often[line.pk]) for line in shown if line.pk in often]


def number_proposed(standing: Standing, publication: Publication) -> int:
    """Count what a piece proposes to take up again, as far as somebody may read it."""
    return proposed_by(publication).filter(pk__in=dilemmas_visible_to(standing).values("pk")).count()


def heard_until(publication: Publication, number: str) -> int:
    """Return the number of the latest word on which a piece proposes to take up a dilemma again; 0 when it does not."""
    found = proposed_by(publication).filter(number=number).values_list("heard_until", flat=True).first()
    return found or 0


def declined_on(standing: Standing, publication: Publication) -> list[DeclinedReopening]:
    """Return why dilemmas that somebody may read were not taken up again, the latest first."""
    readable = DeclinedReopening.objects.filter(
        publication=publication, dilemma__in=dilemmas_visible_to(standing).values("pk")
    )
    return list(readable.select_related("dilemma")[:SHOWN])
