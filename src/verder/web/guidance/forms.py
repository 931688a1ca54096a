"""What is asked of writers and second readers of guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.domain.guidance_parts import PublicationKind
from verder.domain.tlp import Tlp
from verder.guidance.operations.publish import Release
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.words.publications import kind_choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verder.guidance.models import Publication
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
        required=False,
        help_text=_(
            "Begin een regel met ## voor een kop en met - voor een punt in een lijst. Zet **sterretjes** om woorden "
            "die vet moeten. Schrijf een link als [tekst](https://adres). Bij een handelingskader kunt u dit leeg "
            "laten: daar schrijft u de delen."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a text, unless the piece consists of its parts."""
        given = super().clean() or self.cleaned_data
        if (
            given.get("kind") != PublicationKind.ACTION_FRAMEWORK
            and not given.get("text")
            and "text" not in self.errors
        ):
            self.add_error("text", _("Schrijf een tekst. Alleen een handelingskader kan zonder."))
        return given


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


class OwnerForm(VersionForm):
    """Who answers for a piece."""

    owner = forms.ChoiceField(label=_("Wie is eigenaar?"))

    def __init__(self, *arguments: Any, owners: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["owner"])
        asked.choices = [("", _("Kies iemand")), *((str(one.opaque_id), _named(one)) for one in owners)]


class PrincipleForm(VersionForm):
    """The shared principle, and why the Platform changed it."""

    text = FreeText(label=_("Het gedeelde uitgangspunt"), rows=10, max_length=4000)
    reason = FreeText(label=_("Waarom stelt het Platform dit vast?"), rows=3, max_length=1000)


class SendBackForm(VersionForm):
    """What must change before a piece can be published."""

    words = FreeText(
        label=_("Wat moet er anders?"),
        rows=6,
        help_text=_("De schrijver leest dit bij het concept. Zeg ook waar het gedeelde uitgangspunt in het geding is."),
    )


class PublishForm(VersionForm):
    """What the second reader decides and confirms."""

    principle = forms.IntegerField(widget=forms.HiddenInput)

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
    keeps_to_principle = forms.BooleanField(
        label=_("Ik heb het stuk getoetst aan het gedeelde uitgangspunt. Het past erbij."),
        error_messages={"required": _("Toets het stuk aan het uitgangspunt. Past het niet? Geef het stuk terug.")},
    )
    words_may_stand = forms.BooleanField(
        label=_("Wat de tekstcontrole aanwijst, mag blijven staan."),
        required=False,
    )

    def __init__(self, *arguments: Any, points_at_words: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not points_at_words:
            del self.fields["words_may_stand"]

    @property
    def release(self) -> Release:
        """What was decided and confirmed, for the operation that publishes."""
        given = self.cleaned_data
        return Release(
            tlp=Tlp(given["tlp"]),
            review_on=given["review_on"],
            principle=given["principle"],
            repeats_nothing=given["repeats_nothing"],
            keeps_to_principle=given["keeps_to_principle"],
            words_may_stand=given.get("words_may_stand", False),
        )


class NextForm(VersionForm):
    """What the next edition changes."""

    change = FreeText(
        label=_("Wat verandert er, en waarom?"),
        rows=3,
        max_length=1000,
        help_text=_("Lezers zien dit bij de nieuwe versie."),
    )


class WithdrawForm(VersionForm):
    """Why a piece is withdrawn, and what replaces it."""

    reason = FreeText(label=_("Waarom geldt dit stuk niet meer?"), rows=3, max_length=1000)
    replaced_by = forms.ChoiceField(label=_("Wat vervangt het?"), required=False)

    def __init__(self, *arguments: Any, others: Mapping[str, Publication], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["replaced_by"])
        asked.choices = [("", _("Niets")), *((key, one.title) for key, one in others.items())]


class TakeBackForm(VersionForm):
    """Nothing more than a confirmation."""
