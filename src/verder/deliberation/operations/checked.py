"""Keeps what writers said of the text check's findings, in a text or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from verder.deliberation.models import Dilemma, Exemption
from verder.textcheck import CheckedText, Dismissal

IN_A_FILE = "file"


def keep_exemptions(dilemma: Dilemma, words: Mapping[str, CheckedText], *, at: datetime) -> None:
    """Keep what a writer said of findings that are none, for the second reader."""
    for name, text in words.items():
        _keep(dilemma, name, text.dismissals, at=at)


def keep_exemptions_of_file(dilemma: Dilemma, dismissals: Iterable[Dismissal], *, at: datetime) -> None:
    """Keep the same of what was found in a file."""
    _keep(dilemma, IN_A_FILE, dismissals, at=at)


def _keep(dilemma: Dilemma, field: str, dismissals: Iterable[Dismissal], *, at: datetime) -> None:
    Exemption.objects.bulk_create(
        Exemption(dilemma=dilemma, field=field, label=dismissal.label, reason=dismissal.reason, at=at)
        for dismissal in dismissals
    )
