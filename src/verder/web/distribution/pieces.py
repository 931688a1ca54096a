"""Which piece a page about spreading is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from verder.guidance.models import Publication
from verder.guidance.queries import published
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest


def piece_at(request: HttpRequest, slug: str) -> Publication:
    """Find what is published at an address, or answer that it does not exist."""
    try:
        return published(standing(request)).get(slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
