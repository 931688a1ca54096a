"""What is written down while a meeting is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Person


class RecordForm(VersionForm):
    """What was decided and said at one item."""

    decision = FreeText(
        label=_("Besluit"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=_("Zo staat het op de besluitenlijst."),
    )
    minutes = FreeText(
        label=_("Verslag"),
        rows=6,
        max_length=8000,
        required=False,
        help_text=_("Wat is er gezegd? Noem geen namen van mensen over wie het gaat."),
    )


class PresenceForm(OnceForm):
    """Who was there."""

    present = forms.MultipleChoiceField(label=_("Wie is er?"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *arguments: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices = [(str(one.opaque_id), name_of(one)) for one in people]
        cast("forms.MultipleChoiceField", self.fields["present"]).choices = choices


class ChathamHouseForm(OnceForm):
    """Whether what is distributed leaves out who said what."""

    applies = forms.BooleanField(
        label=_("De Chatham House Rule geldt"),
        required=False,
        help_text=_("Dan staat er in alles wat wordt verspreid geen naam en geen organisatie van wie er was."),
    )
