"""What directors promised, and what became of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, OuterRef, QuerySet, Subquery

from verder.deliberation.models import Commitment, CommitmentKind, CommitmentState, Dilemma, ProgressReport
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


def taken_up(standing: Standing, *, state: CommitmentState | None = None) -> QuerySet[Commitment]:
    """Return what the council took up as far as somebody may read it, each with what was last reported."""
    last = ProgressReport.objects.filter(commitment=OuterRef("pk")).order_by("-at", "-pk").values("outlook")[:1]
    found = commitments_visible_to(standing).annotate(last_outlook=Subquery(last))
    return found.filter(state=state) if state else found


def commitment_with_progress(standing: Standing, key: uuid.UUID) -> Commitment:
    """Return a promise with its steps and reports at hand; raise Commitment.DoesNotExist for who may not read it."""
    found = commitments_visible_to(standing).prefetch_related("steps", "reports__by")
    return found.get(key=key)


def commitments_to_ask(*, on: date) -> list[uuid.UUID]:
    """List the promises whose owner is asked today how it stands, or should have been before."""
    return list(Commitment.objects.filter(ask_on__lte=on).order_by("ask_on", "pk").values_list("key", flat=True))


def commitments_lapsing(*, before: date) -> list[Commitment]:
    """List the open promises whose date lies before a day."""
    return list(Commitment.objects.filter(state=CommitmentState.OPEN, due_on__lt=before).order_by("due_on", "pk"))


@dataclass(frozen=True, slots=True)
class Question:
    """What a letter asked an owner, without the words of the promise."""

    number: str
    kind: CommitmentKind
    due_on: date
    is_answered: bool
    is_settled: bool


def question_by_mail(key: uuid.UUID, owner: uuid.UUID, *, asked_on: date) -> Question:
    """Find what was asked of an owner on a day; raise Commitment.DoesNotExist when somebody else owns it by now."""
    owned = Commitment.objects.filter(owner__opaque_id=owner, owner__is_active=True)
    found = owned.select_related("dilemma").get(key=key)
    return Question(
        number=found.dilemma.number,
        kind=CommitmentKind(found.kind),
        due_on=found.due_on,
        is_answered=found.reports.filter(asked_on=asked_on).exists(),
        is_settled=found.state != CommitmentState.OPEN,
    )
