"""What is asked about spreading: for whom it is, to which address, and to how many colleagues it was passed on."""

from __future__ import annotations

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.distribution.models.distribution import DAYS_TO_RESPOND
from verder.distribution.queries import Selection, kinds_to_choose
from verder.domain.regions import NATIONWIDE, REGIONS
from verder.web.asking import OnceForm

NATIONWIDE_CODE = "NL"
"""An empty value cannot be ticked."""


class SelectionForm(forms.Form):
    """For which organisations a piece is."""

    kinds = forms.MultipleChoiceField(label=_("Soort organisatie"), widget=forms.CheckboxSelectMultiple)
    regions = forms.MultipleChoiceField(
        label=_("Regio"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(NATIONWIDE_CODE, _("niet in één regio, maar landelijk")), *REGIONS.items()],
        help_text=_("Kies niets als het voor het hele land is."),
        required=False,
    )

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        asked = cast("forms.MultipleChoiceField", self.fields["kinds"])
        asked.choices = [(str(pk), f"{name} ({number})") for pk, name, number in kinds_to_choose()]

    @property
    def selection(self) -> Selection:
        """What was chosen; without a region it is all of them."""
        codes = self.cleaned_data["regions"] or [NATIONWIDE_CODE, *REGIONS]
        regions = {NATIONWIDE if code == NATIONWIDE_CODE else code for code in codes}
        return Selection(frozenset(map(int, self.cleaned_data["kinds"])), frozenset(regions))


class SpreadForm(OnceForm):
    """Sending to what was chosen, as it was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    days_to_respond = forms.IntegerField(
        label=_("Herinner wie na zoveel dagen niets liet weten"),
        help_text=_("Elke organisatie krijgt hoogstens één herinnering."),
        initial=DAYS_TO_RESPOND,
        min_value=1,
        max_value=180,
        widget=forms.NumberInput(attrs={"class": "verder-input--short"}),
    )


class AddressForm(OnceForm):
    """Where to send it instead."""

    email = forms.EmailField(
        label=_("Algemeen e-mailadres van de organisatie"),
        max_length=254,
        help_text=_("Dit adres komt ook bij de organisatie te staan. Neem geen adres van een persoon."),
    )


class PassedOnForm(forms.Form):
    """To about how many colleagues it was passed on."""

    colleagues = forms.IntegerField(
        label=_("Aan hoeveel collega’s gaf u het door, ongeveer?"),
        help_text=_("Een schatting is goed. Namen vragen wij niet."),
        min_value=1,
        max_value=100_000,
        widget=forms.NumberInput(attrs={"class": "verder-input--short"}),
    )
