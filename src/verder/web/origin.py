"""Where a request comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from verder.gate.visitor import visitor_address

if TYPE_CHECKING:
    from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Find the address that a request comes from, behind the proxies that this installation trusts; or ""."""
    return visitor_address(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        trusted_proxies=settings.ENVIRONMENT.trusted_proxies,
    )
