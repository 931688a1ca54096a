"""What is said to a writer about a text that is not sent yet: all of it advice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verder.textcheck import measure
from verder.web.coaching.question import advice_on
from verder.web.proof import KINDS, proposal_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import Promise

    from verder.deliberation.queries.similar import Similar
    from verder.guidance.models import Publication
    from verder.textcheck import Finding

FEWEST_WORDS_TO_MEASURE = 12
BEGINNING = 6
MOST = 8
"""More than this many of a kind help nobody; the rest follows once these are solved."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding while typing: where it stands, what it is, why, and what to write instead."""

    start: int
    words: str
    kind: Promise
    why: str
    replacement: str
    advice: str


@dataclass(frozen=True, slots=True)
class Simpler:
    """A hard word, with a simpler one."""

    start: int
    words: str
    replacement: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """What there is to say about a text."""

    remarks: tuple[Remark, ...] = ()
    tips: tuple[str, ...] = ()
    simpler: tuple[Simpler, ...] = ()
    long: tuple[str, ...] = ()
    """How the sentences begin that are too long."""
    level: str = ""
    """Whether the text looks like plain Dutch; empty where it is too short to tell."""
    guidance: Sequence[Publication] = field(default_factory=tuple)
    dilemmas: Sequence[Similar] = field(default_factory=tuple)

    @property
    def has_details(self) -> bool:
        """Tell whether there is more to read than the summary."""
        return bool(self._points or self._similar)

    @property
    def summary(self) -> str:
        """Say in one line what there is."""
        points = ngettext("%d ding om naar te kijken", "%d dingen om naar te kijken", self._points) % self._points
        similar = ngettext("%d stuk lijkt hierop", "%d stukken lijken hierop", self._similar) % self._similar
        said = [words for words, number in ((points, self._points), (similar, self._similar)) if number]
        return _("Meegelezen: %(what)s") % {"what": ", ".join(said) or _("niets opgevallen")}

    @property
    def _points(self) -> int:
        return len(self.remarks) + len(self.tips) + len(self.simpler) + len(self.long)

    @property
    def _similar(self) -> int:
        return len(self.guidance) + len(self.dilemmas)


def coaching_of(
    text: str,
    findings: Sequence[Finding],
    *,
    is_question: bool,
    guidance: Sequence[Publication] = (),
    dilemmas: Sequence[Similar] = (),
) -> Coaching:
    """Put what there is to say about a text together; `findings` are those of the text check."""
    reading = measure(text)
    is_long_enough = len(text.split()) >= FEWEST_WORDS_TO_MEASURE
    return Coaching(
        remarks=tuple(_remark(text, finding) for finding in findings[:MOST]),
        tips=advice_on(text) if is_question else (),
        simpler=tuple(Simpler(one.start, text[one.start : one.end], one.simpler) for one in reading.hard_words[:MOST]),
        long=tuple(_beginning(text[one.start : one.end]) for one in reading.long_sentences[:MOST]),
        level=_level(is_plain=reading.looks_like_b1) if is_long_enough and not is_question else "",
        guidance=guidance,
        dilemmas=dilemmas,
    )


def _remark(text: str, finding: Finding) -> Remark:
    words = text[finding.start : finding.end]
    return Remark(finding.start, words, KINDS[finding.label], finding.why, *proposal_of(finding))


def _beginning(sentence: str) -> str:
    return " ".join(sentence.split()[:BEGINNING])


def _level(*, is_plain: bool) -> str:
    if is_plain:
        return _("De tekst leest makkelijk, ongeveer op niveau B1.")
    return _("De tekst leest nog niet makkelijk. Korte zinnen en gewone woorden helpen.")
