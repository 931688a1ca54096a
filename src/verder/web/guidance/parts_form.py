"""The form in which the parts of a draft are written: as many fields as its kind has parts, with rows to spare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.guidance_parts import (
    MOST_ROWS,
    STEPS_OF_THE_CODE,
    PartCode,
    PublicationKind,
    Rule,
    Shape,
    rules_of,
)
from verder.guidance.operations.parts import Contents, PartWords
from verder.web.asking import VersionForm
from verder.web.checking import FreeText
from verder.web.components import Part as Entry
from verder.web.guidance.parts_fields import ASKS_PRIVACY_OFFICER, COLUMNS, fields_of, name_of
from verder.web.words.parts import PART_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.utils.functional import Promise

    from verder.domain.guidance_parts import Part
    from verder.guidance.models import Publication
    from verder.network.models import UrgentRoute
    from verder.web.checking import CheckedForm

ROWS_TO_SPARE = {Shape.ROWS: 2, Shape.SOURCED: 1}
HEARD = [("yes", gettext_lazy("Ja, zij zijn gehoord")), ("no", gettext_lazy("Nee, zij zijn niet gehoord"))]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part as it is asked for: with one field, or with rows under a heading of its own."""

    code: PartCode
    heading: Promise
    help: Promise
    is_needed: bool
    has_rows: bool
    fields: tuple[forms.BoundField, ...]

    @property
    def entry(self) -> Entry:
        """The part as an entry in the table of contents of the page."""
        anchor = f"deel-{self.code}" if self.has_rows else self.fields[0].auto_id
        is_filled = any(field.value() for field in self.fields)
        return Entry(
            str(self.heading), anchor, is_filled=is_filled, is_wrong=any(field.errors for field in self.fields)
        )


class PartsForm(VersionForm):
    """All parts of a draft, whom to call, and whether experts by experience were heard. Nothing must be done yet."""

    use_required_attribute = False

    def __init__(
        self, *arguments: Any, kind: PublicationKind, parts: Sequence[Part], routes: Sequence[UrgentRoute], **more: Any
    ) -> None:
        super().__init__(*arguments, **more)
        self.kind = kind
        self.routes = {str(route.pk): route for route in routes}
        self.rules = [rule for rule in rules_of(kind) if rule.shape in COLUMNS and rule.code is not PartCode.TEXT]
        self.rows = [(rule, number) for rule in self.rules for number in self._numbers(rule, parts)]
        for rule, number in self.rows:
            self.fields.update(fields_of(rule, number, kind=kind))
        self._ask_the_rest()

    def _numbers(self, rule: Rule, parts: Sequence[Part]) -> range:
        """Count the rows of a part: those that were sent, or those that stand there with some to spare."""
        if rule.shape is Shape.FIVE:
            return range(1, STEPS_OF_THE_CODE + 1)
        if rule.shape is Shape.ONE:
            return range(1, 2)
        sent = [number for number in range(1, MOST_ROWS + 1) if name_of(rule.code, number) in self.data]
        there = [part for part in parts if part.code is rule.code]
        count = max(sent, default=1) if self.is_bound else len(there) + ROWS_TO_SPARE[rule.shape]
        return range(1, min(count, MOST_ROWS) + 1)

    def _ask_the_rest(self) -> None:
        words = PART_WORDS[PartCode.CONTACTS]
        self.fields["contacts"] = forms.MultipleChoiceField(
            label=words.heading,
            help_text=words.help,
            choices=[(key, f"{route.name} ({route.situation})") for key, route in self.routes.items()],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["experts_heard"] = forms.ChoiceField(
            label=_("Zijn ervaringsdeskundigen gehoord?"), choices=HEARD, required=False, widget=forms.RadioSelect
        )
        self.fields["experts"] = FreeText(
            label=_("Hoe, of waarom niet?"),
            help_text=_("Noem geen namen. Dit staat straks onder het stuk."),
            required=False,
            rows=3,
            max_length=1000,
        )

    @property
    def chapters(self) -> list[Chapter]:
        """The parts with their fields, in the order in which they are read."""
        return [self._chapter(rule) for rule in self.rules]

    def _chapter(self, rule: Rule) -> Chapter:
        words = PART_WORDS[rule.code]
        names = [
            name for of, number in self.rows if of is rule for name, _field in fields_of(of, number, kind=self.kind)
        ]
        fields = tuple(self[name] for name in names)
        return Chapter(
            rule.code, words.heading, words.help, self.kind in rule.needed_in, rule.shape is not Shape.ONE, fields
        )

    @property
    def entries(self) -> list[Entry]:
        """The table of contents of the page."""
        return [*(chapter.entry for chapter in self.chapters), Entry(_("Wie helpt, en wie dacht mee?"), "tot-slot")]

    @property
    def closing(self) -> list[forms.BoundField]:
        """What is asked after the parts."""
        return [self[name] for name in ("contacts", "experts_heard", "experts")]

    def clean(self) -> dict[str, Any]:
        """Lose nothing: a heading or a source would not be kept without a text."""
        given = super().clean() or self.cleaned_data
        for rule, number in self.rows:
            beside = [given.get(name_of(rule.code, number, column)) for column in COLUMNS[rule.shape]]
            if any(beside) and not given.get(name_of(rule.code, number)):
                told = _("Schrijf hier een tekst, of maak de velden erbij leeg.")
                self.add_error(name_of(rule.code, number), told)
        return given

    def contents(self, checked: CheckedForm) -> Contents:
        """Return what was written; rows left empty are closed up, but the steps of the reporting code keep theirs."""
        heard = self.cleaned_data["experts_heard"]
        return Contents(
            parts=[part for rule in self.rules for part in self._written(rule, checked)],
            contacts=[self.routes[key] for key in self.cleaned_data["contacts"]],
            experts_heard=heard == "yes" if heard else None,
            experts=checked.words["experts"],
        )

    def _written(self, rule: Rule, checked: CheckedForm) -> Iterator[PartWords]:
        filled = [one for of, one in self.rows if of is rule and checked.words[name_of(rule.code, one)].text]
        for place, number in enumerate(filled, 1):
            words = {column: checked.words[name_of(rule.code, number, column)] for column in COLUMNS[rule.shape]}
            asks = bool(self.cleaned_data.get(name_of(rule.code, number, ASKS_PRIVACY_OFFICER)))
            kept = number if rule.shape is Shape.FIVE else place
            yield PartWords(rule.code, kept, **words, ask_privacy_officer=asks)


def shown(publication: Publication, parts: Sequence[Part], contacts: Sequence[UrgentRoute]) -> dict[str, object]:
    """Return a draft as it stands, by the names of the fields."""
    values: dict[str, object] = {
        "version": publication.version,
        "contacts": [str(route.pk) for route in contacts],
        "experts_heard": {True: "yes", False: "no", None: ""}[publication.experts_heard],
        "experts": publication.experts,
    }
    for part in parts:
        for column in ("heading", "text", "source", "read_by"):
            values[name_of(part.code, part.number, column)] = getattr(part, column)
        values[name_of(part.code, part.number, ASKS_PRIVACY_OFFICER)] = part.ask_privacy_officer
    return values
