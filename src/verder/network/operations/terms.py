"""Writes about terms: how long a dilemma may stay on a rung."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from verder.domain.calendar import STANDARD_TERMS, Term
from verder.network.acting import Principal
from verder.network.models import Term as TermRow
from verder.network.operations.noting import note
from verder.network.versions import ChangedMeanwhile


@transaction.atomic
def set_term(rung: str, term: Term, *, actor: Principal, at: datetime, seen: Term | None = None) -> TermRow:
    """Set the term of a rung that has one; raise ChangedMeanwhile unless it still is what the sender saw."""
    row, _ = TermRow.objects.select_for_update().get_or_create(rung=rung, defaults=_values(STANDARD_TERMS[rung]))
    if seen is not None and seen != Term(row.days, working_days=row.working_days):
        raise ChangedMeanwhile
    row.days, row.working_days = term.days, term.working_days
    row.save()
    note("term.set", actor=actor, at=at, details={"rung": rung, **_values(term)})
    return row


def _values(term: Term) -> dict[str, int | bool]:
    return {"days": term.days, "working_days": term.working_days}
