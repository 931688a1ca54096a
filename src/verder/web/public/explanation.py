"""The ladder as anyone can read it, made from its own table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verder.domain.ladder import RESPONSIBLE
from verder.domain.rungs import ENDS, RUNGS, Rung
from verder.web.words import PARTY_WORDS, RUNG_WORDS, ways_from

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.web.components import Way
    from verder.web.words import Words


@dataclass(frozen=True, slots=True)
class ExplainedRung:
    """A rung in plain words: what happens there, whose turn it is, and what may come next."""

    key: Rung
    words: Words
    whose_turn: Promise
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ExplainedEnd:
    """An end in plain words."""

    key: Rung
    words: Words


def explain_rungs() -> tuple[ExplainedRung, ...]:
    """Explain every rung, in the order in which a dilemma can climb them."""
    return tuple(
        ExplainedRung(rung, RUNG_WORDS[rung], PARTY_WORDS[RESPONSIBLE[rung]], ways_from(rung)) for rung in RUNGS
    )


def explain_ends() -> tuple[ExplainedEnd, ...]:
    """Explain every end."""
    return tuple(ExplainedEnd(end, RUNG_WORDS[end]) for end in Rung if end in ENDS)
