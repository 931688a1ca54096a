"""Writes about urgent routes: where someone goes who cannot wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from verder.network.acting import Principal
from verder.network.models import UrgentRoute
from verder.network.operations.noting import note
from verder.network.versions import check_version


@dataclass(frozen=True, slots=True)
class RouteEntry:
    """Where someone goes, in which situation, and how."""

    situation: str
    name: str
    telephone: str = ""
    address: str = ""


@transaction.atomic
def save_urgent_route(
    entry: RouteEntry, *, actor: Principal, at: datetime, route: UrgentRoute | None = None, seen: str | None = None
) -> UrgentRoute:
    """Add a route at the end, or change one; either way it counts as checked today. Raise ChangedMeanwhile."""
    saved = _filled(_locked(route, seen) if route else UrgentRoute(position=_next_position()), entry)
    return _checked(saved, "urgent_route.save", timezone.localdate(at), actor=actor, at=at)


@transaction.atomic
def bring_urgent_route(entry: RouteEntry, *, actor: Principal, at: datetime) -> UrgentRoute:
    """Add a route that comes with the software: it waits for somebody of this installation to check it."""
    return _noted(_filled(UrgentRoute(position=_next_position()), entry), "urgent_route.save", actor=actor, at=at)


@transaction.atomic
def mark_route_checked(route: UrgentRoute, *, actor: Principal, at: datetime, seen: str | None = None) -> UrgentRoute:
    """Write down that somebody checked today that the route is right; raise ChangedMeanwhile."""
    return _checked(_locked(route, seen), "urgent_route.check", timezone.localdate(at), actor=actor, at=at)


@transaction.atomic
def remove_urgent_route(route: UrgentRoute, *, actor: Principal, at: datetime, seen: str | None = None) -> None:
    """Take a route away; raise ChangedMeanwhile when a colleague was first."""
    current = _locked(route, seen)
    note("urgent_route.remove", actor=actor, at=at, details={"urgent_route": current.pk})
    current.delete()


def _locked(route: UrgentRoute, seen: str | None) -> UrgentRoute:
    current = UrgentRoute.objects.select_for_update().get(pk=route.pk)
    check_version(current, seen)
    return current


def _checked(route: UrgentRoute, action: str, today: date, *, actor: Principal, at: datetime) -> UrgentRoute:
    route.last_checked_on = today
    return _noted(route, action, actor=actor, at=at)


def _filled(route: UrgentRoute, entry: RouteEntry) -> UrgentRoute:
    route.situation, route.name = entry.situation, entry.name
    route.telephone, route.address = entry.telephone, entry.address
    return route


def _noted(route: UrgentRoute, action: str, *, actor: Principal, at: datetime) -> UrgentRoute:
    route.save()
    note(action, actor=actor, at=at, details={"urgent_route": route.pk})
    return route


def _next_position() -> int:
    return (UrgentRoute.objects.aggregate(last=Max("position"))["last"] or 0) + 1
