"""What is asked of whoever works in a group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import DayBox
from verder.web.files.fields import FilesField
from verder.web.meetings.action_forms import OwnerField
from verder.workspace.content import text_templates

if TYPE_CHECKING:
    from verder.network.models import Person

LONGEST = 20_000
BLANK = ""
MARKDOWN = gettext_lazy(
    "Een lege regel begint een alinea, een streepje met een spatie een opsomming, en ### een kop. Schrijf **zo** wat "
    "nadruk moet krijgen."
)


class TextForm(OnceForm):
    """What a text begins as, what it is about, and what it is called."""

    template = forms.ChoiceField(label=gettext_lazy("Waarmee begint u?"), widget=forms.RadioSelect, required=False)
    dilemma = forms.ChoiceField(label=gettext_lazy("Waarover gaat de tekst?"), required=False)
    title = FreeText(label=gettext_lazy("Titel"), rows=1, max_length=150)

    def __init__(self, *arguments: Any, numbers: Sequence[str], may_share: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        templates = [(one.code, one.title) for one in text_templates().values()]
        self._offer("template", [*templates, (BLANK, _("Een lege tekst, met eigen delen"))])
        shared = [(BLANK, _("Over alle dilemma’s van de groep"))] if may_share else []
        self._offer("dilemma", [*((number, number) for number in numbers), *shared])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask for a dilemma where the template is about one."""
        said = self.cleaned_data
        template = text_templates().get(said.get("template", ""))
        if template and template.about_a_dilemma and not said.get("dilemma"):
            self.add_error("dilemma", _("Kies over welk dilemma dit gaat."))
        return said


class TitleForm(VersionForm):
    """Another name for a text."""

    title = FreeText(label=gettext_lazy("Titel"), rows=1, max_length=150)


class HeadingForm(OnceForm):
    """The heading of a new section."""

    heading = FreeText(label=gettext_lazy("Kop van het nieuwe deel"), rows=1, max_length=150)


class SectionForm(VersionForm):
    """What a section says."""

    heading = FreeText(label=gettext_lazy("Kop"), rows=1, max_length=150)
    words = FreeText(label=gettext_lazy("Tekst"), help_text=MARKDOWN, rows=16, max_length=LONGEST, required=False)


class CommentForm(VersionForm):
    """What somebody says about a section."""

    words = FreeText(label=gettext_lazy("Uw opmerking"), rows=3, max_length=2000)


class ProposalForm(VersionForm):
    """Other words for a section, and why."""

    proposal = FreeText(label=gettext_lazy("Uw voorstel"), help_text=MARKDOWN, rows=16, max_length=LONGEST)
    words = FreeText(label=gettext_lazy("Waarom?"), rows=3, max_length=2000, required=False)


class ReplyForm(OnceForm):
    """What becomes of a remark."""

    reply = FreeText(label=gettext_lazy("Antwoord"), rows=3, max_length=2000)


class ContributionForm(OnceForm):
    """Something to say in the discussion."""

    words = FreeText(label=gettext_lazy("Uw bijdrage"), rows=4, max_length=4000)


class PointForm(OnceForm):
    """What is to be done, by whom and when."""

    words = FreeText(label=gettext_lazy("Wat moet er gebeuren?"), rows=1, max_length=300)
    owner = OwnerField(label=gettext_lazy("Wie doet het?"))
    due_on = forms.DateField(label=gettext_lazy("Wanneer is het klaar?"), widget=DayBox)

    def __init__(self, *arguments: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        cast("OwnerField", self.fields["owner"]).offer(people)


class HandOverForm(VersionForm):
    """Who does it from now on, and by which day."""

    owner = OwnerField(label=gettext_lazy("Wie doet het?"))
    due_on = forms.DateField(label=gettext_lazy("Wanneer is het klaar?"), widget=DayBox)

    def __init__(self, *arguments: Any, people: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        cast("OwnerField", self.fields["owner"]).offer(people)


class GroupPaperForm(OnceForm):
    """A paper for the group: what it is called, and the file."""

    title = FreeText(label=gettext_lazy("Hoe heet het stuk?"), rows=1, max_length=150)
    attachments = FilesField(label=gettext_lazy("Bestand"), most=1)
