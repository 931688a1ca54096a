"""Everything that can be spread, and how far each piece came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from verder.distribution.queries import pieces_to_spread, tallies_of
from verder.web.leafing import leaf
from verder.web.standing import for_secretariat

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SIZE = 30


@for_secretariat
def overview(request: HttpRequest) -> HttpResponse:
    """Show what can be spread, the newest first."""
    page = leaf(request, pieces_to_spread(), "-published_at", size=SIZE)
    tallies = tallies_of(page.rows)
    known = {"page": page, "rows": [(piece, tallies.get(piece.pk)) for piece in page.rows]}
    return render(request, "web/distribution/overview.html", known)
