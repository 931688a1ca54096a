"""Explains a page that only takes forms to whoever opens its address, as one does by reloading after a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseNotAllowed
from django.shortcuts import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def explain_not_allowed(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give the refusal of a method a page in the house style, where a browser would show one of its own errors."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render(request, "405.html").content
        return response

    return middleware
