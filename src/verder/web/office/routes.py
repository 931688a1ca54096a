"""Pages about urgent routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.network import queries, register
from verder.network.models import UrgentRoute
from verder.network.operations import routes
from verder.network.operations.routes import RouteEntry
from verder.network.versions import version_of
from verder.web.changing import FormPage, answer_form
from verder.web.office.forms import RouteForm, SureForm
from verder.web.standing import for_secretariat
from verder.web.visitors import office_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_secretariat
def route_list(request: HttpRequest) -> HttpResponse:
    """Show the urgent routes, and when each was last checked."""
    rows = [(route, version_of(route)) for route in queries.urgent_routes()]
    return render(request, "web/office/routes.html", {"rows": rows})


@for_secretariat
def add_route(request: HttpRequest) -> HttpResponse:
    """Add an urgent route."""

    def change(typed: dict[str, Any]) -> None:
        typed.pop("version")
        routes.save_urgent_route(RouteEntry(**typed), actor=office_actor(request), at=timezone.now())

    page = _route_page(_("Voeg een spoedroute toe"), _("Voeg toe"), _("De route is toegevoegd."))
    return answer_form(request, page, RouteForm, shown=dict, change=change)


@for_secretariat
def change_route(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an urgent route."""
    found = _route(pk)

    def shown() -> dict[str, Any]:
        current = _route(pk)
        return {
            "situation": current.situation,
            "name": current.name,
            "telephone": current.telephone,
            "address": current.address,
            "version": version_of(current),
        }

    def change(typed: dict[str, Any]) -> None:
        seen = typed.pop("version")
        routes.save_urgent_route(
            RouteEntry(**typed), actor=office_actor(request), at=timezone.now(), route=found, seen=seen
        )

    page = _route_page(_("Verander %(name)s") % {"name": found.name}, _("Bewaar"), _("De route is bewaard."))
    return answer_form(request, page, RouteForm, shown=shown, change=change)


@for_secretariat
def check_route(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down that an urgent route was checked today."""
    found = _route(pk)

    def change(typed: dict[str, Any]) -> None:
        routes.mark_route_checked(found, actor=office_actor(request), at=timezone.now(), seen=typed["version"])

    title = _("Klopt %(name)s vandaag?") % {"name": found.name}
    page = _route_page(title, _("Vandaag gecontroleerd"), _("De route is vandaag gecontroleerd."))
    return answer_form(request, page, SureForm, shown=lambda: _version(pk), change=change)


@for_secretariat
def remove_route(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an urgent route away."""
    found = _route(pk)

    def change(typed: dict[str, Any]) -> None:
        routes.remove_urgent_route(found, actor=office_actor(request), at=timezone.now(), seen=typed["version"])

    title = _("Wilt u %(name)s weghalen?") % {"name": found.name}
    page = _route_page(title, _("Haal weg"), _("De route is weggehaald."))
    return answer_form(request, page, SureForm, shown=lambda: _version(pk), change=change)


def _route(pk: int) -> UrgentRoute:
    try:
        return register.route_with_key(pk)
    except UrgentRoute.DoesNotExist as missing:
        raise Http404 from missing


def _version(pk: int) -> dict[str, Any]:
    return {"version": version_of(_route(pk))}


def _route_page(title: str, button: str, done: str) -> FormPage:
    return FormPage(title, button, done, reverse("office-routes"))
