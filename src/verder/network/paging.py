"""Long lists a page at a time, by the row where the page begins, so that no page reads all rows before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

SIZE = 50
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Row]):
    """The rows of one page; `before` and `after` are the keys to turn the page with, None where the list ends."""

    rows: tuple[Row, ...]
    before: int | None = None
    after: int | None = None


def stretch_by_name(
    rows: QuerySet[Row], *, after: int | None = None, before: int | None = None, size: int = SIZE
) -> Stretch[Row]:
    """Return the rows by name that follow the row with key `after`, or precede the one with key `before`."""
    backwards = before is not None
    key = before if backwards else after
    edge = None if key is None else rows.filter(pk=key).values_list("name", flat=True).first()
    direction = "lt" if backwards else "gt"
    if edge is not None:
        name = edge
        rows = rows.filter(Q(**{f"name__{direction}": name}) | Q(**{"name": name, f"pk__{direction}": key}))
    ordered = rows.order_by("-name", "-pk") if backwards else rows.order_by("name", "pk")
    found = list(ordered[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Stretch(())
    begins, ends = found[0].pk, found[-1].pk
    has_before, has_after = (more, edge is not None) if backwards else (edge is not None, more)
    return Stretch(tuple(found), begins if has_before else None, ends if has_after else None)
