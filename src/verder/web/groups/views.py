"""Pages of working groups."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse


def group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:  # noqa: ARG001 -- to be written
    """Show a working group."""
    return HttpResponse(status=501)
