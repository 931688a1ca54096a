"""What is asked of whoever looks after a group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.guidance.models import Publication, PublicationState
from verder.web.asking import OnceForm
from verder.web.checking import FreeText

SHORT = "verder-input--short"
SHOWN = "yes"
READ_BY_THE_GROUP = gettext_lazy("De groep leest dit, en de persoon om wie het gaat ook.")


def _day(**said: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d"), **said)


class MemberForm(OnceForm):
    """Who joins a group as a member."""

    address = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy(
            "Van iemand met een account. Nog geen account? Het secretariaat nodigt iemand uit bij Beheer."
        ),
        widget=forms.EmailInput(attrs={"class": SHORT, "autocomplete": "off"}),
    )


class SpecialistForm(OnceForm):
    """A specialist from outside, and the last day of the access."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    address = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy("Hier komt de uitnodiging, en hiermee logt de specialist in."),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": SHORT, "autocomplete": "off"}),
    )
    organisation = forms.CharField(label=gettext_lazy("Organisatie"), max_length=150)
    ends_on = _day(
        label=gettext_lazy("Tot en met"),
        help_text=gettext_lazy("Ten hoogste een jaar. Is de werkgroep eerder klaar? Dan stopt de toegang op die dag."),
    )


class AccessForm(OnceForm):
    """Another last day for a specialist, and why."""

    ends_on = _day(label=gettext_lazy("Tot en met"), help_text=gettext_lazy("Ten hoogste een jaar vanaf vandaag."))
    reason = FreeText(label=gettext_lazy("Waarom?"), help_text=READ_BY_THE_GROUP, rows=2, max_length=500)


class EndForm(OnceForm):
    """Why somebody leaves a group at once."""

    reason = FreeText(label=gettext_lazy("Waarom?"), help_text=READ_BY_THE_GROUP, rows=2, max_length=500)


class ShownForm(OnceForm):
    """Whether outsiders may read somebody's role and organisation."""

    shown = forms.ChoiceField(
        label=gettext_lazy("Wat mag iedereen lezen?"),
        choices=[
            ("", gettext_lazy("Niets over mij")),
            (SHOWN, gettext_lazy("Mijn rol en mijn organisatie, zonder mijn naam")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )


class StayForm(OnceForm):
    """Why a group goes on meeting, and until when."""

    reason = FreeText(label=gettext_lazy("Waarom blijft de werkgroep?"), rows=3, max_length=1000)
    until = _day(
        label=gettext_lazy("Tot en met"), help_text=gettext_lazy("Ten hoogste een jaar. Daarna kijkt u opnieuw.")
    )


class QuestionForm(OnceForm):
    """The question of a group as outsiders read it."""

    question = FreeText(
        label=gettext_lazy("Vraag in het openbaar"),
        help_text=gettext_lazy(
            "Iedereen leest dan deze vraag, de naam van de groep en wat de groep publiceert. Leeg: niets is openbaar."
        ),
        rows=2,
        max_length=300,
        required=False,
    )


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
