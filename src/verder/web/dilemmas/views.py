"""The dossier."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def dossier(request: HttpRequest, number: str) -> HttpResponse:  # noqa: ARG001 -- to be written
    """Show a dilemma to who may read it."""
    return HttpResponse(status=501)
