"""Long lists with words to look for, a page at a time.

Somebody looks for people by name and mail address. So the words come by a form and stay in the session; the address of
what was found holds a key that means nothing to whoever reads it in a history or a log.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model
from django.shortcuts import redirect

from verder.network.paging import SIZE
from verder.web.leafing import Leaf, leaf
from verder.web.office.forms import SearchForm

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

Row = TypeVar("Row", bound=Model)
LOOKED_FOR = "looked_for"
AS_MANY_AS = 10
"""The latest searches that somebody can go back to."""


def searched(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Take in the words that somebody looks for on a page, and show it with what they find."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return view(request)
        form = SearchForm(request.POST)
        words = form.cleaned_data["words"] if form.is_valid() else ""
        return redirect(f"{request.path}?gezocht={_keep(request, words)}" if words else request.path)

    return guarded


def _keep(request: HttpRequest, words: str) -> str:
    key = str(uuid.uuid4())
    earlier = list(request.session.get(LOOKED_FOR, {}).items())
    request.session[LOOKED_FOR] = dict([*earlier[1 - AS_MANY_AS :], (key, words)])
    return key


def search(request: HttpRequest, matching: Callable[[str], QuerySet[Row]]) -> dict[str, str | Leaf[Row]]:
    """Find the page of a list that is asked for, as `found`, and the `words` that were looked for."""
    words = request.session.get(LOOKED_FOR, {}).get(request.GET.get("gezocht", ""), "")
    return {"found": leaf(request, matching(words), "name", size=SIZE), "words": words}
