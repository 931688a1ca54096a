"""Keeps count of how many dilemmas stand where, so that no page has to count them."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.utils import timezone

from verder.domain.rungs import ENDS, Rung

_ADD = """
    INSERT INTO deliberation_tally (rung, year, number) VALUES {rows}
    ON CONFLICT (rung, year) DO UPDATE SET number = deliberation_tally.number + EXCLUDED.number
"""


def move_tally(source: Rung | None, target: Rung, *, left_in: datetime | None, at: datetime) -> None:
    """Count one dilemma away from `source` (ended at `left_in`, if it had ended) and onto `target`."""
    changes = {_place(target, at): 1}
    if source is not None:
        changes[_place(source, left_in or at)] = -1
    rows = sorted(changes.items())  # always in one order, so that two steps at once never wait for each other
    parameters = [value for (rung, year), number in rows for value in (rung, year, number)]
    statement = _ADD.format(rows=", ".join(["(%s, %s, %s)"] * len(rows)))
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _place(rung: Rung, at: datetime) -> tuple[str, int]:
    return str(rung), timezone.localdate(at).year if rung in ENDS else 0
