"""The whole scheme of a decision aid on paper: the picture, and the same steps under the same numbers in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verder.domain.decision_aid import Aid, Answer, Step
from verder.paper.document import Block, Heading, Item, ItemList, Picture, Span
from verder.web.guidance.picture import LETTERS_HIGH, draw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def scheme_blocks(aid: Aid) -> Iterator[Block]:
    """Give the scheme of an aid, or nothing when there is none."""
    if not aid.steps:
        return
    yield Heading(2, _("De keuzehulp"))
    yield _picture(aid)
    yield Heading(2, _("De keuzehulp in woorden"))
    numbers = {step.key: number for number, step in enumerate(aid.steps, 1)}
    yield ItemList(tuple(_told(step, numbers) for step in aid.steps), ordered=True)


def _picture(aid: Aid) -> Picture:
    numbered = (replace(step, title=f"{number}. {step.title}") for number, step in enumerate(aid.steps, 1))
    drawing = draw(Aid(tuple(numbered)))
    count = len(aid.steps)
    words = ngettext(
        "Schema van de keuzehulp: %(count)s stap. Hieronder staat dezelfde stap in woorden, onder hetzelfde nummer.",
        "Schema van de keuzehulp: %(count)s stappen. Hieronder staan dezelfde stappen in woorden, onder dezelfde "
        "nummers.",
        count,
    )
    svg = render_to_string("web/guidance/picture.svg", {"drawing": drawing})
    return Picture(svg, words % {"count": count}, drawing.width, drawing.height, LETTERS_HIGH)


def _told(step: Step, numbers: Mapping[str, int]) -> Item:
    end = " " + _("(uitkomst)") if step.is_outcome else ""
    answers = tuple(_led(answer, numbers) for answer in step.answers)
    words = (Span(step.title, strong=True), Span(f"{end} {step.text}" if step.text else end))
    return Item(words, (ItemList(answers, ordered=True),) if answers else ())


def _led(answer: Answer, numbers: Mapping[str, int]) -> str:
    said = answer.text.rstrip(".")
    return _("%(answer)s: ga naar %(number)s.") % {"answer": said, "number": numbers[answer.leads_to]}
