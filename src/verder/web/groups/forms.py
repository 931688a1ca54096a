"""What is asked of whoever looks after a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.guidance.models import Publication, PublicationState
from verder.network.models import Seat
from verder.web.asking import OnceForm
from verder.web.checking import FreeText

SHORT = "verder-input--short"


class InviteForm(OnceForm):
    """Who joins a group, as what, and until when."""

    address = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy(
            "Van iemand met een account. Nog geen account? Het secretariaat nodigt iemand uit bij Beheer."
        ),
        widget=forms.EmailInput(attrs={"class": SHORT, "autocomplete": "off"}),
    )
    seat = forms.ChoiceField(
        label=gettext_lazy("Als wat?"),
        choices=[
            (str(Seat.MEMBER), gettext_lazy("Lid")),
            (str(Seat.SPECIALIST), gettext_lazy("Specialist van buiten: ziet alleen deze groep, tot een datum")),
        ],
        widget=forms.RadioSelect,
        initial=str(Seat.MEMBER),
    )
    ends_on = forms.DateField(
        label=gettext_lazy("Tot en met"),
        required=False,
        help_text=gettext_lazy("Nodig bij een specialist: ten hoogste een jaar."),
        widget=forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d"),
    )


class StayForm(OnceForm):
    """Why a group goes on meeting, and until when."""

    reason = FreeText(label=gettext_lazy("Waarom blijft de werkgroep?"), rows=3, max_length=1000)
    until = forms.DateField(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Ten hoogste een jaar. Daarna kijkt u opnieuw."),
        widget=forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d"),
    )


class EndForm(OnceForm):
    """Nothing but a yes."""


class ProductForm(OnceForm):
    """Which guidance the group made."""

    publication = forms.ChoiceField(label=gettext_lazy("Welk stuk?"))

    def __init__(self, *arguments: Any, publications: Iterable[Publication], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["publication"])
        asked.choices = [(str(one.key), _titled(one)) for one in publications]


def _titled(publication: Publication) -> str:
    is_draft = publication.state == PublicationState.DRAFT
    return _("%(title)s (concept)") % {"title": publication.title} if is_draft else publication.title
