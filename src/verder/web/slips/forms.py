"""What is asked of who hides words, and of who puts them back."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from verder.deliberation.queries.people import people_at_work
from verder.network.models import Person
from verder.slips.queries import Place, places_of
from verder.slips.searching import Looked, look_into
from verder.web.checking import FreeText
from verder.web.dilemmas.tasks import TaskForm
from verder.web.slips.words import name_of_place

SECONDS = 5
"""How long one press of the button looks into files; the one that is open is finished."""
SAID = {
    Looked.HOLDS: _("het woord staat erin"),
    Looked.UNREADABLE: _("hierin kunnen wij niet zoeken: kijk zelf"),
    Looked.WAITS: _("wordt nog doorzocht"),
}


class HideForm(TaskForm):
    """The word that slipped through and where it stands. The word is used to search, and never kept.

    Files are looked into while one waits, some at a time; the page itself carries which, so that nothing of the word is
    left behind anywhere.
    """

    more = _("Zoek waar het staat")
    sought = forms.CharField(widget=forms.HiddenInput, required=False)
    looked = forms.CharField(widget=forms.HiddenInput, required=False)
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
        """Offer the places in which the word stands, and the files in which it stands or may stand."""
        word = self._typed("word")
        found = places_of(self.situation.dilemma, word=word)
        self.whole_files = [one.row for one in found if one.is_whole_file]
        goes_on = bool(word) and word == self._typed("sought")
        self.known: dict[int, Looked] = _read_off(self._typed("looked")) if goes_on else {}
        if self.whole_files:
            self.fields["places"].help_text = self._told(word)
        offered = [one for one in found if not one.is_whole_file or self.known.get(one.row) is not Looked.LACKS]
        choices = [(one.code, _label(one, self._said_of(one, word))) for one in offered]
        self.fields["places"] = _with_choices(self.fields["places"], choices)
        if word and self._waiting():
            self.more = _("Zoek verder in de bestanden") if self.known else self.more
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
        """Return the form with the places of the word, nothing chosen wrong yet, after a look into some more files."""
        chosen = self["places"].value() or []
        kept = {name: self.data.get(name, "") for name in ("word", "replacement", "second")}
        self._look_further()
        looked = {"sought": self._typed("word"), "looked": _written_down(self.known)}
        return HideForm(self.situation, initial={**kept, **looked, "places": chosen})

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, self.initial.get(name, ""))).strip()

    def _waiting(self) -> list[int]:
        return [row for row in self.whole_files if self.known.get(row, Looked.WAITS) is Looked.WAITS]

    def _look_further(self) -> None:
        """Look for the word in files, one after the other, until they are done or it takes too long."""
        word, begun = self._typed("word"), monotonic()
        for row in self._waiting() if word else ():
            self.known[row] = look_into(row, word)
            if monotonic() - begun > SECONDS:
                return

    def _told(self, word: str) -> str:
        """Say how far the search in files is."""
        waiting = len(self._waiting())
        if not word:
            return str(_("Typ een woord en zoek waar het staat. Dan zoeken wij ook in de bestanden."))
        if waiting:
            done = {"done": len(self.whole_files) - waiting, "total": len(self.whole_files)}
            text = _("In %(done)s van de %(total)s bestanden is gezocht. Zoek verder om de rest te doorzoeken.")
            return str(text) % done
        return str(_("In alle bestanden is gezocht. Van een bestand kunt u alleen het geheel verbergen."))

    def _said_of(self, place: Place, word: str) -> str:
        if not place.is_whole_file or not word:
            return ""
        return str(SAID[self.known.get(place.row, Looked.WAITS)])


class PutBackForm(forms.Form):
    """Why hidden words may stand after all."""

    reason = FreeText(label=_("Waarom mag dit blijven staan?"), rows=3, max_length=1000)


def _with_choices(asked: forms.Field, choices: Sequence[tuple[str, object]]) -> forms.Field:
    asked.choices = choices  # type: ignore[attr-defined]
    return asked


def _label(place: Place, said: str) -> str:
    label = f"{name_of_place(place.table, place.column)}: {Truncator(place.text).chars(160)}"
    return f"{label} ({said})" if said else label


def _read_off(looked: str) -> dict[int, Looked]:
    """Read what a page carries of files that were looked into; what is damaged was not."""
    parts = (one.partition(":") for one in looked.split())
    return {int(row): Looked(said) for row, _colon, said in parts if row.isdecimal() and said in set(Looked)}


def _written_down(known: dict[int, Looked]) -> str:
    return " ".join(f"{row}:{said}" for row, said in known.items())
