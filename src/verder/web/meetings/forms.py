"""What is asked of whoever looks after agendas."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import ItemKind
from verder.web.asking import OnceForm
from verder.web.checking import FreeText
from verder.web.words.meetings import ITEM_KIND_WORDS


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
