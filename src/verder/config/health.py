"""The health page, for those who watch over an installation."""

from __future__ import annotations

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view's signature
    """Say whether the database answers, without any detail."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except Error:
        return HttpResponse("niet gezond\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("gezond\n", content_type="text/plain; charset=utf-8")
