"""What the office fills in. Forms only validate; operations write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.domain.regions import NATIONWIDE, REGIONS
from verder.network import register
from verder.web.changing import VersionedForm
from verder.web.checking import FreeText
from verder.web.words.seats import SEAT_WORDS

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from verder.network.models import Body

LONGEST_TERM = 365


def _day(*, required: bool = True, **said: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=required, **said)


class PersonForm(VersionedForm):
    """Someone who works with Verder."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres"), help_text=_("Hiermee logt deze persoon in."), max_length=254)
    function = forms.CharField(label=_("Functie"), max_length=120, required=False)
    organisation = forms.ModelChoiceField(
        label=_("Organisatie"), queryset=register.organisations(), required=False, empty_label=_("geen")
    )


class SeatForm(forms.Form):
    """A seat in a body."""

    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(label=_("Overleg"), queryset=None)
    seat = forms.ChoiceField(label=_("Rol"), choices=list(SEAT_WORDS.items()))
    starts_on = _day(label=_("Vanaf"))
    ends_on = _day(
        label=_("Tot en met"), required=False, help_text=_("Voor een specialist altijd; voor anderen hoeft het niet.")
    )

    def __init__(self, *args: Any, bodies: QuerySet[Body], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class InvitationForm(SeatForm):
    """A new person with a first seat."""

    name = PersonForm.base_fields["name"]
    email = PersonForm.base_fields["email"]
    function = PersonForm.base_fields["function"]
    organisation = PersonForm.base_fields["organisation"]
    field_order = ("name", "email", "function", "organisation", "body", "seat", "starts_on", "ends_on")


class SeatEndForm(VersionedForm):
    """The last day on which a seat counts."""

    ends_on = _day(label=_("Laatste dag"), help_text=_("Op deze dag heeft deze persoon nog toegang."))


class OrganisationForm(VersionedForm):
    """An organisation that takes part."""

    name = forms.CharField(label=_("Naam"), max_length=150)
    kind = forms.ModelChoiceField(label=_("Soort"), queryset=register.organisation_kinds(), empty_label=_("kies"))
    parent = forms.ModelChoiceField(
        label=_("Onderdeel van"),
        queryset=register.organisations(),
        required=False,
        empty_label=_("geen"),
        help_text=_("Een bestuurder van de organisatie hierboven kan in het Strategisch Beraad zitten."),
    )
    email = forms.EmailField(
        label=_("Algemeen e-mailadres"),
        required=False,
        max_length=254,
        help_text=_("Hier komt kennis die wij verspreiden. Een adres van de organisatie, niet van een persoon."),
    )
    region = forms.ChoiceField(
        label=_("Regio"), required=False, choices=[(NATIONWIDE, _("het hele land")), *REGIONS.items()]
    )


class NameForm(VersionedForm):
    """The name of a kind or a theme."""

    name = forms.CharField(label=_("Naam"), max_length=100)


class ThemeForm(VersionedForm):
    """A phenomenon that dilemmas are about."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=100,
        help_text=_("Noem het verschijnsel, zoals uithuwelijking. Nooit een groep mensen."),
    )


class ProfessionForm(VersionedForm):
    """A kind of professional that guidance can be for."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=100,
        help_text=_("Noem het werk, zoals wijkteam of jeugdbescherming. Lezers kiezen hiermee wat voor hen is."),
    )


class WordForm(forms.Form):
    """A name that the text check lets pass."""

    text = forms.CharField(
        label=_("Woord of naam"),
        max_length=100,
        help_text=_(
            "De naam van een organisatie, een plaats of een website, zoals kenniscentrum.nl. Nooit die van een persoon."
        ),
    )
    reason = FreeText(
        label=_("Waarom is dit geen persoon?"),
        rows=1,
        max_length=200,
        help_text=_("Bijvoorbeeld: een kenniscentrum. Collega’s zien dit, met uw naam en de datum."),
    )


class BodyForm(VersionedForm):
    """What is known of a body."""

    name = forms.CharField(label=_("Naam"), max_length=150)
    chairing_organisation = forms.ModelChoiceField(
        label=_("Organisatie van de voorzitter"),
        queryset=register.organisations(),
        required=False,
        empty_label=_("geen"),
    )
    meetings_per_year = forms.IntegerField(label=_("Vergaderingen per jaar, minstens"), min_value=0, max_value=52)
    warns_months_ahead = forms.IntegerField(
        label=_("Waarschuw zoveel maanden voor een nieuw jaar"),
        help_text=_("Het secretariaat ziet dan dat er voor dat jaar te weinig fysieke vergaderingen gepland zijn."),
        min_value=0,
        max_value=12,
    )
    reply_reminder_days = forms.IntegerField(
        label=_("Herinner wie niet antwoordde, zoveel dagen voor de vergadering"), min_value=0, max_value=60
    )
    poll_reminder_days = forms.IntegerField(
        label=_("Herinner wie niet antwoordde, zoveel dagen voor een datumprikker sluit"), min_value=0, max_value=30
    )
    confidential = forms.BooleanField(label=_("Alleen de leden en het secretariaat zien wie er lid is"), required=False)
    dates_are_public = forms.BooleanField(
        label=_("Iedereen mag weten wanneer en waar dit overleg vergadert"),
        help_text=_("De data staan dan in de openbare agenda bij de uitkomsten. Onderwerpen staan daar nooit in."),
        required=False,
    )


class TermForm(VersionedForm):
    """How long a dilemma may stay on a rung."""

    days = forms.IntegerField(label=_("Aantal dagen"), min_value=1, max_value=LONGEST_TERM)
    working_days = forms.BooleanField(label=_("Tel alleen werkdagen"), required=False)


class RouteForm(VersionedForm):
    """Where someone goes who cannot wait."""

    situation = forms.CharField(label=_("Wanneer"), max_length=150)
    name = forms.CharField(label=_("Waarheen"), max_length=100)
    telephone = forms.CharField(label=_("Telefoonnummer"), max_length=20, required=False)
    address = forms.URLField(label=_("Webadres"), required=False, assume_scheme="https", max_length=200)


class SureForm(VersionedForm):
    """Nothing to fill in: only to confirm, with the version of what one saw."""


class SearchForm(forms.Form):
    """Words to look for in a long list."""

    words = forms.CharField(label=_("Zoek"), max_length=100, required=False)
