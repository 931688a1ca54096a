"""Who asks: the person behind a request with their active seats, and the doors that stay shut for others."""

from __future__ import annotations

from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.utils import timezone

from verder.network.models import Person
from verder.network.standing import Standing, standing_of
from verder.web.origin import address_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

Arguments = ParamSpec("Arguments")
KEPT_AS = "standing"


def standing(request: HttpRequest) -> Standing:
    """Find out who asks; one statement for a person, none for an outsider, and kept for the rest of the request."""
    kept = vars(request)
    if KEPT_AS not in kept:
        kept[KEPT_AS] = _read(request)
    found: Standing = kept[KEPT_AS]
    return found


def _read(request: HttpRequest) -> Standing:
    user = getattr(request, "user", None)  # not there yet on a page that refuses a request for its host
    if not isinstance(user, Person):
        return Standing()
    return standing_of(user, timezone.localdate(), origin=address_of(request) or None)


def for_templates(request: HttpRequest) -> dict[str, Callable[[], Standing]]:
    """Offer `standing` to every template, read only where a template asks for it."""
    return {"standing": partial(standing, request)}


if TYPE_CHECKING:
    View = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def _door(may_enter: Callable[[Standing], bool]) -> Callable[[View[Arguments]], View[Arguments]]:
    def guard(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
            visitor = standing(request)
            if not visitor.is_signed_in:
                return redirect_to_login(request.get_full_path())
            if not may_enter(visitor):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guard


def for_signed_in(view: View[Arguments]) -> View[Arguments]:
    """Open a page for everyone with an account; an outsider is asked to log in first."""
    return _door(lambda visitor: visitor.is_signed_in)(view)


def for_community(view: View[Arguments]) -> View[Arguments]:
    """Open a page for everyone who takes part; for specialists and administrators it does not exist."""
    return _door(lambda visitor: visitor.is_in_the_community)(view)


def for_secretariat(view: View[Arguments]) -> View[Arguments]:
    """Open a page for the secretariat; for others with an account it does not exist."""
    return _door(lambda visitor: visitor.is_secretariat)(view)


def for_office(view: View[Arguments]) -> View[Arguments]:
    """Open a page for secretariat and administrators; for others with an account it does not exist."""
    return _door(lambda visitor: visitor.is_office)(view)
