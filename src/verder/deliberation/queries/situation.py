"""Where a dilemma is and what stands ready there: enough to judge every step that somebody could take now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.deliberation.models import (
    AgendaItem,
    Commitment,
    CommitmentState,
    Dilemma,
    GroupProduct,
    ServedDilemma,
    StepWords,
    WorkingGroup,
)
from verder.deliberation.queries.agenda import item_to_decide
from verder.deliberation.queries.commitments import commitments_of
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.meetings import next_meeting_date
from verder.deliberation.queries.parties import parties_when
from verder.domain.ladder import STEPS, Step, Verdict, judge, responsible_now, steps_from
from verder.domain.rungs import STANDING, Need, Party, Rung
from verder.guidance.models import PublicationState
from verder.network.models import BodyKind

WAITS_FOR = {Rung.AWAITING_PLATFORM: BodyKind.PLATFORM, Rung.AWAITING_COUNCIL: BodyKind.COUNCIL}


@dataclass(frozen=True, slots=True)
class Situation:
    """A dilemma on its rung, as one reader finds it today."""

    dilemma: Dilemma
    actor: Actor
    today: date
    parties: frozenset[Party]
    item: AgendaItem | None = None
    group: WorkingGroup | None = None
    promises: tuple[Commitment, ...] = ()
    met: frozenset[Need] = field(default_factory=frozenset)
    """What stands ready of what has to stand already."""
    unavailable: frozenset[Need] = field(default_factory=frozenset)
    """What a form would ask to choose while there is nothing to choose from."""

    @property
    def rung(self) -> Rung:
        """Where the dilemma is."""
        return Rung(self.dilemma.rung)

    @property
    def responsible(self) -> Party | None:
        """Who has to act today."""
        return responsible_now(self.rung, self.dilemma.next_date, self.today)

    def judge(self, step: Step) -> Verdict:
        """Judge whether this reader could take a step now, provided that they fill in what it asks."""
        given = (self.met | (frozenset(Need) - STANDING)) - self.unavailable
        return judge(step, rung=self.rung, parties=self.parties, responsible=self.responsible, given=given)

    def verdicts(self) -> tuple[tuple[Step, Verdict], ...]:
        """Judge every step that leads on from here."""
        return tuple((step, self.judge(step)) for step in steps_from(self.rung))

    def verdict_on(self, name: str) -> Verdict:
        """Judge one step by its name."""
        return self.judge(STEPS[name])


def find_situation(number: str, *, actor: Actor, today: date) -> Situation:
    """Find where a dilemma is; raise Dilemma.DoesNotExist when the actor may not read it."""
    return situation_of(readable(actor).get(number=number), actor=actor, today=today)


def readable(actor: Actor) -> QuerySet[Dilemma]:
    """Return the dilemmas that the actor may read, each with what one needs to know of it at hand."""
    found = dilemmas_visible_to(actor.standing)
    return found.select_related("submitter__person", "shared", "original", "handler", "theme", "merged_into")


def situation_of(dilemma: Dilemma, *, actor: Actor, today: date) -> Situation:
    """Find out what stands ready on the rung of a dilemma, in two statements at most."""
    rung = Rung(dilemma.rung)
    item = item_to_decide(dilemma) if rung in {Rung.PLATFORM, Rung.COUNCIL} else None
    group = _group_with_products(dilemma) if rung is Rung.WORKING_GROUP else None
    promises = tuple(commitments_of(dilemma)) if rung is Rung.FOLLOW_UP else ()
    met = {
        Need.SHARED_VERSION: hasattr(dilemma, "shared"),
        Need.SEEN_BY_SUBMITTER: hasattr(dilemma, "shared") and dilemma.shared.seen_at is not None,
        Need.ON_AN_OPEN_AGENDA: item is not None and timezone.localdate(item.meeting.starts_at) <= today,
        Need.PUBLISHED_PRODUCT: group is not None and bool(group.products.all()),
        Need.COMMITMENTS_SETTLED: _are_settled(promises),
    }
    return Situation(
        dilemma=dilemma,
        actor=actor,
        today=today,
        parties=parties_when(actor, dilemma, leads_it=group is not None and group.body_id in actor.standing.led_groups),
        item=item,
        group=group,
        promises=promises,
        met=frozenset(need for need, is_met in met.items() if is_met),
        unavailable=_unavailable(rung, promises, today),
    )


def _unavailable(rung: Rung, promises: tuple[Commitment, ...], today: date) -> frozenset[Need]:
    if rung is Rung.FOLLOW_UP and not failed(promises, today):
        return frozenset({Need.FAILED_COMMITMENT})
    if rung in WAITS_FOR and next_meeting_date(WAITS_FOR[rung], after=today - timedelta(days=1)) is None:
        return frozenset({Need.PLANNED_MEETING})
    return frozenset()


def failed(promises: Iterable[Commitment], today: date) -> list[Commitment]:
    """Return the promises that were dropped, or are open past their date."""
    return [promise for promise in promises if promise.has_failed(today)]


def _group_with_products(dilemma: Dilemma) -> WorkingGroup | None:
    products = GroupProduct.objects.filter(publication__state=PublicationState.PUBLISHED).select_related("publication")
    served = ServedDilemma.objects.filter(dilemma=dilemma, until__isnull=True).select_related("group__body")
    found = served.prefetch_related(Prefetch("group__products", products)).first()
    return found.group if found else None


def _are_settled(promises: tuple[Commitment, ...]) -> bool:
    states = {promise.state for promise in promises}
    return CommitmentState.DONE in states and CommitmentState.OPEN not in states


def assignment_of(dilemma: Dilemma) -> str:
    """Return what a working group was asked last; empty when nothing was."""
    asked = StepWords.objects.filter(dilemma=dilemma, need__in=[Need.ASSIGNMENT, Need.WHAT_MORE])
    return asked.order_by("pk").values_list("text", flat=True).last() or ""
