"""What is asked of who hides words, and of who puts them back."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from verder.deliberation.queries.people import people_at_work
from verder.network.models import Person
from verder.slips.queries import Place, places_of
from verder.web.checking import FreeText
from verder.web.dilemmas.tasks import TaskForm
from verder.web.slips.words import name_of_place


class HideForm(TaskForm):
    """The word that slipped through and where it stands. The word is used to search, and never kept."""

    more = _("Zoek waar het staat")
    word = forms.CharField(
        label=_("Welk woord of welke naam hoort hier niet?"),
        help_text=_("Wij bewaren dit niet. Laat het leeg om alle teksten te zien."),
        min_length=3,
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    replacement = FreeText(
        label=_("Wat komt ervoor in de plaats?"),
        help_text=_("Bijvoorbeeld: de bewoner. Laat het leeg om de hele tekst te verbergen."),
        rows=1,
        max_length=150,
        required=False,
    )
    places = forms.MultipleChoiceField(
        label=_("Waar verbergen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Er is niets verborgen: kies minstens één plaats.")},
    )
    second = forms.ChoiceField(
        label=_("Wie kijkt als tweede?"),
        help_text=_("Een collega van het secretariaat of de voorzitter kan het altijd. U kunt ook iemand vragen."),
        required=False,
    )

    def offer(self) -> None:
        """Offer the places in which the word stands."""
        word = str(self.data.get("word", self.initial.get("word", ""))).strip()
        found = places_of(self.situation.dilemma, word=word)
        if any(one.is_whole_file for one in found):
            self.fields["places"].help_text = _("In een bestand zoeken we niet. Kies zelf het hele bestand.")
        self.fields["places"] = _with_choices(self.fields["places"], [(one.code, _label(one)) for one in found])
        person = self.situation.actor.standing.person
        others = people_at_work(timezone.localdate()).exclude(pk__in=[person.pk] if person else [])
        self.people = {str(one.pk): one for one in others}
        names = [(key, one.name) for key, one in self.people.items()]
        anyone = ("", _("Het secretariaat of de voorzitter"))
        self.fields["second"] = _with_choices(self.fields["second"], [anyone, *names])

    def clean_second(self) -> Person | None:
        """Put the person in the place of their key."""
        return self.people.get(self.cleaned_data["second"])

    def grown(self) -> TaskForm:
        """Return the form with the places of the word, nothing chosen wrong yet."""
        chosen = self["places"].value() or []
        kept = {name: self.data.get(name, "") for name in ("word", "replacement", "second")}
        return HideForm(self.situation, initial={**kept, "places": chosen})


class PutBackForm(forms.Form):
    """Why hidden words may stand after all."""

    reason = FreeText(label=_("Waarom mag dit blijven staan?"), rows=3, max_length=1000)


def _with_choices(asked: forms.Field, choices: Sequence[tuple[str, object]]) -> forms.Field:
    asked.choices = choices  # type: ignore[attr-defined]
    return asked


def _label(place: Place) -> str:
    return f"{name_of_place(place.table, place.column)}: {Truncator(place.text).chars(160)}"
