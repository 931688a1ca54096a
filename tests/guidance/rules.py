"""Rules of evidence, and organisations that tell whether a piece helped."""

from __future__ import annotations

from datetime import datetime

from tests.factories import checked
from tests.guidance.pieces import NOON
from tests.personas import platform_chair
from verder.domain.evidence import Thresholds
from verder.guidance.evidence import current_rules
from verder.guidance.models import EvidenceRules, Publication, Verdict
from verder.guidance.operations.evidence import set_rules
from verder.guidance.operations.feedback import tell
from verder.network.standing import Standing, standing_of

TWO_OF_THREE = Thresholds(used=1, helped=2, percent=60, percent_to_stay=50)


def rules_set(thresholds: Thresholds = TWO_OF_THREE, *, at: datetime = NOON, **changes) -> EvidenceRules:
    """Let the chair of the Platform write down rules, after those that hold now."""
    latest = current_rules()
    known = {"seen": latest.number if latest else 0, "standing": standing_of(platform_chair(), at.date()), "at": at}
    return set_rules(thresholds, checked("Zo besloot het Platform."), **{**known, **changes})


def heard(publication: Publication, *verdicts: Verdict, at: datetime = NOON) -> Publication:
    """Let organisations tell of a piece, one after the other, the first always the same one."""
    for number, verdict in enumerate(verdicts):
        told = {"why": checked("Zo ging het."), "voice": f"{number}", "standing": Standing(), "at": at}
        tell(publication.slug, verdict, **told)
    publication.refresh_from_db()
    return publication
