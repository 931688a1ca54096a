"""The way of one dilemma, as far as whoever put it in may know it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from verder.audit.models import Event
from verder.audit.queries import events_of
from verder.deliberation.models import (
    AgendaItem,
    Commitment,
    Dilemma,
    DilemmaPublication,
    ItemKind,
    Message,
    StepWords,
    WorkingGroup,
)
from verder.deliberation.queries.commitments import commitments_of
from verder.deliberation.queries.meetings import next_meeting_date
from verder.domain.rungs import ENDS, Rung
from verder.guidance.models import Publication
from verder.guidance.queries import publications_visible_to
from verder.network.models import BodyKind
from verder.network.standing import Standing

TOLD = frozenset(
    {
        "shared_version.offered",
        "shared_version.seen",
        "label.changed",
        "commitment.done",
        "commitment.dropped",
        "original.erased",
    }
)
"""What is told besides the steps; that somebody read the dilemma is not."""
WAITS_FOR = {Rung.AWAITING_PLATFORM: BodyKind.PLATFORM, Rung.AWAITING_COUNCIL: BodyKind.COUNCIL}
FORMED = "step.form_working_group"
JOINED = "step.merge"
NO_ANSWER = frozenset({JOINED, "step.withdraw"})
"""Ends that answer nobody but whoever put that dilemma in, or nobody at all."""
ENDED_WITH_GUIDANCE = frozenset({"step.answer", "step.deliver"})
HELPED = {"helped.yes": True, "helped.no": False}
MOST_EVENTS = 500
MOST_MESSAGES = 300


@dataclass(frozen=True, slots=True)
class Journey:
    """A dilemma and what is known of its way; `leading` is the dilemma that it joined, or itself."""

    dilemma: Dilemma
    leading: Dilemma
    events: tuple[Event, ...]
    followed: tuple[Event, ...]
    """Steps of the dilemmas that it travelled with, each from the moment it joined them."""
    words: Mapping[uuid.UUID, tuple[StepWords, ...]]
    messages: tuple[Message, ...]
    items: Mapping[str, AgendaItem]
    """What stood or stands on an agenda, by the key of the meeting."""
    first_meetings: Mapping[str, date]
    """When working groups first meet, by the key of the group."""
    promises: tuple[Commitment, ...]
    publications: tuple[Publication, ...]
    next_meeting: date | None
    """When the body meets that it waits for, if that is planned."""
    helped: bool | None
    """Whether its submitter said that it helped; None: nothing was said."""


def journey_of(dilemma: Dilemma, standing: Standing, *, on: date) -> Journey:
    """Collect the way of a dilemma for whoever put it in; what they may not read is not in it."""
    leading = dilemma.merged_into or dilemma
    all_events = _told(dilemma.key)
    events = tuple(event for event in all_events if event.action not in HELPED)
    followed = _followed(events)
    steps = (*events, *followed)
    return Journey(
        dilemma=dilemma,
        leading=leading,
        events=events,
        followed=followed,
        words=_by_event(_words(dilemma, followed)),
        messages=tuple(reversed(dilemma.messages.order_by("-pk")[:MOST_MESSAGES])),
        items=_items([dilemma, leading], steps),
        first_meetings=_first_meetings(steps),
        promises=_promises(dilemma, events),
        publications=_guidance(leading, standing, steps),
        next_meeting=_next_meeting(leading, on),
        helped=next((HELPED[event.action] for event in reversed(all_events) if event.action in HELPED), None),
    )


def _told(key: uuid.UUID) -> tuple[Event, ...]:
    told = events_of(key).filter(Q(action__startswith="step.") | Q(action__in=TOLD | HELPED.keys()))
    return tuple(told[:MOST_EVENTS])


def _followed(own: tuple[Event, ...]) -> tuple[Event, ...]:
    """Follow the dilemmas that were joined, one after the other; each only as long as it led the way."""
    joined = _last_join(own)
    followed: list[Event] = []
    while joined is not None:
        steps = tuple(
            event
            for event in _told(uuid.UUID(joined.details["into"]))
            if event.pk > joined.pk and event.action.startswith("step.")
        )
        followed += steps
        joined = _last_join(steps)
    return tuple(followed)


def _last_join(events: Iterable[Event]) -> Event | None:
    return next((event for event in reversed([*events]) if event.action == JOINED), None)


def _words(dilemma: Dilemma, followed: Iterable[Event]) -> QuerySet[StepWords]:
    """Return the words of its own steps, and those with which a dilemma that it travelled with ended.

    An end is an answer to all who travelled with it; only why somebody withdrew is between them and the secretariat.
    """
    ends = [event.key for event in followed if event.to_rung in ENDS and event.action not in NO_ANSWER]
    own = Q(dilemma=dilemma)
    return StepWords.objects.filter(own | Q(event__in=ends) if ends else own)


def _by_event(rows: Iterable[StepWords]) -> Mapping[uuid.UUID, tuple[StepWords, ...]]:
    gathered: defaultdict[uuid.UUID, tuple[StepWords, ...]] = defaultdict(tuple)
    for row in rows:
        gathered[row.event] += (row,)
    return gathered


def _items(dilemmas: list[Dilemma], steps: Iterable[Event]) -> Mapping[str, AgendaItem]:
    if not any("meeting" in event.details for event in steps):
        return {}
    items = AgendaItem.objects.filter(dilemma__in=dilemmas, kind=ItemKind.DECISION).select_related("meeting")
    return {str(item.meeting.key): item for item in items}


def _first_meetings(steps: Iterable[Event]) -> Mapping[str, date]:
    keys = [event.details["group"] for event in steps if event.action == FORMED]
    groups = WorkingGroup.objects.filter(body__key__in=keys) if keys else WorkingGroup.objects.none()
    return {str(key): day for key, day in groups.values_list("body__key", "first_meeting_on")}


def _next_meeting(leading: Dilemma, on: date) -> date | None:
    body = WAITS_FOR.get(Rung(leading.rung))
    return next_meeting_date(body, after=on) if body else None


def _promises(dilemma: Dilemma, events: Iterable[Event]) -> tuple[Commitment, ...]:
    promised = any(event.action == "step.commit" for event in events)
    return tuple(commitments_of(dilemma)) if promised else ()


def _guidance(leading: Dilemma, standing: Standing, steps: Iterable[Event]) -> tuple[Publication, ...]:
    if not any(event.action in ENDED_WITH_GUIDANCE for event in steps):
        return ()
    linked = DilemmaPublication.objects.filter(dilemma=leading).values("publication")
    return tuple(publications_visible_to(standing).filter(pk__in=linked).order_by("-published_at"))
