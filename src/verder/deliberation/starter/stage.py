"""The stage on which the example plays: its calendar, and who and what has appeared so far."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.deliberation.models import Meeting, WorkingGroup
from verder.domain.calendar import is_working_day
from verder.guidance.models import Publication
from verder.network.models import Organisation, Person
from verder.network.queries import allowed_words
from verder.network.standing import standing_of
from verder.textcheck import CheckedText, clear

DAY = timedelta(days=1)
OPENING_HOUR = time(9)


@dataclass(frozen=True, slots=True)
class Put:
    """A dilemma that was put in: what to find it by."""

    number: str
    key: uuid.UUID


@dataclass(slots=True)
class Stage:
    """Everything that the example made so far, by the names that the content uses."""

    today: date
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    themes: dict[str, int] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    groups: dict[str, WorkingGroup] = field(default_factory=dict)
    dilemmas: dict[str, Put] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    _moments: Counter[date] = field(default_factory=Counter)

    def day(self, offset: int) -> date:
        """Return the working day that lies so many days from today; past days move back, others forward."""
        day = self.today + offset * DAY
        step = DAY if offset > 0 else -DAY
        while not is_working_day(day):
            day += step
        return day

    def moment(self, offset: int) -> datetime:
        """Return the next free moment of a day: each thing happens a few minutes after the one before."""
        day = self.day(offset)
        self._moments[day] += 1
        opening = timezone.make_aware(datetime.combine(day, OPENING_HOUR))
        return opening + 5 * self._moments[day] * timedelta(minutes=1)

    def as_actor(self, role: str, at: datetime) -> Actor:
        """Return a role account as who acts at a moment."""
        return Actor(standing_of(self.people[role], timezone.localdate(at)))


def checked(text: str) -> CheckedText:
    """Return a text of the example as checked text."""
    return clear(text, allowed=allowed_words())
