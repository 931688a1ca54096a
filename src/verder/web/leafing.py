"""Turning the pages of a long list: the rows that the address asks for, and the addresses of the pages beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from django.db.models import Model

from verder.network.paging import stretch

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, QueryDict

Row = TypeVar("Row", bound=Model)
AFTER, BEFORE = "na", "voor"
LONGEST_KEY = 18


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """The rows of one page, and the addresses of the pages before and after it; empty where the list ends."""

    rows: tuple[Row, ...]
    previous: str = ""
    next: str = ""


def leaf(request: HttpRequest, rows: QuerySet[Row], order: str, *, size: int) -> Leaf[Row]:
    """Read the page of a list that is asked for; an address that makes no sense shows the first page."""
    after, before = _key(request.GET, AFTER), _key(request.GET, BEFORE)
    found = stretch(rows, order, after=after, before=before, size=size)
    return Leaf(found.rows, _turn(request.GET, BEFORE, found.before), _turn(request.GET, AFTER, found.after))


def _key(asked: QueryDict, way: str) -> int | None:
    said = asked.get(way, "")
    return int(said) if said.isdecimal() and len(said) <= LONGEST_KEY else None


def _turn(asked: QueryDict, way: str, key: int | None) -> str:
    if key is None:
        return ""
    query = asked.copy()
    for name in (AFTER, BEFORE):
        query.pop(name, None)
    query[way] = str(key)
    return f"?{query.urlencode()}"
