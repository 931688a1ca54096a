"""Pages about organisations and their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.network import register
from verder.network.models import Organisation
from verder.network.operations import organisations
from verder.network.operations.organisations import OrganisationEntry
from verder.network.versions import version_of
from verder.web.changing import FormPage, answer_form
from verder.web.office.forms import NameForm, OrganisationForm
from verder.web.office.searching import search, searched
from verder.web.standing import for_office
from verder.web.visitors import office_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_office
@searched
def organisation_list(request: HttpRequest) -> HttpResponse:
    """Show the organisations that take part, and the kinds that there are."""
    words = {**search(request, register.organisations_matching), "kinds": register.kinds_with_numbers()}
    return render(request, "web/office/organisations.html", words)


@for_office
def add_organisation(request: HttpRequest) -> HttpResponse:
    """Add an organisation."""

    def change(typed: dict[str, Any]) -> None:
        organisations.add_organisation(_entry(typed), actor=office_actor(request), at=timezone.now())

    page = _page(_("Voeg een organisatie toe"), _("Voeg toe"), _("De organisatie is toegevoegd."))
    return answer_form(request, page, OrganisationForm, shown=dict, change=change)


@for_office
def change_organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation."""
    found = _organisation(pk)

    def shown() -> dict[str, Any]:
        current = _organisation(pk)
        return {
            "name": current.name,
            "kind": current.kind_id,
            "parent": current.parent_id,
            "email": current.email,
            "region": current.region,
            "version": version_of(current),
        }

    def change(typed: dict[str, Any]) -> None:
        organisations.change_organisation(
            found, _entry(typed), actor=office_actor(request), at=timezone.now(), seen=typed["version"]
        )

    title = _("Verander %(name)s") % {"name": found.name}
    page = _page(title, _("Bewaar"), _("De organisatie is bewaard."))
    return answer_form(request, page, OrganisationForm, shown=shown, change=change)


@for_office
def add_kind(request: HttpRequest) -> HttpResponse:
    """Add a kind of organisation."""

    def change(typed: dict[str, Any]) -> None:
        organisations.add_organisation_kind(typed["name"], actor=office_actor(request), at=timezone.now())

    page = _page(_("Voeg een soort organisatie toe"), _("Voeg toe"), _("De soort is toegevoegd."))
    return answer_form(request, page, NameForm, shown=dict, change=change)


def _page(title: str, button: str, done: str) -> FormPage:
    return FormPage(title, button, done, reverse("office-organisations"))


def _organisation(pk: int) -> Organisation:
    try:
        return register.organisation_with_key(pk)
    except Organisation.DoesNotExist as missing:
        raise Http404 from missing


def _entry(typed: dict[str, Any]) -> OrganisationEntry:
    return OrganisationEntry(typed["name"], typed["kind"], typed["parent"], typed["email"], typed["region"])
