"""Saying where readers find a piece: under which themes, and for which professions."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from verder.guidance.models import Publication, PublicationState
from verder.guidance.operations.pen import ChangedMeanwhile, MayNotWrite, refuse_second_click, save
from verder.guidance.queries import drafts_open_to
from verder.network.models import Profession, Theme
from verder.network.standing import Standing

PLACED = frozenset({PublicationState.DRAFT, PublicationState.PUBLISHED})


@transaction.atomic
def place(
    key: uuid.UUID,
    *,
    themes: Iterable[Theme],
    professions: Iterable[Profession],
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Put a draft or a published piece under these themes and for these professions; none of those means for everyone.

    Nothing that a second reader read changes, so nobody takes the pen with it. Raise as `rewrite` does.
    """
    if standing.person is None:
        raise MayNotWrite
    pieces = drafts_open_to(standing, with_published=True)
    publication = pieces.select_for_update(of=("self",)).get(key=key)
    refuse_second_click(request_key)
    if publication.version != version or publication.state not in PLACED:
        raise ChangedMeanwhile
    publication.themes.set(themes)
    publication.professions.set(professions)
    return save(publication, "publication.placed", standing, at=at, request_key=request_key)
