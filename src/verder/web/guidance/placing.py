"""The page of the desk that says where readers find a piece, while it is a draft and afterwards."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.guidance.models import PublicationState
from verder.guidance.operations.placing import PLACED, place
from verder.guidance.queries import places_of
from verder.network.queries import professions, themes
from verder.web.asking import Asked, VersionForm, answer
from verder.web.guidance.desk import REFUSALS, page_of, piece_here, who
from verder.web.standing import for_community

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from verder.guidance.models import Publication
    from verder.network.models import Profession, Theme
    from verder.web.checking import CheckedForm


class PlaceForm(VersionForm):
    """Under which themes and for which professions readers find a piece."""

    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Over welke thema’s gaat het?"),
        help_text=gettext_lazy("Lezers kiezen een thema en vinden dan dit stuk."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    professions = forms.MultipleChoiceField(
        label=gettext_lazy("Voor wie is het?"),
        help_text=gettext_lazy("Kiest u niets? Dan is het voor iedereen."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *arguments: Any, themes: Mapping[str, Theme], professions: Mapping[str, Profession], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        for name, rows in (("themes", themes), ("professions", professions)):
            choice = cast("forms.MultipleChoiceField", self.fields[name])
            choice.choices = [(key, row.name) for key, row in rows.items()]


@for_community
def placing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Say where readers find a piece."""
    publication = piece_here(request, key)
    if request.method != "POST" and publication.state not in PLACED:
        return redirect(page_of(publication))
    every_theme = {str(one.pk): one for one in themes()}
    every_profession = {str(one.pk): one for one in professions()}
    asked = Asked(
        _("Waar vinden lezers dit stuk?"),
        _("Bewaar"),
        _("Bewaard. Lezers vinden het stuk bij wat u koos."),
        _back(publication),
        lead=publication.title,
        refusals=REFUSALS,
        version_now=lambda: piece_here(request, key).version,
    )

    def do(form: PlaceForm, _checked: CheckedForm) -> str:
        given = form.cleaned_data
        place(
            key,
            themes=[every_theme[one] for one in given["themes"]],
            professions=[every_profession[one] for one in given["professions"]],
            **who(request, form),
        )
        return asked.back

    there = places_of(publication)
    now = {
        "version": publication.version,
        "themes": [str(one.pk) for one in there.themes],
        "professions": [str(one.pk) for one in there.professions],
    }
    new_form = partial(PlaceForm, themes=every_theme, professions=every_profession, initial=now)
    return answer(request, asked, new_form, do=do)


def _back(publication: Publication) -> str:
    if publication.state == PublicationState.DRAFT:
        return reverse("guidance-draft", args=[publication.key])
    return page_of(publication)
