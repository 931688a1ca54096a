"""What is asked of writers and second readers of guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.domain.tlp import Tlp
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.words.publications import kind_choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Person

RELEASES = [
    (str(Tlp.CLEAR), _("TLP:CLEAR. Iedereen mag het lezen en doorgeven.")),
    (str(Tlp.GREEN), _("TLP:GREEN. Alleen wie een account heeft en meedoet.")),
]


class WriteForm(OnceForm):
    """A piece of guidance in words."""

    kind = forms.ChoiceField(label=_("Wat voor stuk is het?"), choices=kind_choices)
    title = FreeText(
        label=_("Titel"),
        rows=1,
        max_length=150,
        help_text=_("Zeg waar het over gaat, in woorden die een collega zoekt."),
        attrs={"class": "verder-input--question"},
    )
    summary = FreeText(
        label=_("Samenvatting"), rows=3, max_length=600, help_text=_("Wie heeft hier iets aan, en waarvoor?")
    )
    text = FreeText(
        label=_("Tekst"),
        rows=20,
        max_length=40_000,
        help_text=_(
            "Begin een regel met ## voor een kop en met - voor een punt in een lijst. Zet **sterretjes** om woorden "
            "die vet moeten. Schrijf een link als [tekst](https://adres)."
        ),
    )


class RewriteForm(WriteForm, VersionForm):
    """A draft as it stands, to be changed."""


class ReaderForm(VersionForm):
    """Whom to ask as second reader."""

    reader = forms.ChoiceField(label=_("Wie leest het na?"), help_text=_("Deze persoon kan het concept lezen."))

    def __init__(self, *arguments: Any, readers: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["reader"])
        asked.choices = [("", _("Kies iemand")), *((str(one.opaque_id), _named(one)) for one in readers)]


def _named(person: Person) -> str:
    return f"{person.name} ({person.organisation.name})" if person.organisation else person.name


class PublishForm(VersionForm):
    """What the second reader decides and confirms."""

    tlp = forms.ChoiceField(label=_("Wie mag het lezen?"), choices=RELEASES, widget=forms.RadioSelect)
    review_on = forms.DateField(
        label=_("Geldig tot"),
        help_text=_("Dan kijkt iemand of het nog klopt. Daarna staat op de pagina dat het verlopen is."),
        widget=forms.DateInput(attrs={"type": "date", "class": "verder-input--short"}, format="%Y-%m-%d"),
    )
    repeats_nothing = forms.BooleanField(
        label=_(
            "Ik heb alles gelezen. Het herhaalt niets uit een dilemma of een ander stuk dat niet gedeeld mag worden."
        ),
        error_messages={"required": _("Lees het stuk en bevestig dit. Anders kan het niet worden gepubliceerd.")},
    )


class TakeBackForm(VersionForm):
    """Nothing more than a confirmation."""
