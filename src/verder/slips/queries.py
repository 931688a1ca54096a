"""Which words stand where, and which slips wait for a second person."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q, QuerySet

from verder.audit.models import Event
from verder.deliberation.models import Dilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.files.models import StoredFile
from verder.network.models import BodyKind
from verder.network.standing import Standing
from verder.slips.holders import HOLDERS, Holder, files_of
from verder.slips.marks import holds, is_bare
from verder.slips.models import WHOLE_FILE, HiddenPlace, Slip, SlipState

FILES = StoredFile._meta.label_lower  # noqa: SLF001 -- Django's public name for it


@dataclass(frozen=True, slots=True)
class Place:
    """One column of one row in which words stand now."""

    table: str
    row: int
    column: str
    text: str

    @property
    def code(self) -> str:
        """What a form sends for this place."""
        return f"{self.table}:{self.row}:{self.column}"

    @property
    def is_whole_file(self) -> bool:
        """Tell whether this is a whole file; `text` is its name then."""
        return self.column == WHOLE_FILE


def places_of(dilemma: Dilemma, *, word: str = "", lock: bool = False) -> list[Place]:
    """List where words stand about a dilemma, or only where one word stands; what is hidden already is left out.

    Nobody searches in a file, so each one that can be read is listed, whatever the word.
    """
    waiting = HiddenPlace.objects.filter(slip__state=SlipState.HIDDEN, slip__dilemma=dilemma.key).select_related("slip")
    hidden = {(one.table, one.row, one.column, one.mark) for one in waiting if is_bare(one, slip=one.slip)}
    found = (place for holder in HOLDERS if holder.reach for place in _in(holder, holder.reach(dilemma), lock=lock))
    shown = (place for place in found if (place.table, place.row, place.column, place.text) not in hidden)
    fitting = [place for place in shown if not word or holds(place.text, word, place.column)]
    return [*fitting, *_whole_files(dilemma, lock=lock)]


def _whole_files(dilemma: Dilemma, *, lock: bool) -> Iterator[Place]:
    files = StoredFile.objects.filter(files_of(dilemma), destroyed_at=None, hidden_at=None).order_by("pk")
    for row, name in (files.select_for_update() if lock else files).values_list("pk", "name"):
        yield Place(FILES, row, WHOLE_FILE, name)


def place_of_file(dilemma: Dilemma, key: uuid.UUID) -> Place | None:
    """Return the place that is this whole file, if it goes with a dilemma and can be read."""
    row = StoredFile.objects.filter(key=key).values_list("pk", flat=True).first()
    return next((place for place in _whole_files(dilemma, lock=False) if place.row == row), None)


def letters_with(needles: Collection[str]) -> list[Place]:
    """List the letters, under way or kept, in which one of these texts stands."""
    found = (
        place
        for holder in HOLDERS
        if holder.reach is None
        for needle in needles
        for place in _in(holder, _with(holder, needle), lock=True)
        if holds(place.text, needle, place.column)
    )
    return list({place.code: place for place in found}.values())


def _with(holder: Holder, needle: str) -> Q:
    """Narrow letters by the longest part of what is sought, which no line end can break."""
    part, wanted = max(needle.split(), key=len), Q()
    for column in holder.columns:
        wanted |= Q(**{f"{column}__icontains": part})
    return wanted


def _in(holder: Holder, wanted: Q, *, lock: bool) -> Iterator[Place]:
    rows = rows_of(holder).filter(pk__in=rows_of(holder).filter(wanted).values("pk")).order_by("pk")
    for row, *texts in (rows.select_for_update() if lock else rows).values_list("pk", *holder.columns):
        for column, text in zip(holder.columns, texts, strict=True):
            if text:
                yield Place(holder.table, row, column, text)


def rows_of(holder: Holder) -> QuerySet[Model]:
    """Return all rows of a table."""
    return holder.model._base_manager.all()  # noqa: SLF001 -- Django's public name for it


def slips_waiting_for(standing: Standing) -> list[tuple[Slip, str]]:
    """List the slips that wait for a second person and that this person may know of, each with its dilemma's number."""
    if standing.person is None:
        return []
    waiting = Slip.objects.filter(state=SlipState.HIDDEN)
    if not may_hide(standing):
        waiting = waiting.filter(second=standing.person.opaque_id)
    readable = dilemmas_visible_to(standing).filter(key__in=waiting.values("dilemma"))
    numbers = dict(readable.values_list("key", "number"))
    return [(slip, numbers[slip.dilemma]) for slip in waiting.prefetch_related("places") if slip.dilemma in numbers]


def slips_wait_for(standing: Standing) -> bool:
    """Tell whether anything hidden waits for a second person in dilemmas that this person may read."""
    waiting = Slip.objects.filter(state=SlipState.HIDDEN).values("dilemma")
    return dilemmas_visible_to(standing).filter(key__in=waiting).exists()


def was_flagged(dilemma: Dilemma, *, by: uuid.UUID | None, on: date) -> bool:
    """Tell whether this person pointed at a dilemma on this day."""
    return Event.objects.filter(subject=dilemma.key, action="slip.flagged", actor=by, at__date=on).exists()


def may_hide(standing: Standing) -> bool:
    """Tell whether this person may hide words: the secretariat and the chair of the Platform may."""
    return standing.is_secretariat or standing.chairs(BodyKind.PLATFORM)


def may_settle(standing: Standing, slip: Slip) -> bool:
    """Tell whether this person may be the second on a slip."""
    person = standing.person
    if person is None or person.opaque_id == slip.hidden_by:
        return False
    return may_hide(standing) or person.opaque_id == slip.second
