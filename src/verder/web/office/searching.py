"""Long lists with words to look for, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model

from verder.network.paging import Stretch, stretch_by_name
from verder.web.office.forms import SearchForm

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """A page of a list, with what was looked for and the addresses to turn the page with."""

    rows: tuple[Row, ...]
    words: str
    previous: str
    next: str


def search(request: HttpRequest, matching: Callable[[str], QuerySet[Row]]) -> Found[Row]:
    """Find the page of a list that is asked for; what is no sensible question shows the first page."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    words = asked.get("words", "").strip()
    stretch = stretch_by_name(matching(words), after=asked.get("after"), before=asked.get("before"))
    return Found(stretch.rows, words, *_turns(stretch, words))


def _turns(stretch: Stretch[Row], words: str) -> tuple[str, str]:
    back = f"?{urlencode({'words': words, 'before': stretch.before})}" if stretch.before else ""
    on = f"?{urlencode({'words': words, 'after': stretch.after})}" if stretch.after else ""
    return back, on
