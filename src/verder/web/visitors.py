"""Who acts in a request on people, roles, settings and their own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verder.network.acting import Capacity, Principal
from verder.web.origin import address_of
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.network.models import Person


def office_actor(request: HttpRequest) -> Principal:
    """Name who acts on people, roles and settings: the secretariat, or an administrator."""
    visitor = standing(request)
    capacity = Capacity.SECRETARIAT if visitor.is_secretariat else Capacity.ADMINISTRATION
    return Principal(visitor.person, capacity, address_of(request) or None)


def account_actor(request: HttpRequest, person: Person | None) -> Principal:
    """Name who acts on an account of their own; the person may still be on the way in."""
    return Principal(person, Capacity.ACCOUNT, address_of(request) or None)
