"""The galley proof of a text: its findings beside it, what the writer says to each, and what that makes of the text.

The name of a finding in a form is made of its field, its kind and its words. So an answer stays with its finding when
the rest of the text changes, and nothing has to be kept between two requests.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from verder.textcheck.checked import Dismissal
from verder.textcheck.finding import replaced
from verder.textcheck.labels import Label, Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import Promise

    from verder.textcheck.finding import Finding

KINDS: dict[Label, Promise] = {
    Label.PERSON: _("Naam van een persoon"),
    Label.BSN: _("Burgerservicenummer"),
    Label.PHONE: _("Telefoonnummer"),
    Label.EMAIL: _("E-mailadres"),
    Label.IBAN: _("Rekeningnummer"),
    Label.ADDRESS: _("Adres"),
    Label.POSTCODE: _("Postcode"),
    Label.PLATE: _("Kenteken"),
    Label.DOB: _("Geboortedatum"),
    Label.CASE: _("Zaaknummer"),
    Label.URL: _("Webadres"),
    Label.HANDLE: _("Naam op sociale media"),
    Label.QUASI: _("Herkenbaar detail"),
    Label.ETHNIC: _("Afkomst van één persoon"),
    Label.GENERALISATION: _("Oordeel over een hele groep"),
    Label.STIGMA: _("Woord dat een stempel drukt"),
    Label.GUILT: _("Schuld die niet vaststaat"),
    Label.CULTURE: _("Cultuur als enige verklaring"),
}
NEVER_KEPT = frozenset({Label.BSN, Label.IBAN})
CAREFUL_LANGUAGE = frozenset({Label.GENERALISATION, Label.STIGMA, Label.GUILT, Label.CULTURE})
"""For these a finding brings advice on how to write it, and no words to put in the place of others."""


class Answer(StrEnum):
    """What a writer says to a finding."""

    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Note:
    """One finding in the margin, with the answer given so far."""

    number: int
    name: str
    kind: Promise
    why: str
    replacement: str
    advice: str
    """How to write it otherwise, where only the writer can find the words; one of these two is empty."""
    may_keep: bool
    must_explain: bool
    """Whether keeping it takes a reason; a finding that only asks for a look is shown once and may then stay."""
    answer: str
    reason: str
    unfit: str = ""
    """What the check found in the reason itself, in words; empty when nothing."""

    @property
    def lacks_reason(self) -> bool:
        """Tell whether the writer keeps the words but has not said why."""
        return self.must_explain and self.answer == Answer.KEEP and not self.reason


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text; `number` is that of its note, or 0 where nothing was found."""

    text: str
    number: int = 0
    note: str = ""
    """The address of its note within the page."""
    place: str = ""
    """The address of this piece, when it is the first one with that note."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A text with its findings, ready for `web/ui/proof.html`."""

    field: str
    title: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]

    @property
    def asks(self) -> str:
        """Say how many notes have to be answered, and how many ask for no more than a look."""
        to_solve = sum(note.must_explain for note in self.notes)
        to_look_at = len(self.notes) - to_solve
        solving = ngettext("%d plek om op te lossen.", "%d plekken om op te lossen.", to_solve)
        looking = ngettext(
            "%d plek om naar te kijken: die mag daarna blijven staan.",
            "%d plekken om naar te kijken: die mogen daarna blijven staan.",
            to_look_at,
        )
        counted = ((solving, to_solve), (looking, to_look_at))
        return " ".join(words % number for words, number in counted if number)


@dataclass(frozen=True, slots=True)
class Settled:
    """A text after the writer's answers: replaced where asked, with what the writer says is no finding."""

    text: str
    dismissals: tuple[Dismissal, ...]


def name_of(field: str, text: str, finding: Finding) -> str:
    """Name the answer to a finding the same in each request in which the same words stand in the same field."""
    words = " ".join(text[finding.start : finding.end].casefold().split())
    return f"{field}-{sha256(f'{finding.label}|{words}'.encode()).hexdigest()[:12]}"


def proposal_of(finding: Finding) -> tuple[str, str]:
    """Tell what can stand in the place of a finding, and what is advised instead; one of the two is empty."""
    is_advice = finding.label in CAREFUL_LANGUAGE
    return ("", finding.replacement) if is_advice else (finding.replacement, "")


def was_shown(field: str, text: str, finding: Finding, posted: Mapping[str, str]) -> bool:
    """Tell whether the writer had this finding before them when they sent the form."""
    name = name_of(field, text, finding)
    return name in posted or f"{name}-seen" in posted


def proof(
    field: str,
    title: str,
    text: str,
    findings: Sequence[Finding],
    posted: Mapping[str, str],
    unfit: Mapping[str, str] = MappingProxyType({}),
) -> Proof:
    """Set a text with its findings, and the answers that were already given in `posted`.

    The same words found twice are one note with one answer; `unfit` says of which notes the reason cannot be kept.
    """
    names = [name_of(field, text, finding) for finding in findings]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names), 1)}
    first = dict(zip(reversed(names), reversed(findings), strict=True))
    notes = tuple(_note(number, name, first[name], posted, unfit) for name, number in numbers.items())
    return Proof(field, title, _pieces(text, findings, [(numbers[name], name) for name in names]), notes)


def settle(
    field: str,
    text: str,
    findings: Sequence[Finding],
    posted: Mapping[str, str],
    unfit: Mapping[str, str] = MappingProxyType({}),
) -> Settled:
    """Put the writer's answers into effect: replacements in the text, the rest as dismissals with fit reasons."""
    answers = [(finding, name_of(field, text, finding)) for finding in findings]
    to_replace = [
        finding
        for finding, name in answers
        if posted.get(name) == Answer.REPLACE and finding.label not in CAREFUL_LANGUAGE
    ]
    kept = tuple(
        Dismissal(finding.label, text[finding.start : finding.end], posted[f"{name}-reason"].strip())
        for finding, name in answers
        if posted.get(name) == Answer.KEEP and posted.get(f"{name}-reason", "").strip() and name not in unfit
    )
    return Settled(replaced(text, to_replace), kept)


def _note(number: int, name: str, finding: Finding, posted: Mapping[str, str], unfit: Mapping[str, str]) -> Note:
    replacement, advice = proposal_of(finding)
    return Note(
        number=number,
        name=name,
        kind=KINDS[finding.label],
        why=finding.why,
        replacement=replacement,
        advice=advice,
        may_keep=finding.label not in NEVER_KEPT,
        must_explain=finding.level is Level.STOP,
        answer=posted.get(name, Answer.REPLACE if replacement else ""),
        reason=posted.get(f"{name}-reason", "").strip(),
        unfit=unfit.get(name, ""),
    )


def _pieces(text: str, findings: Sequence[Finding], marks: Sequence[tuple[int, str]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done, placed = 0, set[str]()
    for (number, name), finding in zip(marks, findings, strict=True):
        place = "" if name in placed else f"{name}-place"
        placed.add(name)
        marked = Piece(text[max(done, finding.start) : finding.end], number, f"{name}-note", place)
        pieces += [Piece(text[done : finding.start]), marked]
        done = max(done, finding.end)
    return tuple(piece for piece in (*pieces, Piece(text[done:])) if piece.text or piece.number)
