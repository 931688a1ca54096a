"""What a page leaves behind: nothing in the browser of who logged in, and no personal link in a search engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def leave_nothing(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Keep what was meant for one reader out of the browser's store, for whoever sits there next, and out of searches.

    The cookie tells that somebody logged in, so that no page costs a statement more. Pages that say themselves how
    long they may be kept are left alone.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        is_personal = request.resolver_match is not None and "token" in request.resolver_match.kwargs
        if is_personal:
            response["X-Robots-Tag"] = "noindex"
        if is_personal or settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware
