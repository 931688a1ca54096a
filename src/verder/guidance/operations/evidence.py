"""Moving a piece between new, being tried and proven, and setting the rules for it. Nothing else moves a piece."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.domain.evidence import Evidence, Heard, Thresholds, evidence_after
from verder.guidance.evidence import current_rules, heard_of, heard_of_each, pieces_to_weigh
from verder.guidance.models import EvidenceRules, Publication
from verder.guidance.operations.setting import hold_next, note_set
from verder.network.standing import Standing
from verder.textcheck import CheckedText


def weigh(publication: Publication, *, at: datetime) -> None:
    """Move a piece to where all that organisations told of it puts it; the caller holds the lock on it."""
    _move(publication, heard_of(publication), current_rules(), at=at)


@transaction.atomic
def set_rules(
    thresholds: Thresholds,
    reason: CheckedText,
    *,
    seen: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> EvidenceRules:
    """Write down new rules, and why the Platform changed them, and move every piece to where these put it.

    `seen` is the version that was open, 0 for none. Raise MayNotSet, ChangedMeanwhile or DoneAlready.
    """
    number, person = hold_next(current_rules, seen=seen, standing=standing, request_key=request_key)
    rules = EvidenceRules.objects.create(
        number=number,
        used=thresholds.used,
        helped=thresholds.helped,
        percent=thresholds.percent,
        percent_to_stay=thresholds.percent_to_stay,
        reason=reason.text,
        set_by=person,
        set_at=at,
    )
    note_set(rules, "evidence.rules_set", "evidence_rules", standing, at=at, request_key=request_key)
    _weigh_everything(rules, at=at)
    return rules


def _weigh_everything(rules: EvidenceRules, *, at: datetime) -> None:
    # Held before they are counted: who tells something meanwhile is weighed by the new rules, or is counted here.
    pieces = pieces_to_weigh()
    heard = heard_of_each(pieces)
    for pk, piece in pieces.items():
        _move(piece, heard.get(pk, Heard()), rules, at=at)


def _move(piece: Publication, heard: Heard, rules: EvidenceRules | None, *, at: datetime) -> None:
    before = Evidence(piece.evidence)
    after = evidence_after(before, heard, rules.thresholds if rules else None)
    if after is before:
        return
    piece.evidence = after
    Publication.objects.filter(pk=piece.pk).update(evidence=after)
    record(_moved(piece, before, heard, rules), at=at)


def _moved(piece: Publication, before: Evidence, heard: Heard, rules: EvidenceRules | None) -> Happening:
    return Happening(
        action="publication.evidence_moved",
        party="installation",
        subject_kind="publication",
        subject=piece.key,
        details={
            "from": before,
            "to": piece.evidence,
            "rules": rules.number if rules else 0,
            "used": heard.used,
            "helped": heard.helped,
            "did_not_help": heard.did_not_help,
        },
    )
