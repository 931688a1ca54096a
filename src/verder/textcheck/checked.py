"""Text that may be stored: it can only be made by passing the check."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass

from verder.textcheck.check import check
from verder.textcheck.finding import Finding
from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.bsn import is_bsn
from verder.textcheck.patterns.iban import is_iban
from verder.textcheck.reading import normalise, read

_PASSED = object()
_PROOFS = {Label.BSN: is_bsn, Label.IBAN: is_iban}


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Hold that a writer says "this is not one", of what, and why."""

    label: Label
    surface: str
    reason: str


class TextNotClear(Exception):
    """Carry the findings that stop a text; its words never hold the text itself."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        counts = Counter(finding.label.value for finding in self.findings)
        super().__init__(", ".join(f"{count} x {label}" for label, count in sorted(counts.items())))


@dataclass(frozen=True, slots=True, repr=False)
class CheckedText:
    """Hold a text that passed the check; only `clear()` can make one."""

    text: str
    dismissals: tuple[Dismissal, ...]
    passed: InitVar[object]

    def __post_init__(self, passed: object) -> None:
        """Refuse a text that did not come through the check."""
        if passed is not _PASSED:
            message = "a CheckedText is only made by verder.textcheck.clear()"
            raise TypeError(message)

    def __repr__(self) -> str:
        """Show how long the text is and nothing of what it says."""
        return f"<CheckedText of {len(self.text)} characters>"


def clear(text: str, *, allowed: frozenset[str], dismissals: Iterable[Dismissal] = ()) -> CheckedText:
    """Return the text as checked text, with the dismissals that were needed.

    Raises TextNotClear while something that stops is neither solved nor dismissed with a reason.
    """
    text = normalise(text)
    given = {_key(one.label, one.surface): one for one in dismissals if one.reason.strip()}
    used: dict[tuple[Label, str], Dismissal] = {}
    stopping: list[Finding] = []
    for finding in check(text, allowed=allowed):
        surface = text[finding.start : finding.end]
        key = _key(finding.label, surface)
        if key in given and not _is_proven(finding.label, surface):
            used[key] = given[key]
        elif finding.level is Level.STOP:
            stopping.append(finding)
    if stopping:
        raise TextNotClear(stopping)
    return CheckedText(text, tuple(used.values()), _PASSED)


def _key(label: Label, surface: str) -> tuple[Label, str]:
    """Return what a dismissal and a finding must share to belong together."""
    return label, " ".join(normalise(surface).casefold().split())


def _is_proven(label: Label, surface: str) -> bool:
    """Say whether a number is proven by its own check digits, so cannot be dismissed."""
    proof = _PROOFS.get(label)
    return proof is not None and proof(read(surface).text)
