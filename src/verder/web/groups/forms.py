"""What is asked of whoever looks after a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.guidance.models import Publication
from verder.network.models import Seat
from verder.web.asking import OnceForm

SHORT = "verder-input--short"


class InviteForm(OnceForm):
    """Who joins a group, as what, and until when."""

    address = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Van iemand met een account. Nog geen account? Het secretariaat nodigt iemand uit bij Beheer."),
        widget=forms.EmailInput(attrs={"class": SHORT, "autocomplete": "off"}),
    )
    seat = forms.ChoiceField(
        label=_("Als wat?"),
        choices=[
            (str(Seat.MEMBER), _("Lid")),
            (str(Seat.SPECIALIST), _("Specialist van buiten: ziet alleen deze groep, tot een datum")),
        ],
        widget=forms.RadioSelect,
        initial=str(Seat.MEMBER),
    )
    ends_on = forms.DateField(
        label=_("Tot en met"),
        required=False,
        help_text=_("Nodig bij een specialist: ten hoogste een jaar."),
        widget=forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d"),
    )


class EndForm(OnceForm):
    """Nothing but a yes."""


class ProductForm(OnceForm):
    """Which guidance the group made."""

    publication = forms.TypedChoiceField(label=_("Welk stuk?"), coerce=int)

    def __init__(self, *arguments: Any, publications: Iterable[Publication], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = self.fields["publication"]
        if isinstance(asked, forms.ChoiceField):
            asked.choices = [(one.pk, one.title) for one in publications]
