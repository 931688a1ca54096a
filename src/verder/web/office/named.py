"""Pages about what has a name and nothing more: themes, and the professions that guidance can be for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from verder.network import queries, register
from verder.network.operations import words
from verder.network.versions import version_of
from verder.web.changing import FormPage, VersionedForm, answer_form
from verder.web.office.forms import ProfessionForm, ThemeForm
from verder.web.standing import for_secretariat
from verder.web.visitors import office_actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.network.models import Profession, Theme


@dataclass(frozen=True, slots=True)
class Kind:
    """What differs between the pages of one kind and another: their words, addresses, form, reads and writes."""

    title: Promise
    none: Promise
    add: Promise
    added: Promise
    rename: Promise
    renamed: Promise
    page: str
    page_of_one: str
    form: type[VersionedForm]
    everything: Callable[[], list[Theme] | list[Profession]]
    one: Callable[[int], Theme | Profession]
    write_new: Callable[..., object]
    write_name: Callable[..., object]


THEMES = Kind(
    title=_("Thema’s"),
    none=_("Er zijn nog geen thema’s."),
    add=_("Voeg een thema toe"),
    added=_("Het thema is toegevoegd."),
    rename=_("Geef het thema %(name)s een andere naam"),
    renamed=_("Het thema is bewaard."),
    page="office-themes",
    page_of_one="office-theme-rename",
    form=ThemeForm,
    everything=queries.themes,
    one=register.theme_with_key,
    write_new=words.add_theme,
    write_name=words.rename_theme,
)
PROFESSIONS = Kind(
    title=_("Beroepsgroepen"),
    none=_("Er zijn nog geen beroepsgroepen."),
    add=_("Voeg een beroepsgroep toe"),
    added=_("De beroepsgroep is toegevoegd."),
    rename=_("Geef de beroepsgroep %(name)s een andere naam"),
    renamed=_("De beroepsgroep is bewaard."),
    page="office-professions",
    page_of_one="office-profession-rename",
    form=ProfessionForm,
    everything=queries.professions,
    one=register.profession_with_key,
    write_new=words.add_profession,
    write_name=words.rename_profession,
)


@for_secretariat
def name_list(request: HttpRequest, *, kind: Kind) -> HttpResponse:
    """Show the names of one kind, and add one."""

    def change(typed: dict[str, Any]) -> None:
        kind.write_new(typed["name"], actor=office_actor(request), at=timezone.now())

    page = FormPage(
        str(kind.title),
        gettext("Voeg toe"),
        str(kind.added),
        reverse(kind.page),
        template="web/office/names.html",
        words={"kind": kind, "rows": kind.everything()},
    )
    return answer_form(request, page, kind.form, shown=dict, change=change)


@for_secretariat
def rename(request: HttpRequest, pk: int, *, kind: Kind) -> HttpResponse:
    """Give one of a kind another name."""
    found = _one(kind, pk)

    def shown() -> dict[str, Any]:
        current = _one(kind, pk)
        return {"name": current.name, "version": version_of(current)}

    def change(typed: dict[str, Any]) -> None:
        actor = office_actor(request)
        kind.write_name(found, typed["name"], actor=actor, at=timezone.now(), seen=typed["version"])

    title = str(kind.rename) % {"name": found.name}
    page = FormPage(title, gettext("Bewaar"), str(kind.renamed), reverse(kind.page))
    return answer_form(request, page, kind.form, shown=shown, change=change)


def _one(kind: Kind, pk: int) -> Theme | Profession:
    try:
        return kind.one(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
