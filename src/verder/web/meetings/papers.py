"""The papers at an item as lines on a page."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from verder.deliberation.queries.papers import is_told, papers_of
from verder.files.models import LookState
from verder.web.files.rows import how_checked, what_it_is

if TYPE_CHECKING:
    from verder.deliberation.models import ItemPaper, Meeting
    from verder.deliberation.queries.agenda import Point


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper, ready to read."""

    key: uuid.UUID
    title: str
    what: str
    checked: str
    must_look: bool
    address: str


def paper_rows(meeting: Meeting, point: Point, *, may_keep: bool = False) -> tuple[PaperRow, ...]:
    """Lay out the papers of an item as its reader may see them; none where they learn nothing of the item."""
    papers = papers_of([point.key], may_keep=may_keep) if is_told(point) else []
    return tuple(row_of(meeting, point, paper) for paper in papers)


def row_of(meeting: Meeting, point: Point, paper: ItemPaper) -> PaperRow:
    """Lay out one paper."""
    return PaperRow(
        key=paper.file.key,
        title=paper.title,
        what=what_it_is(paper.file),
        checked=how_checked(paper.file),
        must_look=paper.file.state == LookState.TO_LOOK_AT,
        address=reverse("meeting-paper", args=[meeting.key, point.key, paper.file.key]),
    )
