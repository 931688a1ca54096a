"""The fields of one part of guidance: which columns it has, and what each is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.domain.guidance_parts import PartCode, PublicationKind, Rule, Shape
from verder.web.checking import FreeText
from verder.web.words.parts import CODE_STEPS, PART_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import Promise

COLUMNS: dict[Shape, tuple[str, ...]] = {
    Shape.ONE: ("text",),
    Shape.FIVE: ("text",),
    Shape.ROWS: ("heading", "text"),
    Shape.SOURCED: ("heading", "text", "source", "read_by"),
}
ASKS_PRIVACY_OFFICER = "ask"
LONGEST = {"heading": 150, "text": 8000, "source": 300, "read_by": 150}
LABELS: dict[tuple[PartCode, str], Promise] = {
    (PartCode.SHARING, "heading"): _("Wat, of met wie? (%(number)s)"),
    (PartCode.SHARING, "text"): _("Wat mag, en op welke grond? (%(number)s)"),
    (PartCode.SHARING, ASKS_PRIVACY_OFFICER): _("Zet erbij: vraag dit na bij uw privacyfunctionaris (%(number)s)"),
    (PartCode.STEPS, "heading"): _("Rol %(number)s"),
    (PartCode.STEPS, "text"): _("Wat doet rol %(number)s?"),
    (PartCode.CONTEXT, "heading"): _("Onderwerp %(number)s"),
    (PartCode.CONTEXT, "text"): _("Uitleg %(number)s"),
    (PartCode.CONTEXT, "source"): _("Bron van uitleg %(number)s"),
    (PartCode.CONTEXT, "read_by"): _("Wie met kennis hiervan las uitleg %(number)s mee? Noem een functie, geen naam."),
}


class DraftText(FreeText):
    """A text that a piece is not published without, and that may stay empty while it is a draft."""

    def validate(self, value: Any) -> None:
        """Ask nothing of a text that is not there yet."""
        if value not in self.empty_values:
            super().validate(value)


def name_of(code: PartCode, number: int, column: str = "text") -> str:
    """Return the name of a field of one row of a part."""
    return f"{code}-{number}-{column}"


def fields_of(rule: Rule, number: int, *, kind: PublicationKind) -> Iterator[tuple[str, forms.Field]]:
    """Make the fields of one row of a part."""
    for column in COLUMNS[rule.shape]:
        yield (
            name_of(rule.code, number, column),
            DraftText(
                label=_label(rule, number, column),
                help_text=PART_WORDS[rule.code].help if rule.shape is Shape.ONE else "",
                rows=4 if column == "text" else 1,
                max_length=LONGEST[column],
                begins_row=column == "heading",
                required=rule.shape is not Shape.ONE or kind in rule.needed_in,
            ),
        )
    if rule.code is PartCode.SHARING:
        label = _label(rule, number, ASKS_PRIVACY_OFFICER)
        yield name_of(rule.code, number, ASKS_PRIVACY_OFFICER), forms.BooleanField(label=label, required=False)


def _label(rule: Rule, number: int, column: str) -> str:
    if rule.shape is Shape.ONE:
        return str(PART_WORDS[rule.code].heading)
    if rule.shape is Shape.FIVE:
        return str(CODE_STEPS[number - 1])
    return str(LABELS[rule.code, column]) % {"number": number}
