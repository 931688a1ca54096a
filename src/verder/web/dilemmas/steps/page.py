"""What every step's page has in common: its form is made from what the ladder says that the step needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from verder.deliberation.queries.dilemmas import numbers_that_joined
from verder.deliberation.queries.journeys import NO_ANSWER
from verder.deliberation.queries.situation import Situation
from verder.domain.ladder import STEPS, Step
from verder.domain.rungs import WORDS, Need
from verder.network.models import Person
from verder.web.checking import FreeText
from verder.web.dilemmas.tasks import Fact, Order, Preview, TaskForm, to_dossier
from verder.web.words.needs import NEED, READ_BY_SUBMITTER
from verder.web.words.steps import STEP

ROWS = {Need.MESSAGE_TO_SUBMITTER: 7}


class StepForm(TaskForm):
    """A field for each of the words that a step needs, after what a step asks besides."""

    left_out: ClassVar[frozenset[Need]] = frozenset()
    optional: ClassVar[frozenset[Need]] = frozenset()

    def __init__(self, situation: Situation, *arguments: Any, step: Step, **options: Any) -> None:
        self.step = step
        super().__init__(situation, *arguments, **options)
        for need in Need:
            if need in self.asked:
                self.fields[str(need)] = word_field(need, required=need not in self.optional)

    @property
    def asked(self) -> frozenset[Need]:
        """The words that the form asks for."""
        return (self.step.needs & WORDS) - self.left_out | self.optional

    def choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        """Say what can be chosen in a field."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


def word_field(need: Need, *, required: bool = True) -> FreeText:
    """Return the field in which one writes these words; it says so when the submitter reads them."""
    words = NEED[need]
    helps = [words.help] if words.help else []
    if words.submitter_reads and words.help != READ_BY_SUBMITTER:
        helps.append(READ_BY_SUBMITTER)
    return FreeText(
        label=words.label,
        help_text=" ".join(str(one) for one in helps),
        rows=ROWS.get(need, 4),
        required=required,
        error_messages={"required": words.missing},
    )


class DayBox(forms.DateInput):
    """A box in which one chooses a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def name_of(person: Person) -> str:
    """Name a person in a list to choose from: with what they do and where."""
    besides = [one for one in (person.function, str(person.organisation or "")) if one]
    return f"{person.name} ({', '.join(besides)})" if besides else person.name


def as_submitter_reads(need: Need = Need.MESSAGE_TO_SUBMITTER) -> Callable[[Step, Situation, Order], Preview]:
    """Show an end as the submitter will read it: what happened, and the words to them."""

    def preview(step: Step, situation: Situation, order: Order) -> Preview:
        facts = [Fact(str(STEP[step.name].happened), order.words[need].text)]
        others = [one for one in Need if one in order.words and one != need and NEED[one].submitter_reads]
        facts += [Fact(str(NEED[one].label), order.words[one].text) for one in others if order.words[one].text]
        joined = numbers_that_joined(situation.dilemma)
        if joined and f"step.{step.name}" not in NO_ANSWER:
            facts.append(Fact(_("Dit leest ook wie dit inbracht"), ", ".join(joined)))
        return Preview(_("Zo leest de inbrenger het"), tuple(facts))

    return preview


@dataclass(frozen=True, slots=True)
class StepPage:
    """How one step is asked for and taken."""

    take: Callable[[Order], object]
    form: type[StepForm] = StepForm
    facts: Callable[[Situation], tuple[Fact, ...]] = lambda _situation: ()
    preview: Callable[[Step, Situation, Order], Preview] | None = None
    lands: Callable[[Order], str] = to_dossier
    """Where one goes afterwards."""


def preview_of(name: str, page: StepPage) -> Callable[[Step, Situation, Order], Preview] | None:
    """Return what is shown before a step is taken: by itself for every step that ends a dilemma."""
    return page.preview or (as_submitter_reads() if STEPS[name].ends else None)
