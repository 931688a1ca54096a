"""What is asked about an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import DayBox, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Person


class OwnerField(forms.ChoiceField):
    """A choice among people, by the id that says nothing."""

    def offer(self, people: Iterable[Person]) -> None:
        """Offer these people."""
        self.choices = [("", _("Kies iemand")), *((str(one.opaque_id), name_of(one)) for one in people)]


class GiveForm(OnceForm):
    """What is to be done, by whom and when, and at which item it was said."""

    text = FreeText(label=_("Wat gaat iemand doen?"), rows=2, max_length=300)
    owner = OwnerField(label=_("Wie doet het?"))
    due_on = forms.DateField(label=_("Wanneer is het klaar?"), widget=DayBox)
    item = forms.ChoiceField(label=_("Bij welk agendapunt?"), required=False)

    def __init__(
        self, *arguments: Any, people: Iterable[Person], items: Iterable[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        _owner(self).offer(people)
        chosen = self.fields["item"]
        if isinstance(chosen, forms.ChoiceField):
            chosen.choices = [("", _("Bij geen punt")), *items]


class HandOverForm(VersionForm):
    """Who does it instead."""

    owner = OwnerField(label=_("Wie neemt het over?"))

    def __init__(self, *arguments: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        _owner(self).offer(people)


class MoveForm(VersionForm):
    """Another date."""

    due_on = forms.DateField(label=_("Wanneer is het klaar?"), widget=DayBox)


class FinishForm(VersionForm):
    """What came of it."""

    result = FreeText(label=_("Wat is het geworden?"), rows=3, max_length=1000)


def _owner(form: forms.Form) -> OwnerField:
    return cast("OwnerField", form.fields["owner"])
