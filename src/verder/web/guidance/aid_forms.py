"""What is asked of whoever writes a step of a decision aid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.decision_aid import Step
from verder.guidance.operations.aid import AnswerWords
from verder.guidance.operations.aid_steps import StepText
from verder.web.asking import VersionForm
from verder.web.checking import CheckedForm, FreeText

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION, OUTCOME = "question", "outcome"
FEWEST_ROWS, EMPTY_ROWS = 3, 1


class StepForm(VersionForm):
    """A question with its answers and where each leads, or an outcome; every save offers one more empty row."""

    title = FreeText(
        label=gettext_lazy("De vraag, of wat de uitkomst is"),
        rows=1,
        max_length=150,
        attrs={"class": "verder-input--question"},
    )
    text = FreeText(label=gettext_lazy("Uitleg"), rows=4, max_length=2000, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat is deze stap?"),
        choices=[
            (QUESTION, gettext_lazy("Een vraag: de antwoorden staan hieronder")),
            (OUTCOME, gettext_lazy("Een uitkomst: hier eindigt de weg")),
        ],
        widget=forms.RadioSelect,
        initial=QUESTION,
    )

    def __init__(self, *arguments: Any, rows: int, steps: Iterable[Step], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.rows = rows
        leads = [("", _("Nog niet gekozen")), *((step.key, step.title) for step in steps)]
        for number in range(1, rows + 1):
            self.fields |= _row(number, leads)

    def clean(self) -> dict[str, Any]:
        """Ask for the words of an answer that has a hint or leads somewhere."""
        given = super().clean() or self.cleaned_data
        for number in range(1, self.rows + 1):
            said, hint, leads = (given.get(f"{name}_{number}") for name in ("answer", "hint", "leads"))
            if (hint or leads) and not said and f"answer_{number}" not in self.errors:
                self.add_error(f"answer_{number}", _("Schrijf het antwoord op, of maak deze regel leeg"))
        return given

    def words(self, checked: CheckedForm) -> StepText:
        """Return the step in checked words; rows without an answer are left out."""
        is_outcome = self.cleaned_data["kind"] == OUTCOME
        return StepText(checked.words["title"], checked.words["text"], is_outcome, tuple(self._answers(checked)))

    def _answers(self, checked: CheckedForm) -> Iterator[AnswerWords]:
        for number in range(1, self.rows + 1):
            said = checked.words[f"answer_{number}"]
            if said.text:
                leads = self.cleaned_data[f"leads_{number}"]
                yield AnswerWords(said, checked.words[f"hint_{number}"], leads)


def _row(number: int, leads: list[tuple[str, str]]) -> dict[str, forms.Field]:
    count = {"number": number}
    return {
        f"answer_{number}": FreeText(
            label=_("Antwoord %(number)s") % count, rows=1, max_length=150, begins_row=True, required=False
        ),
        f"hint_{number}": FreeText(
            label=_("Toelichting bij antwoord %(number)s") % count, rows=1, max_length=150, required=False
        ),
        f"leads_{number}": forms.ChoiceField(
            label=_("Waarheen leidt antwoord %(number)s?") % count, choices=leads, required=False
        ),
    }


def rows_for(step: Step | None) -> int:
    """Return how many rows for answers a form shows: those there are, and one more."""
    return max(len(step.answers) + EMPTY_ROWS, FEWEST_ROWS) if step else FEWEST_ROWS


def rows_posted(posted: Mapping[str, str], at_least: int) -> int:
    """Return how many rows were sent, so that a form that grew meanwhile loses nothing."""
    numbers = [int(name.removeprefix("answer_")) for name in posted if _is_row(name)]
    return max([at_least, *numbers])


def _is_row(name: str) -> bool:
    number = name.removeprefix("answer_")
    return name.startswith("answer_") and number.isdecimal() and len(number) < len("100")


def shown(step: Step) -> dict[str, object]:
    """Return what a form shows of a step as it stands."""
    said: dict[str, object] = {
        "title": step.title,
        "text": step.text,
        "kind": OUTCOME if step.is_outcome else QUESTION,
    }
    for number, answer in enumerate(step.answers, 1):
        said |= {f"answer_{number}": answer.text, f"hint_{number}": answer.hint, f"leads_{number}": answer.leads_to}
    return said


class YesForm(VersionForm):
    """Nothing but a yes."""
