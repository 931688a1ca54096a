"""The list of dilemmas: what it can be narrowed to, and its pages, each found by where the one before it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from verder.deliberation.models import Dilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.lines import Line, lines
from verder.domain.rungs import ENDS, RUNGS, Rung
from verder.domain.tlp import Tlp
from verder.network.standing import Standing

SIZE = 50


class Stage(StrEnum):
    """How far the dilemmas on a list have come, apart from one rung or one end."""

    UNDER_WAY = "loopt"
    ENDED = "klaar"
    ALL = "alles"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What somebody wants to see; `handler` is the key of a person, or 0 for nobody."""

    where: Rung | Stage = Stage.UNDER_WAY
    theme: int | None = None
    handler: int | None = None
    label: Tlp | None = None
    is_late: bool = False

    @property
    def is_by_date(self) -> bool:
        """Tell whether the list goes by next date, as it does while dilemmas are under way."""
        return self.is_late or self.where is Stage.UNDER_WAY or self.where in RUNGS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins or ends: the row with this key and, in a list by date, with this date."""

    pk: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """The lines of one page; `before` and `after` are the places to turn it with, None where the list ends."""

    lines: tuple[Line, ...]
    before: Place | None = None
    after: Place | None = None


def page_of_dilemmas(
    standing: Standing,
    narrowing: Narrowing,
    *,
    today: date,
    after: Place | None = None,
    before: Place | None = None,
) -> ListPage:
    """Read one page of what somebody may see, in one statement."""
    backwards = before is not None
    found = _narrowed(standing, narrowing, today)
    found = _from(found, before or after, by_date=narrowing.is_by_date, backwards=backwards)
    read = lines(found, standing, limit=SIZE + 1)
    more, shown = len(read) > SIZE, read[:SIZE]
    if backwards:
        shown.reverse()
    if not shown:
        return ListPage(())
    has_before, has_after = (more, True) if backwards else (after is not None, more)
    return ListPage(tuple(shown), _place(shown[0]) if has_before else None, _place(shown[-1]) if has_after else None)


def _narrowed(standing: Standing, narrowing: Narrowing, today: date) -> QuerySet[Dilemma]:
    found = dilemmas_visible_to(standing).filter(_stands(narrowing.where))
    if narrowing.is_late:
        found = found.filter(next_date__lt=today)
    if narrowing.theme is not None:
        found = found.filter(theme=narrowing.theme)
    if narrowing.handler is not None:
        found = found.filter(handler=narrowing.handler or None)
    if narrowing.label is not None:
        found = found.filter(tlp=narrowing.label)
    return found


def _stands(where: Rung | Stage) -> Q:
    if isinstance(where, Rung):
        return Q(rung=where)
    return {
        Stage.UNDER_WAY: Q(next_date__isnull=False),
        Stage.ENDED: Q(rung__in=[str(rung) for rung in sorted(ENDS)]),
        Stage.ALL: Q(),
    }[where]


def _from(found: QuerySet[Dilemma], edge: Place | None, *, by_date: bool, backwards: bool) -> QuerySet[Dilemma]:
    if not by_date:
        ordered = found.order_by("pk" if backwards else "-pk")
        return ordered.filter(**{"pk__gt" if backwards else "pk__lt": edge.pk}) if edge else ordered
    ordered = found.order_by("-next_date", "-pk") if backwards else found.order_by("next_date", "pk")
    if edge is None or edge.day is None:
        return ordered
    way = "lt" if backwards else "gt"  # the first condition is what the index can use
    beyond = Q(**{f"next_date__{way}": edge.day}) | Q(**{f"pk__{way}": edge.pk})
    return ordered.filter(beyond, **{f"next_date__{way}e": edge.day})


def _place(line: Line) -> Place:
    return Place(line.pk, line.next_date)


def has_number(standing: Standing, number: str) -> bool:
    """Tell whether there is a dilemma with this number that somebody may read."""
    return dilemmas_visible_to(standing).filter(number=number).exists()
