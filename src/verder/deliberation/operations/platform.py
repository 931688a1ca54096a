"""What the Platform decides, recorded by its chair or the secretariat at the meeting that holds the item."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import ItemState
from verder.deliberation.operations.agenda import end_item, on_an_open_agenda
from verder.deliberation.operations.climb import Ascent, Hold, climb, take_hold
from verder.deliberation.queries.agenda import item_to_decide
from verder.domain.rungs import Need
from verder.textcheck import CheckedText


@transaction.atomic
def resolve(
    number: str,
    *,
    solution: CheckedText,
    how_spread: CheckedText,
    message: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Record the solution or insight that the Platform found, and how it will be spread."""
    words = {Need.SOLUTION: solution, Need.HOW_SPREAD: how_spread, Need.MESSAGE_TO_SUBMITTER: message}
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "resolve", words)


@transaction.atomic
def assign_working_group(number: str, *, assignment: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Event:
    """Record that a working group is to look into it, and what it is asked."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "assign_working_group", {Need.ASSIGNMENT: assignment})


@transaction.atomic
def escalate_directly(
    number: str,
    *,
    why_no_group: CheckedText,
    asked_of_directors: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Event:
    """Record that the directors are asked straight away, and why a group would add nothing."""
    words = {Need.WHY_NO_GROUP: why_no_group, Need.ASKED_OF_DIRECTORS: asked_of_directors}
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    return decide(hold, "escalate_directly", words)


def decide(
    hold: Hold,
    step: str,
    words: Mapping[Need, CheckedText],
    *,
    met: frozenset[Need] = frozenset(),
    next_date: date | None = None,
    changes: Mapping[str, object] | None = None,
) -> Event:
    """Take a step that a body decides on, at the meeting that holds the item, and close that item."""
    item = item_to_decide(hold.dilemma)
    ascent = Ascent(
        words=words,
        met=on_an_open_agenda(hold) | met,
        next_date=next_date,
        details={"meeting": str(item.meeting.key), "body": str(item.meeting.body.key)} if item else {},
        changes=changes or {},
    )
    event = climb(hold, step, ascent)
    end_item(hold.dilemma, ItemState.DECIDED)
    return event
