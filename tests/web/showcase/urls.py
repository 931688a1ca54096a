"""The example pages, beside the real ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from tests.web.showcase.examples import public_context, work_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


def _example(name: str, context: Callable[[], dict[str, object]]) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        source = (Path(__file__).parent / f"{name}.html").read_text()
        return HttpResponse(engines["django"].from_string(source).render(context(), request))

    return view


urlpatterns = [
    path("", include("verder.config.urls")),
    path("voorbeelden/publiek", _example("public", public_context)),
    path("voorbeelden/werk", _example("work", work_context)),
]
