"""The page of one meeting's outcomes: what anyone reads, and so what its preview shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verder.deliberation.queries.outcomes import decided_in
from verder.web.words.outcomes import OUTCOME_WORDS

if TYPE_CHECKING:
    from verder.deliberation.models import Meeting
    from verder.guidance.models import Publication
    from verder.web.words import Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """A dilemma by its public title, what happened to it, and the guidance that came of it."""

    title: str
    words: Words
    guidance: tuple[Publication, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the public is told of a meeting."""

    meeting: Meeting
    summary: str
    outcomes: tuple[Outcome, ...]


def told_of(meeting: Meeting, summary: str) -> Told:
    """Gather what the public is told of a meeting, with a summary that is published or may be."""
    decided = decided_in(meeting)
    return Told(meeting, summary, tuple(Outcome(one.title, OUTCOME_WORDS[one.step], one.guidance) for one in decided))
