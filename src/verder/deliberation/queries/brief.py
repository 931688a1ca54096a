"""What is known of an item: the facts of its dossier for a cover note and for a director's brief."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from verder.deliberation.models import CoverNote, Dilemma, Meeting, SharedVersion, Signal, StepWords
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.signalling import signals_visible_to
from verder.domain.rungs import Need, Rung
from verder.domain.tlp import Tlp, strictest
from verder.guidance.models import Publication
from verder.guidance.queries import published
from verder.network.standing import Standing

TOLD = (
    Need.WHAT_WAS_TRIED,
    Need.WHY_NO_RESULT,
    Need.THAT_IT_PERSISTS,
    Need.ASKED_OF_DIRECTORS,
    Need.WHY_NO_GROUP,
    Need.TO_DECIDE,
)
"""The words of steps that say why something is stuck, and what is asked of whom."""


@dataclass(frozen=True, slots=True)
class Case:
    """A dilemma as bodies read it, with what was said where it got stuck."""

    dilemma: Dilemma
    rung: Rung
    tlp: Tlp
    put_in: datetime
    here_since: datetime
    shared: SharedVersion
    said: dict[Need, str]
    touches: int
    """How many dilemmas say the same, this one among them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an item is about, as far as a reader may know it, and the note that somebody wrote for it."""

    case: Case | None = None
    signal: Signal | None = None
    publication: Publication | None = None
    note: CoverNote | None = None

    @property
    def has_words(self) -> bool:
        """Whether there is anything here that a label is about."""
        return any((self.case, self.signal, self.publication, self.note))

    @property
    def label(self) -> Tlp:
        """The strictest label of what the item is about; the usual one where it is about nothing else."""
        sources = [Tlp(one.tlp) for one in (self.case, self.signal, self.publication) if one]
        return strictest(sources)


def facts_of(meeting: Meeting, item: uuid.UUID, standing: Standing) -> Facts:
    """Read what a reader may know of an item; a note on what they may not read is not theirs to read either.

    Raise AgendaItem.DoesNotExist when it is not on this agenda.
    """
    items = meeting.items.select_related("cover_note")
    found = items.get(key=item)
    note = getattr(found, "cover_note", None)
    if found.dilemma_id:
        dilemma = dilemmas_visible_to(standing).filter(pk=found.dilemma_id, admitted_at__isnull=False)
        case = next((case_of(one) for one in dilemma.select_related("shared")), None)
        return Facts(case=case, note=note if case else None)
    if found.signal_id:
        signal = signals_visible_to(standing).filter(pk=found.signal_id).first()
        return Facts(signal=signal, note=note if signal else None)
    if found.publication_id:
        publication = published(standing).filter(pk=found.publication_id).first()
        return Facts(publication=publication, note=note if publication else None)
    return Facts(note=note)


def case_of(dilemma: Dilemma) -> Case:
    """Read a dilemma as a case, from its shared version and the last words of each kind."""
    words = StepWords.objects.filter(dilemma=dilemma, need__in=TOLD).order_by("pk").values_list("need", "text")
    return Case(
        dilemma=dilemma,
        rung=Rung(dilemma.rung),
        tlp=Tlp(dilemma.tlp),
        put_in=dilemma.submitted_at,
        here_since=dilemma.moved_at,
        shared=dilemma.shared,
        said=_latest(words),
        touches=1 + Dilemma.objects.filter(merged_into=dilemma).count(),
    )


def _latest(words: Iterable[tuple[str, str]]) -> dict[Need, str]:
    """Keep the last words of each kind, the kind that was said last standing last."""
    said: dict[Need, str] = {}
    for need, text in words:
        said.pop(Need(need), None)
        said[Need(need)] = text
    return said
