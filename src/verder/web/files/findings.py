"""What the check found in a file: each place with a few words around it, and what the writer says to it.

A file cannot be edited here. So there are two answers: change the file and choose it again, or ‘this is not one’ with
a reason. The answers are named as in `web/proof.py`: they stay with their words when the file is chosen again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verder.textcheck import Dismissal, Level, check
from verder.web.proof import KINDS, NEVER_KEPT, Answer, Note, name_of, proposal_of, was_shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verder.files.checked import ReadFile
    from verder.textcheck import Finding

FIELD = "file"
AROUND = 60
MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in a file: what was found, with the words before and behind it."""

    before: str
    found: str
    after: str
    in_name: bool


@dataclass(frozen=True, slots=True)
class FileNote:
    """A finding in a file with the answer given so far."""

    note: Note
    quote: Quote


@dataclass(frozen=True, slots=True)
class FileProof:
    """A file with its findings, ready for `web/files/proof.html`."""

    name: str
    anchor: str
    notes: tuple[FileNote, ...]
    more: int
    """How many findings there are besides those that are shown."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A file after the writer's answers: with a proof while something is left to look at."""

    dismissals: tuple[Dismissal, ...]
    proof: FileProof | None


def judge(file: ReadFile, number: int, posted: Mapping[str, str], allowed: frozenset[str]) -> Judged:
    """Hold what was found in a file against what the writer says; `number` tells the files of a form apart."""
    findings = check(file.text, allowed=allowed)
    unfit = _unfit_reasons(file.text, findings, posted, allowed)
    kept = [(one, name) for one in findings if _is_kept(one, name := name_of(FIELD, file.text, one), posted, unfit)]
    dismissals = tuple(
        Dismissal(one.label, file.text[one.start : one.end], posted[f"{name}-reason"].strip())
        for one, name in kept
        if posted.get(f"{name}-reason", "").strip()
    )
    settled = {id(one) for one, _ in kept}
    left = [one for one in findings if id(one) not in settled and not _was_looked_at(one, file.text, posted)]
    return Judged(dismissals, _proof(file, number, findings, posted, unfit) if left else None)


def _is_kept(finding: Finding, name: str, posted: Mapping[str, str], unfit: Mapping[str, str]) -> bool:
    if posted.get(name) != Answer.KEEP or finding.label in NEVER_KEPT or name in unfit:
        return False
    return finding.level is Level.LOOK or bool(posted.get(f"{name}-reason", "").strip())


def _was_looked_at(finding: Finding, text: str, posted: Mapping[str, str]) -> bool:
    return finding.level is Level.LOOK and was_shown(FIELD, text, finding, posted)


def _unfit_reasons(
    text: str, findings: Sequence[Finding], posted: Mapping[str, str], allowed: frozenset[str]
) -> dict[str, str]:
    """Check the reasons with which findings are kept: they are stored too."""
    unfit: dict[str, str] = {}
    for name in {name_of(FIELD, text, one) for one in findings}:
        found = check(posted.get(f"{name}-reason", ""), allowed=allowed)
        kinds = dict.fromkeys(str(KINDS[one.label]).lower() for one in found if one.level is Level.STOP)
        if kinds:
            unfit[name] = ", ".join(kinds)
    return unfit


def _proof(
    file: ReadFile, number: int, findings: Sequence[Finding], posted: Mapping[str, str], unfit: Mapping[str, str]
) -> FileProof:
    first: dict[str, Finding] = {}
    for one in findings:
        first.setdefault(name_of(FIELD, file.text, one), one)
    shown = list(first.items())[:MOST_SHOWN]
    notes = tuple(
        FileNote(_note(place, name, one, posted, unfit), quote(file.text, one))
        for place, (name, one) in enumerate(shown, 1)
    )
    return FileProof(file.name, f"bestand-{number}", notes, len(first) - len(shown))


def _note(number: int, name: str, finding: Finding, posted: Mapping[str, str], unfit: Mapping[str, str]) -> Note:
    return Note(
        number=number,
        name=name,
        kind=KINDS[finding.label],
        why=finding.why,
        replacement="",
        advice=proposal_of(finding)[1],
        may_keep=finding.label not in NEVER_KEPT,
        must_explain=finding.level is Level.STOP,
        answer=posted.get(name, ""),
        reason=posted.get(f"{name}-reason", "").strip(),
        unfit=unfit.get(name, ""),
    )


def quote(text: str, finding: Finding) -> Quote:
    """Cut a finding out of a text with a few words around it; the first line of the text is the name of the file."""
    line = text.rfind("\n", 0, finding.start) + 1
    start = max(line, finding.start - AROUND)
    before = text[start : finding.start]
    if start > line:
        before = "…" + before.partition(" ")[2]
    after = text[finding.end : finding.end + AROUND].partition("\n")[0]
    return Quote(before, text[finding.start : finding.end], after, in_name=line == 0)
