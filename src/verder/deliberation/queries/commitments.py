"""What directors promised, and what became of it."""

from __future__ import annotations

from datetime import date

from django.db.models import Min, QuerySet

from verder.deliberation.models import Commitment, CommitmentState, Dilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.rungs import Rung
from verder.network.standing import Standing


def commitments_of(dilemma: Dilemma) -> QuerySet[Commitment]:
    """Return the commitments of a dilemma with owner and organisation, earliest first."""
    return Commitment.objects.filter(dilemma=dilemma).select_related("owner", "organisation").order_by("due_on", "pk")


def commitments_settled(dilemma: Dilemma) -> bool:
    """Tell whether every commitment is done or dropped, and at least one is done."""
    states = set(Commitment.objects.filter(dilemma=dilemma).values_list("state", flat=True))
    return CommitmentState.DONE in states and CommitmentState.OPEN not in states


def earliest_due(dilemma: Dilemma) -> date | None:
    """Return when the first open commitment is due."""
    still_open = Commitment.objects.filter(dilemma=dilemma, state=CommitmentState.OPEN)
    due: date | None = still_open.aggregate(first=Min("due_on"))["first"]
    return due


def commitments_visible_to(standing: Standing) -> QuerySet[Commitment]:
    """Return the commitments on dilemmas that somebody may read, with all that is needed to show them."""
    readable = Commitment.objects.filter(dilemma__in=dilemmas_visible_to(standing))
    return readable.select_related("dilemma__shared", "owner", "organisation")


def own_commitments(standing: Standing) -> QuerySet[Commitment]:
    """Return what somebody promised and has still to do, the earliest date first."""
    return commitments_visible_to(standing).filter(owner=standing.person, state=CommitmentState.OPEN).order_by("due_on")


def on_the_table(standing: Standing, *, limit: int = 20) -> QuerySet[Dilemma]:
    """Return the dilemmas that wait for the council or stand on its agenda, as far as this reader may read them."""
    waiting = dilemmas_visible_to(standing).filter(rung__in=[Rung.AWAITING_COUNCIL, Rung.COUNCIL])
    return waiting.select_related("shared").order_by("next_date", "pk")[:limit]
