"""Long lists with words to look for, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model

from verder.network.paging import SIZE
from verder.web.leafing import Leaf, leaf
from verder.web.office.forms import SearchForm

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

Row = TypeVar("Row", bound=Model)


def search(request: HttpRequest, matching: Callable[[str], QuerySet[Row]]) -> dict[str, str | Leaf[Row]]:
    """Find the page of a list that is asked for, as `found`, and the `words` that were looked for."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    return {"found": leaf(request, matching(words), "name", size=SIZE), "words": words}
