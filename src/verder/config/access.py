"""The access log: of each request its route's name, its status and its time, and nothing else."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

LOGGER = logging.getLogger("verder.access")


def log_requests(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Log each request without anything that tells who asked or for what."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = answer(request)
        milliseconds = round((time.perf_counter() - start) * 1000, 1)
        route = request.resolver_match.view_name if request.resolver_match else "-"
        LOGGER.info("request", extra={"facts": {"route": route, "status": response.status_code, "ms": milliseconds}})
        return response

    return middleware
