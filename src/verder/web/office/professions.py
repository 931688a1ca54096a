"""Pages about the kinds of professionals that guidance can be for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.network import queries, register
from verder.network.models import Profession
from verder.network.operations import words
from verder.network.versions import version_of
from verder.web.changing import FormPage, answer_form
from verder.web.office.forms import ProfessionForm
from verder.web.standing import for_secretariat
from verder.web.visitors import office_actor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_secretariat
def profession_list(request: HttpRequest) -> HttpResponse:
    """Show the professions, and add one."""

    def change(typed: dict[str, Any]) -> None:
        words.add_profession(typed["name"], actor=office_actor(request), at=timezone.now())

    page = FormPage(
        _("Beroepsgroepen"),
        _("Voeg toe"),
        _("De beroepsgroep is toegevoegd."),
        reverse("office-professions"),
        template="web/office/professions.html",
        words={"professions": queries.professions()},
    )
    return answer_form(request, page, ProfessionForm, shown=dict, change=change)


@for_secretariat
def rename_profession(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a profession another name."""
    found = _profession(pk)

    def shown() -> dict[str, Any]:
        current = _profession(pk)
        return {"name": current.name, "version": version_of(current)}

    def change(typed: dict[str, Any]) -> None:
        actor = office_actor(request)
        words.rename_profession(found, typed["name"], actor=actor, at=timezone.now(), seen=typed["version"])

    title = _("Geef de beroepsgroep %(name)s een andere naam") % {"name": found.name}
    page = FormPage(title, _("Bewaar"), _("De beroepsgroep is bewaard."), reverse("office-professions"))
    return answer_form(request, page, ProfessionForm, shown=shown, change=change)


def _profession(pk: int) -> Profession:
    try:
        return register.profession_with_key(pk)
    except Profession.DoesNotExist as missing:
        raise Http404 from missing
