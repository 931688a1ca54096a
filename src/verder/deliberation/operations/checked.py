"""Keeps what writers said of the text check's findings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from verder.deliberation.models import Dilemma, Exemption
from verder.textcheck import CheckedText


def keep_exemptions(dilemma: Dilemma, words: Mapping[str, CheckedText], *, at: datetime) -> None:
    """Keep what a writer said of findings that are none, for the second reader."""
    Exemption.objects.bulk_create(
        Exemption(dilemma=dilemma, field=name, label=dismissal.label, reason=dismissal.reason, at=at)
        for name, text in words.items()
        for dismissal in text.dismissals
    )
