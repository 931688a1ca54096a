"""What is asked of whoever looks after meetings."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import ItemKind
from verder.web.asking import OnceForm
from verder.web.checking import FreeText
from verder.web.words.meetings import ITEM_KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Body

IN_PERSON, ONLINE = "in_person", "online"
SHORT = "verder-input--short"


class PlanForm(OnceForm):
    """Which body meets, when and where."""

    body = forms.ChoiceField(label=_("Wie vergadert er?"))
    day = forms.DateField(
        label=_("Datum"), widget=forms.DateInput(attrs={"type": "date", "class": SHORT}, format="%Y-%m-%d")
    )
    hour = forms.TimeField(
        label=_("Begint om"), widget=forms.TimeInput(attrs={"type": "time", "class": SHORT}, format="%H:%M")
    )
    way = forms.ChoiceField(
        label=_("Hoe?"),
        choices=[(IN_PERSON, _("Op een plek, bij elkaar")), (ONLINE, _("Online"))],
        widget=forms.RadioSelect,
        initial=IN_PERSON,
    )
    place = forms.CharField(
        label=_("Plaats"), max_length=150, help_text=_("Een adres, of hoe men online bij de vergadering komt.")
    )

    def __init__(self, *arguments: Any, bodies: Iterable[Body], **options: Any) -> None:
        super().__init__(*arguments, **options)
        asked = cast("forms.ChoiceField", self.fields["body"])
        asked.choices = [(str(body.key), body.name) for body in bodies]

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins, in the Netherlands."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"]))


class ItemForm(OnceForm):
    """An item that is not about a dilemma."""

    title = FreeText(label=_("Waar gaat het over?"), rows=1, max_length=150)
    kind = forms.ChoiceField(
        label=_("Wat vraagt u van de vergadering?"),
        choices=[(str(kind), words) for kind, words in ITEM_KIND_WORDS.items()],
        widget=forms.RadioSelect,
        initial=ItemKind.INFORMATION,
    )


class PlaceForm(OnceForm):
    """Which dilemma comes on the agenda; sent by a button of its own."""

    number = forms.CharField(max_length=12)


class CloseForm(OnceForm):
    """Why what was not decided goes to the next meeting."""

    reason = FreeText(
        label=_("Waarom schuift het door?"),
        rows=3,
        max_length=1000,
        help_text=_("De inbrengers van deze dilemma’s lezen dit."),
        error_messages={"required": _("Schrijf op waarom. De inbrengers lezen het.")},
    )

    def __init__(self, *arguments: Any, undecided: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if not undecided:
            self.fields["reason"].required = False
            self.fields["reason"].widget = forms.HiddenInput()
