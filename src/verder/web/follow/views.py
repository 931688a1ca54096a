"""Pages with which a submitter follows a dilemma."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse


def open_by_link(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 -- to be written
    """Open a dilemma's page by the link in a letter."""
    return HttpResponse(status=501)


def confirm_address(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 -- to be written
    """Confirm a submitter's address by the link in a letter."""
    return HttpResponse(status=501)
