"""What is asked of whoever makes an agenda."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import ItemKind, SignOffRole
from verder.deliberation.models.agenda import LONGEST_ITEM
from verder.deliberation.queries.backlog import Source
from verder.web.agenda.reading import KINDS_BESIDES_DECISION, KINDS_TO_CHOOSE
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.files.fields import FilesField

UP, DOWN = "up", "down"


class ArrangeForm(VersionForm):
    """The order of the open items as keys, and possibly one of them that goes a place up or down."""

    order = forms.CharField()
    move = forms.CharField(required=False)

    def clean_order(self) -> list[uuid.UUID]:
        """Read the keys."""
        try:
            return [uuid.UUID(key) for key in self.cleaned_data["order"].split(",")]
        except ValueError as error:
            raise forms.ValidationError(_("Dit is geen volgorde."), code="invalid") from error

    @property
    def moved(self) -> str:
        """The key of the item that goes a place up or down; empty when they were dragged."""
        _way, _colon, key = self.cleaned_data["move"].partition(":")
        return next((str(one) for one in self.cleaned_data["order"] if str(one) == key), "")

    @property
    def arranged(self) -> list[uuid.UUID]:
        """The order that is asked for, with the one move done."""
        order = list(self.cleaned_data["order"])
        way, _colon, key = self.cleaned_data["move"].partition(":")
        place = next((place for place, one in enumerate(order) if str(one) == key), None)
        other = None if place is None else place + (1 if way == DOWN else -1)
        if place is not None and other is not None and 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
        return order


class PutForm(OnceForm):
    """What comes on the agenda, and for what: "signal:<key>:discussion"."""

    put = forms.RegexField(
        regex=rf"^({'|'.join(Source)}):[0-9a-f-]{{1,40}}:({'|'.join(ItemKind)})$",
    )

    @property
    def asked(self) -> tuple[Source, str, ItemKind]:
        """Its source, what finds it there, and what is asked of the meeting."""
        source, reference, kind = self.cleaned_data["put"].split(":")
        return Source(source), reference, ItemKind(kind)


class TakeOffForm(OnceForm):
    """Which item goes off the agenda."""

    item = forms.UUIDField()


class SignForm(VersionForm):
    """In which role somebody signs the agenda that they read."""

    role = forms.ChoiceField(choices=[(str(role), str(role)) for role in SignOffRole])


class ItemForm(VersionForm):
    """What an item says; what an item is about that is no text of its own has its title from there."""

    title = FreeText(label=_("Waar gaat het over?"), rows=1, max_length=150)
    kind = forms.ChoiceField(label=_("Wat vraagt u van de vergadering?"), widget=forms.RadioSelect)
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten?"),
        min_value=0,
        max_value=LONGEST_ITEM,
        widget=forms.NumberInput(attrs={"class": "verder-input--short"}),
    )
    annotation = FreeText(
        label=_("Aantekening voor de voorzitter"),
        rows=5,
        required=False,
        help_text=_("Alleen de voorzitter en het secretariaat lezen dit."),
    )

    def __init__(self, *arguments: Any, has_title: bool, kinds: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not has_title:
            del self.fields["title"]
        if kinds == ItemKind.DECISION:
            del self.fields["kind"]
        else:
            asked = cast("forms.ChoiceField", self.fields["kind"])
            asked.choices = KINDS_TO_CHOOSE if kinds == "all" else KINDS_BESIDES_DECISION


class CoverNoteForm(VersionForm):
    """A cover note in somebody's own words."""

    asked = FreeText(label=_("Wat wordt gevraagd?"), rows=3, max_length=1000)
    tried = FreeText(label=_("Wat is geprobeerd?"), rows=6, required=False)
    options = FreeText(label=_("Welke mogelijkheden zijn er?"), rows=6, required=False)


class PaperForm(VersionForm):
    """A paper at an item: what it is called on the agenda, and the file."""

    title = FreeText(label=_("Hoe heet het stuk?"), rows=1, max_length=150)
    attachments = FilesField(label=_("Bestand"), most=1)
