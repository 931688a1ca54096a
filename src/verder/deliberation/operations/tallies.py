"""Keeps count of how many dilemmas stand where, so that no page has to count them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from verder.deliberation.models import Dilemma

_ADD = """
    INSERT INTO deliberation_tally (place, year, number) VALUES {rows}
    ON CONFLICT (place, year) DO UPDATE SET number = deliberation_tally.number + EXCLUDED.number
"""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a dilemma is counted: on its rung, or under the step that ended it and the year of that."""

    name: str
    year: int = 0


def place_of(dilemma: Dilemma) -> Place:
    """Return where a dilemma is counted as it stands now."""
    if dilemma.ended_at is None:
        return Place(dilemma.rung)
    return Place(dilemma.ended_by, timezone.localdate(dilemma.ended_at).year)


def move_tally(source: Place | None, target: Place) -> None:
    """Count one dilemma away from `source`, and onto `target`."""
    changes = {target: 1} if source is None else {target: 1, source: -1}
    rows = sorted(changes.items())  # always in one order, so that two steps at once never wait for each other
    parameters = [value for place, number in rows for value in (place.name, place.year, number)]
    statement = _ADD.format(rows=", ".join(["(%s, %s, %s)"] * len(rows)))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
