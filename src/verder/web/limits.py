"""How often a page may be asked for, and what people read when it was too often. What they typed is not lost.

A view with a form of its own asks `too_often(...)`, and shows its form again, filled, with that sentence and status
429. Around a view of others goes `@limited(...)`: its answer holds what was typed, ready to be sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from verder.gate.operations import TooManyKnocks, knock
from verder.gate.visitor import household
from verder.web.origin import address_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

Arguments = ParamSpec("Arguments")
TOO_MANY_REQUESTS = 429
CSRF = "csrfmiddlewaretoken"


def visitor_household(request: HttpRequest) -> str:
    """Count a request by where it comes from."""
    return household(address_of(request))


def typed_address(request: HttpRequest) -> str:
    """Count a request by the mail address that it asks a letter for."""
    return request.POST.get("email", "").strip().lower()


@dataclass(frozen=True, slots=True)
class Limit:
    """How often one visitor may knock on a door in a stretch of time; `whom` says who counts as one visitor."""

    door: str
    times: int
    per: timedelta
    whom: Callable[[HttpRequest], str] = visitor_household


BY_LINK = Limit("link", 120, timedelta(hours=1))
"""What comes by a link in a letter: a whole organisation, or a scanner of mail, can stand behind one address."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What people read when they knocked too often, and after how many seconds they may come back."""

    text: str
    retry_after: int


def too_often(request: HttpRequest, *limits: Limit) -> Refusal | None:
    """Count a knock on each door; return what to say when one of them is knocked on too often."""
    at = timezone.now()
    for limit in limits:
        whom = limit.whom(request)
        try:
            knock(limit.door, whom, at=at, limit=limit.times, per=limit.per)
        except TooManyKnocks as refusal:
            moment = timezone.localtime(at + refusal.retry_after + timedelta(minutes=1))
            text = _(
                "Er is niets verstuurd of bewaard: er waren kort na elkaar te veel pogingen. "
                "Wat u typte staat er nog. Probeer het om %(time)s opnieuw."
            )
            words = text % {"time": time_format(moment, r"H.i \u\u\r")}
            return Refusal(words, int(refusal.retry_after.total_seconds()))
    return None


if TYPE_CHECKING:
    View = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def limited(*limits: Limit) -> Callable[[View[Arguments]], View[Arguments]]:
    """Let a view be posted to only as often as the limits allow."""

    def guard(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
            refusal = too_often(request, *limits) if request.method == "POST" else None
            if refusal is None:
                return view(request, *args, **kwargs)
            return _ask_to_wait(request, refusal)

        return guarded

    return guard


def _ask_to_wait(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    typed = [(name, value) for name, values in request.POST.lists() for value in values if name != CSRF]
    words = {"refusal": refusal.text, "typed": typed}
    answer = render(request, "web/too_often.html", words, status=TOO_MANY_REQUESTS)
    answer["Retry-After"] = str(refusal.retry_after)
    answer["Cache-Control"] = "no-store"
    return answer
