"""How many dilemmas are where, read from the tallies: never by counting dilemmas."""

from __future__ import annotations

from verder.deliberation.models import Tally


def dilemmas_per_rung() -> dict[str, int]:
    """Return how many dilemmas stand on each rung now, by the rung's name."""
    return _numbers(0)


def ends_in(year: int) -> dict[str, int]:
    """Return how many dilemmas ended in a year, by the name of the step that ended them."""
    return _numbers(year)


def _numbers(year: int) -> dict[str, int]:
    return dict(Tally.objects.filter(year=year, number__gt=0).values_list("place", "number"))
