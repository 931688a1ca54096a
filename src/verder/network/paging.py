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


def stretch(
    rows: QuerySet[Row], order: str, *, after: int | None = None, before: int | None = None, size: int = SIZE
) -> Stretch[Row]:
    """Return the rows that follow the row with key `after`, or precede the one with key `before`.

    `order` is a field, with "-" before it for the highest first; rows that are alike in it stand in the order of their
    keys.
    """
    backwards, field = before is not None, order.removeprefix("-")
    falls = order.startswith("-") != backwards
    ordered = rows.order_by(*(f"-{name}" if falls else name for name in dict.fromkeys([field, "pk"])))
    key = before if backwards else after
    edge = None if key is None else rows.filter(pk=key).values_list(field, "pk").first()
    if edge is not None:
        ordered = ordered.filter(_beyond(field, edge, "lt" if falls else "gt"))
    return _stretch(list(ordered[: size + 1]), size, backwards=backwards, from_edge=edge is not None)


def _beyond(field: str, edge: tuple[object, int], way: str) -> Q:
    value, key = edge
    # The first condition is what an index can use.
    return Q(**{f"{field}__{way}e": value}) & (Q(**{f"{field}__{way}": value}) | Q(**{f"pk__{way}": key}))


def _stretch(found: list[Row], size: int, *, backwards: bool, from_edge: bool) -> Stretch[Row]:
    more, found = len(found) > size, found[:size]
    if not found:
        return Stretch(())
    if backwards:
        found.reverse()
    has_before, has_after = (more, from_edge) if backwards else (from_edge, more)
    return Stretch(tuple(found), found[0].pk if has_before else None, found[-1].pk if has_after else None)
