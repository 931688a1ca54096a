"""What anyone may read of a meeting that is over: only what was written for the public, and nothing under TLP:RED."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from verder.audit.models import Event
from verder.audit.queries import steps_of
from verder.deliberation.models import (
    Commitment,
    Dilemma,
    DilemmaPublication,
    ItemKind,
    ItemState,
    Meeting,
    MeetingState,
    PublicOutcomes,
    StepWords,
)
from verder.domain.ladder import STEPS
from verder.domain.rungs import Need, Rung
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.guidance.queries import published
from verder.network.models import BodyKind
from verder.network.standing import Standing

ARE_FOR_EVERYONE = (BodyKind.PLATFORM, BodyKind.COUNCIL)
"""The bodies whose outcomes are published; that a working group meets may itself be for its members alone."""
AT_THE_TABLE = frozenset({Rung.PLATFORM, Rung.COUNCIL})
PUT_ON = frozenset({"place_on_agenda", "place_on_council_agenda"})
COMMIT = "commit"
ANYONE = Standing()


@dataclass(frozen=True, slots=True)
class Taken:
    """The step that a dilemma took at the table, the words that were given with it, and what was promised."""

    step: str
    words: tuple[tuple[Need, str], ...] = ()
    promises: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A dilemma that a meeting decided on, by its public title; the step that was taken; and guidance that came of it.

    The guidance is what everyone may read today.
    """

    title: str
    step: str
    guidance: tuple[Publication, ...] = ()


def outcomes_for_everyone() -> QuerySet[PublicOutcomes]:
    """Return the outcomes that were published, newest first."""
    return PublicOutcomes.objects.select_related("meeting__body").order_by("-published_at", "-pk")


def outcomes_by_key(key: uuid.UUID) -> PublicOutcomes:
    """Find the outcomes of a meeting by their own key; raise PublicOutcomes.DoesNotExist."""
    return outcomes_for_everyone().get(key=key)


def outcomes_of(meeting: Meeting) -> PublicOutcomes | None:
    """Return the outcomes of a meeting, if they were published."""
    return PublicOutcomes.objects.filter(meeting=meeting).first()


def can_be_published(meeting: Meeting) -> bool:
    """Tell whether the outcomes of a meeting are for everyone: it is over, and its body tells the public."""
    return meeting.state == MeetingState.HELD and meeting.body.kind in ARE_FOR_EVERYONE


def may_publish(standing: Standing, meeting: Meeting) -> bool:
    """Tell whether somebody publishes the outcomes of a meeting, or corrects them."""
    return standing.is_secretariat and can_be_published(meeting)


def decided_in(meeting: Meeting) -> tuple[Decided, ...]:
    """Read what a meeting decided, as far as the public may know it, in the order of its agenda.

    A dilemma without a public title, under TLP:RED, or withdrawn by who put it in, leaves no trace.
    """
    dilemmas = _told_of(meeting)
    taken = _steps_taken(meeting, dilemmas)
    guidance = _guidance_of(meeting, dilemmas)
    return tuple(
        Decided(dilemma.public_title, _name_of(taken[dilemma.key]), tuple(guidance[dilemma.pk]))
        for dilemma in dilemmas
        if dilemma.key in taken
    )


def steps_taken_at(meeting: Meeting) -> Mapping[int, Taken]:
    """Return the step that each dilemma took at the table of a meeting, by the primary key of the dilemma."""
    dilemmas = list(_put_to_the_table(meeting, ItemState.DECIDED, ItemState.CARRIED_OVER))
    events = _steps_taken(meeting, dilemmas)
    said: defaultdict[uuid.UUID, list[tuple[Need, str]]] = defaultdict(list)
    for words in StepWords.objects.filter(event__in=[event.key for event in events.values()]):
        said[words.event].append((Need(words.need), words.text))
    promised: defaultdict[int, list[Commitment]] = defaultdict(list)
    for promise in Commitment.objects.filter(dilemma__in=dilemmas).select_related("organisation"):
        promised[promise.dilemma_id].append(promise)
    return {
        one.pk: Taken(
            _name_of(event),
            tuple(said[event.key]),
            tuple(promised[one.pk]) if _name_of(event) == COMMIT else (),
        )
        for one in dilemmas
        if (event := events.get(one.key))
    }


def _put_to_the_table(meeting: Meeting, *states: ItemState) -> QuerySet[Dilemma]:
    decided = Dilemma.objects.filter(
        agenda_items__meeting=meeting, agenda_items__state__in=states, agenda_items__kind=ItemKind.DECISION
    )
    return decided.order_by("agenda_items__position").distinct()


def _told_of(meeting: Meeting) -> list[Dilemma]:
    decided = _put_to_the_table(meeting, ItemState.DECIDED)
    return list(decided.exclude(public_title="").exclude(tlp=Tlp.RED).exclude(rung=Rung.WITHDRAWN))


def _steps_taken(meeting: Meeting, dilemmas: list[Dilemma]) -> Mapping[uuid.UUID, Event]:
    """Follow each dilemma from agenda to agenda, and keep the step that it took at the table of this meeting."""
    taken: dict[uuid.UUID, Event] = {}
    lies_at: dict[uuid.UUID, str] = {}
    for event in steps_of([dilemma.key for dilemma in dilemmas]):
        step = STEPS[_name_of(event)]
        if event.subject is None:  # pragma: no cover -- a step is of a dilemma
            continue
        if step.name in PUT_ON:
            lies_at[event.subject] = str(event.details["meeting"])
        elif step.source <= AT_THE_TABLE and lies_at.get(event.subject) == str(meeting.key):
            taken[event.subject] = event
    return taken


def _name_of(event: Event) -> str:
    return event.action.removeprefix("step.")


def _guidance_of(meeting: Meeting, dilemmas: list[Dilemma]) -> Mapping[int, list[Publication]]:
    ties = DilemmaPublication.objects.filter(
        dilemma__in=dilemmas, at__gte=meeting.starts_at, publication__in=published(ANYONE).order_by()
    )
    found: defaultdict[int, list[Publication]] = defaultdict(list)
    for tie in ties.select_related("publication").order_by("pk"):
        found[tie.dilemma_id].append(tie.publication)
    return found
