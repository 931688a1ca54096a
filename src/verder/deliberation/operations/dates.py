"""When a dilemma has to move on: the next meeting, or the term that people have set."""

from __future__ import annotations

from datetime import date, timedelta

from verder.deliberation.queries.meetings import next_meeting_date
from verder.domain.calendar import after
from verder.domain.rungs import Rung
from verder.network.models import BodyKind
from verder.network.queries import term_of

QUIET_BEFORE = timedelta(days=14)
"""So long before the date of a promise nobody is asked how it stands: the reminder of the date comes by itself."""

WAITS_FOR = {Rung.AWAITING_PLATFORM: BodyKind.PLATFORM, Rung.AWAITING_COUNCIL: BodyKind.COUNCIL}


def next_date_on(rung: Rung, *, on: date) -> date:
    """Return the next date of a dilemma that arrives on `rung`: a planned meeting's where it waits for one."""
    if rung in WAITS_FOR:
        planned = next_meeting_date(WAITS_FOR[rung], after=on)
        if planned:
            return planned
    return after(on, term_of(rung))


def first_asked_on(due_on: date, *, today: date) -> date | None:
    """Return when the owner of a promise is asked next how it stands, or None when its date comes too soon."""
    asked = after(today, term_of("progress_report"))
    return asked if asked < due_on - QUIET_BEFORE else None
