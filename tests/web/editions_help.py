"""Editions of a piece, begun and published on their pages."""

from __future__ import annotations

import uuid

from tests.guidance.pieces import shared_principle
from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.guidance_help import TODAY, YEAR
from verder.guidance.models import Publication
from verder.network.models import Person


def begun(piece: Publication, clerk: Person, change: str = "Een stap erbij.") -> Publication:
    """Begin the next edition of a piece on its page."""
    signed_in(clerk).post(f"/kennis/{piece.slug}/volgende", form(piece, change=change))
    return Publication.objects.get(succeeds=piece)


def form(piece: Publication, **values: object) -> dict[str, object]:
    """Fill in a form about a piece as it is now."""
    return {"version": piece.version, "request_key": str(uuid.uuid4()), **values}


def release(draft: Publication) -> dict[str, object]:
    """Fill in what a second reader decides who finds nothing wrong."""
    confirmed = {"repeats_nothing": "on", "keeps_to_principle": "on", "principle": shared_principle().number}
    return form(draft, tlp="TLP:CLEAR", review_on=(TODAY + YEAR).isoformat(), **confirmed)


def succeeded(piece: Publication, change: str = "Een stap erbij.") -> Publication:
    """Let one write the next edition of a piece and another publish it."""
    draft = begun(piece, secretary(), change)
    signed_in(secretary()).post(f"/concepten/{draft.key}/publiceer", release(draft))
    piece.refresh_from_db()
    return piece
