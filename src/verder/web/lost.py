"""Gives back what was typed in a form that could not be taken in at all: its page had closed, or its security had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FORBIDDEN = 403


def give_back(request: HttpRequest, template: str) -> HttpResponse:
    """Answer with a page that holds the texts that were typed, to copy them; nothing of it is kept."""
    response = render(request, template, {"typed": "\n\n".join(_texts(request))}, status=FORBIDDEN)
    response["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django hands it over
    """Answer a form whose security token is not right: the cookie went, or somebody logged in meanwhile."""
    return give_back(request, "403_csrf.html")


def _texts(request: HttpRequest) -> list[str]:
    """Return what reads as something a person wrote: keys, labels and choices hold no spaces."""
    values = [value.strip() for values in request.POST.lists() for value in values[1] if isinstance(value, str)]
    return [value for value in values if " " in value]
