"""Where a request comes from, and who acts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from verder.gate.visitor import visitor_address
from verder.network.acting import Actor, Capacity
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.network.models import Person


def address_of(request: HttpRequest) -> str:
    """Find the address that a request comes from, behind the proxies that this installation trusts; or ""."""
    return visitor_address(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        trusted_proxies=settings.ENVIRONMENT.trusted_proxies,
    )


def office_actor(request: HttpRequest) -> Actor:
    """Name who acts on people, roles and settings: the secretariat, or an administrator."""
    visitor = standing(request)
    capacity = Capacity.SECRETARIAT if visitor.is_secretariat else Capacity.ADMINISTRATION
    return Actor(visitor.person, capacity, address_of(request) or None)


def account_actor(request: HttpRequest, person: Person | None) -> Actor:
    """Name who acts on an account of their own; the person may still be on the way in."""
    return Actor(person, Capacity.ACCOUNT, address_of(request) or None)
