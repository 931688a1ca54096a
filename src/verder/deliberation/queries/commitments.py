"""What directors promised, and what became of it."""

from __future__ import annotations

from datetime import date

from django.db.models import Min, QuerySet

from verder.deliberation.models import Commitment, CommitmentState, Dilemma


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
