"""What is due soon or was due before, a batch at a time; what has no date costs nothing here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from verder.deliberation.models import Commitment, CommitmentState, Dilemma, Message, WorkingGroup
from verder.domain.rungs import Rung
from verder.network.models import Membership, Seat

BATCH = 200


Row = TypeVar("Row", bound=Model)


def in_batches(due: QuerySet[Row], *, by: str, size: int) -> Iterator[list[Row]]:
    """Yield rows a batch at a time, ordered by a date and then by key; none is read twice."""
    ordered = due.order_by(by, "pk")
    batch = list(ordered[:size])
    while batch:
        yield batch
        day = getattr(batch[-1], by)
        batch = list(ordered.filter(Q(**{f"{by}__gt": day}) | Q(**{by: day, "pk__gt": batch[-1].pk}))[:size])


def dilemmas_due(*, until: date, size: int = BATCH) -> Iterator[list[Dilemma]]:
    """Yield the dilemmas whose next date lies on or before `until`, earliest first."""
    return in_batches(Dilemma.objects.filter(next_date__lte=until), by="next_date", size=size)


def groups_due(*, until: date, size: int = BATCH) -> Iterator[list[WorkingGroup]]:
    """Yield the running groups that were let stay until a day on or before `until`, earliest first."""
    staying = WorkingGroup.objects.filter(structural_until__lte=until, ended_at__isnull=True)
    return in_batches(staying.select_related("body"), by="structural_until", size=size)


def access_ending(*, since: date, until: date, size: int = BATCH) -> Iterator[list[Membership]]:
    """Yield the seats from outside in running groups whose last day lies within these days, earliest first."""
    ending = Membership.objects.filter(seat=Seat.SPECIALIST, ends_on__range=(since, until))
    return in_batches(ending.filter(body__working_group__ended_at__isnull=True), by="ends_on", size=size)


def commitments_due(*, until: date, size: int = BATCH) -> Iterator[list[Commitment]]:
    """Yield the open commitments that are due on or before `until`, earliest first."""
    due = Commitment.objects.filter(state=CommitmentState.OPEN, due_on__lte=until)
    return in_batches(due, by="due_on", size=size)


def questions_due(*, until: date, size: int = BATCH) -> Iterator[list[Message]]:
    """Yield the open questions to submitters with a date on or before `until`, earliest first.

    Where the dilemma itself waits for the answer, its own next date says so and the question is left out.
    """
    asked = Message.objects.filter(answer_by__lte=until, answered_at__isnull=True, dilemma__next_date__isnull=False)
    return in_batches(asked.exclude(dilemma__rung=Rung.AWAITING_SUBMITTER), by="answer_by", size=size)
