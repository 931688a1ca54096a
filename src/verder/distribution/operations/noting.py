"""Writes down what the secretariat did to spread a piece."""

from __future__ import annotations

import uuid
from datetime import datetime

from verder.audit.record import Happening, record
from verder.guidance.models import Publication
from verder.network.standing import Standing


def note(
    piece: Publication,
    action: str,
    standing: Standing,
    *,
    at: datetime,
    request_key: uuid.UUID | None,
    **details: str | int,
) -> None:
    """Write one event about a piece, without an address in it."""
    happening = Happening(
        action,
        "secretariat",
        actor=standing.opaque_id,
        origin=standing.origin,
        subject_kind="publication",
        subject=piece.key,
        request_key=request_key,
        details=details,
    )
    record(happening, at=at)
