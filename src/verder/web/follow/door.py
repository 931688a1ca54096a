"""The door of a submitter's pages: by the cookie, or signed in. For anyone else no number exists, or every one does."""

from __future__ import annotations

from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from verder.deliberation.actor import Actor
from verder.deliberation.queries.submissions import own_dilemma
from verder.web.follow.keeping import kept
from verder.web.limits import Limit, limited
from verder.web.lost import give_back
from verder.web.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

    from verder.deliberation.models import Dilemma

Arguments = ParamSpec("Arguments")
ARRANGING = Limit("follow-arrange", 120, timedelta(hours=1))
"""What one household sends from the pages of all its dilemmas; what goes to others is counted apart as well."""

if TYPE_CHECKING:
    Page = Callable[Concatenate[HttpRequest, Dilemma, Arguments], HttpResponseBase]


def for_submitter(view: Page[Arguments]) -> Callable[..., HttpResponseBase]:
    """Open a page for whoever put the dilemma in; others are asked for their code, and lose nothing that they typed."""

    @never_cache
    @limited(ARRANGING)
    @wraps(view)
    def guarded(
        request: HttpRequest, /, number: str, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        dilemma = find(request, number)
        if dilemma is not None:
            return view(request, dilemma, *args, **kwargs)
        if request.method == "POST":
            return give_back(request, "web/follow/closed.html")
        return redirect("follow")

    return guarded


def find(request: HttpRequest, number: str) -> Dilemma | None:
    """Find a dilemma for whoever put it in."""
    return own_dilemma(number, keys=kept(request), person=standing(request).person)


def posted(view: Page[Arguments]) -> Page[Arguments]:
    """Let a form's own address lead back to the dilemma's page when it is merely opened."""

    @wraps(view)
    def guarded(
        request: HttpRequest, dilemma: Dilemma, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        if request.method != "POST":
            return redirect("follow-dilemma", dilemma.number)
        return view(request, dilemma, *args, **kwargs)

    return guarded


def submitter(request: HttpRequest, dilemma: Dilemma) -> Actor:
    """Name who acts here: the submitter of this dilemma, signed in or not."""
    return Actor(standing(request), submitter_of=dilemma.key)
