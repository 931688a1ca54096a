"""The parts of a piece as one text under headings: page and paper are made from it, and so say the same."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from verder.domain.guidance_parts import Part, PartCode
from verder.web.words.parts import CODE_STEPS, PART_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verder.guidance.models import Publication

HEADING = re.compile(r"^ {0,3}#{1,3}(?=\s)", re.MULTILINE)
UNDER_A_ROW = "####"


def composed(publication: Publication, parts: Sequence[Part]) -> str:
    """Return the whole text of a piece as Markdown: its parts in order, and who with experience was heard."""
    chapters = [_chapter(code, rows) for code, rows in groupby(parts, lambda part: part.code)]
    return "\n\n".join([*chapters, *_experts(publication)])


def heading_of(part: Part) -> str:
    """Return what stands above a row of a part: what was typed there, or the step of the reporting code."""
    if part.code is PartCode.REPORTING_CODE:
        return str(CODE_STEPS[part.number - 1])
    return " ".join(part.heading.split())


def _chapter(code: PartCode, rows: Iterable[Part]) -> str:
    if code is PartCode.TEXT:
        return "\n\n".join(row.text for row in rows)
    return "\n\n".join([f"## {PART_WORDS[code].heading}", *(line for row in rows for line in _lines(row))])


def _lines(part: Part) -> Iterator[str]:
    if heading := heading_of(part):
        yield f"### {heading}"
    # A heading that a writer typed inside a part stays below the headings of the parts.
    yield HEADING.sub(UNDER_A_ROW, part.text)
    if part.source:
        yield _("Bron: %(source)s") % {"source": part.source}
    if part.read_by:
        yield _("Meegelezen door: %(role)s") % {"role": part.read_by}
    if part.ask_privacy_officer:
        yield "**" + _("Vraag dit na bij uw privacyfunctionaris.") + "**"


def _experts(publication: Publication) -> Iterator[str]:
    if publication.experts:
        heard = _("Ervaringsdeskundigen zijn gehoord.")
        not_heard = _("Ervaringsdeskundigen zijn niet gehoord.")
        yield "## " + _("Wie dacht mee?")
        yield heard if publication.experts_heard else not_heard
        yield HEADING.sub(UNDER_A_ROW, publication.experts)
