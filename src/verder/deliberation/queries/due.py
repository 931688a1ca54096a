"""What is due soon or was due before, a batch at a time; what has no date costs nothing here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from verder.deliberation.models import Commitment, CommitmentState, Dilemma, Message
from verder.domain.rungs import Rung

BATCH = 200


def dilemmas_due(*, until: date, size: int = BATCH) -> Iterator[list[Dilemma]]:
    """Yield the dilemmas whose next date lies on or before `until`, earliest first."""
    due = Dilemma.objects.filter(next_date__lte=until).order_by("next_date", "pk")
    batch = list(due[:size])
    while batch:
        yield batch
        last = batch[-1]
        batch = list(due.filter(Q(next_date__gt=last.next_date) | Q(next_date=last.next_date, pk__gt=last.pk))[:size])


def commitments_due(*, until: date, size: int = BATCH) -> Iterator[list[Commitment]]:
    """Yield the open commitments that are due on or before `until`, earliest first."""
    due = Commitment.objects.filter(state=CommitmentState.OPEN, due_on__lte=until).order_by("due_on", "pk")
    batch = list(due[:size])
    while batch:
        yield batch
        last = batch[-1]
        batch = list(due.filter(Q(due_on__gt=last.due_on) | Q(due_on=last.due_on, pk__gt=last.pk))[:size])


def questions_due(*, until: date, size: int = BATCH) -> Iterator[list[Message]]:
    """Yield the open questions to submitters with a date on or before `until`, earliest first.

    Where the dilemma itself waits for the answer, its own next date says so and the question is left out.
    """
    asked = Message.objects.filter(answer_by__lte=until, answered_at__isnull=True, dilemma__next_date__isnull=False)
    due = asked.exclude(dilemma__rung=Rung.AWAITING_SUBMITTER).order_by("answer_by", "pk")
    batch = list(due[:size])
    while batch:
        yield batch
        last = batch[-1]
        later = Q(answer_by__gt=last.answer_by) | Q(answer_by=last.answer_by, pk__gt=last.pk)
        batch = list(due.filter(later)[:size])
