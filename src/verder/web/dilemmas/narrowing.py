"""The filters of the list: a form that reads the address, and the address of each next page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from verder.deliberation.queries.listing import Narrowing, Place, Stage
from verder.domain.rungs import ENDS, RUNGS, Rung
from verder.domain.tlp import Tlp
from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from verder.network.models import Theme
    from verder.network.standing import Standing

MINE, NOBODY = "ik", "niemand"
BEFORE, AFTER = "voor", "na"
SEPARATOR = "_"


def _wheres() -> list[tuple[Any, Any]]:
    return [
        ("", _("Alles wat loopt")),
        (_("Onderweg"), [(str(rung), RUNG_WORDS[rung].title) for rung in RUNGS]),
        (_("Klaar"), [(str(rung), RUNG_WORDS[rung].title) for rung in Rung if rung in ENDS]),
        (Stage.ENDED.value, _("Alles wat klaar is")),
        (Stage.ALL.value, _("Alles")),
    ]


class QuickSelect(forms.Select):
    """A list to choose from that is drawn in one go: a template for each option would cost more than the page."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        """Draw the list; groups stand under their titles."""
        chosen = str(value or "")
        inside = [
            format_html('<optgroup label="{}">{}</optgroup>', key, _options(label, chosen))
            if isinstance(label, list | tuple)
            else _options([(key, label)], chosen)
            for key, label in self.choices
        ]
        identity = (attrs or {}).get("id", "")
        drawn = format_html_join("", "{}", ((one,) for one in inside))
        return format_html('<select name="{}" id="{}">{}</select>', name, identity, drawn)


def _options(choices: Iterable[tuple[Any, Any]], chosen: str) -> SafeString:
    drawn = ((key, SafeString(" selected" if str(key) == chosen else ""), label) for key, label in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', drawn)


class NarrowingForm(forms.Form):
    """What one can narrow the list to."""

    halte = forms.ChoiceField(label=_("Waar"), choices=_wheres, required=False, widget=QuickSelect)
    thema = forms.ChoiceField(label=_("Thema"), required=False, widget=QuickSelect)
    behandelaar = forms.ChoiceField(label=_("Behandelaar"), required=False, widget=QuickSelect)
    label = forms.ChoiceField(label=_("Delen"), required=False, widget=QuickSelect)
    laat = forms.BooleanField(
        label=_("Alleen wat te laat is"), required=False, widget=forms.CheckboxInput(attrs={"value": "ja"})
    )

    def __init__(self, data: QueryDict, *, themes: Iterable[Theme], handlers: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        self.choose("thema", [("", _("Alle thema’s")), *((str(theme.pk), theme.name) for theme in themes)])
        people = [(str(key), name) for key, name in handlers]
        if people:
            self.choose("behandelaar", [("", _("Iedereen")), (MINE, _("Ik")), (NOBODY, _("Niemand")), *people])
        else:
            del self.fields["behandelaar"]
        self.choose("label", [("", _("Alle labels")), *((str(label), str(label)) for label in Tlp)])

    def choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        """Say what can be chosen in a field."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def narrowing(self, standing: Standing) -> Narrowing:
        """Return what is asked for; what makes no sense is left out."""
        self.is_valid()
        said = self.cleaned_data
        return Narrowing(
            where=_where(said.get("halte", "")),
            theme=int(said["thema"]) if said.get("thema") else None,
            handler=_handler(said.get("behandelaar", ""), standing),
            label=Tlp(said["label"]) if said.get("label") else None,
            is_late=bool(said.get("laat")),
        )


def _where(said: str) -> Rung | Stage:
    if not said:
        return Stage.UNDER_WAY
    return Stage(said) if said in set(Stage) else Rung(said)


def _handler(said: str, standing: Standing) -> int | None:
    if said == MINE:
        return standing.person.pk if standing.person else None
    if said == NOBODY:
        return 0
    return int(said) if said else None


def read_place(said: str) -> Place | None:
    """Read a place from an address; None when there is none, or it makes no sense."""
    key, _separator, day = said.partition(SEPARATOR)
    try:
        return Place(int(key), date.fromisoformat(day) if day else None)
    except ValueError:
        return None


def turn(asked: QueryDict, way: str, place: Place | None) -> str:
    """Return the address of the page on the other side of a place; empty where the list ends."""
    if place is None:
        return ""
    query = asked.copy()
    for name in (BEFORE, AFTER):
        query.pop(name, None)
    query[way] = f"{place.pk}{SEPARATOR}{place.day.isoformat()}" if place.day else str(place.pk)
    return f"{reverse('dilemma-list')}?{query.urlencode()}"
