"""Guidance to read, and the drafts that are in one's hands."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render

from verder.deliberation.queries.reopening import number_proposed
from verder.distribution.queries import Tally, distribution_of, tally_of
from verder.guidance.history import editions_of, replacement_of, withdrawn_of
from verder.guidance.models import Publication, PublicationKind, PublicationState
from verder.guidance.queries import (
    current_principle,
    drafts_open_to,
    has_aid,
    hears_of,
    may_begin_next,
    piece_in_hands,
    places_of,
    publication_of,
)
from verder.web.guidance.desk import page_of
from verder.web.guidance.evidence import how_far
from verder.web.guidance.marks import mark_of
from verder.web.guidance.piece import piece_of
from verder.web.guidance.waiting import awaited, missing_before, own_part
from verder.web.leafing import leaf
from verder.web.standing import for_community, standing
from verder.web.words.publications import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

SIZE = 15


def _named(publications: Iterable[Publication]) -> list[tuple[Publication, Promise]]:
    return [(publication, KIND_WORDS[PublicationKind(publication.kind)].one) for publication in publications]


def guidance(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one piece of guidance, to read or to print."""
    visitor = standing(request)
    try:
        publication = publication_of(visitor, slug=slug)
    except Publication.DoesNotExist:
        return _withdrawn(request, slug)
    earlier, hears = editions_of(visitor, publication), hears_of(visitor, publication)
    known = {
        "publication": publication,
        "kind": KIND_WORDS[PublicationKind(publication.kind)].one,
        "editions": [publication, *earlier] if earlier else [],
        "may_begin_next": may_begin_next(visitor, publication),
        "piece": piece_of(publication),
        "mark": mark_of(publication),
        "places": places_of(publication),
        "how_far": how_far(publication),
        "has_aid": has_aid(publication),
        "hears_of": hears,
        "proposed": number_proposed(visitor, publication) if hears else 0,
        "tally": _tally(publication) if visitor.is_secretariat else None,
    }
    return render(request, "web/guidance/guidance.html", known)


def _tally(publication: Publication) -> Tally | None:
    distribution = distribution_of(publication)
    return tally_of(distribution) if distribution else None


def _withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell why a piece does not hold any more, and what replaces it."""
    visitor = standing(request)
    try:
        publication = withdrawn_of(visitor, slug=slug)
    except Publication.DoesNotExist as missing_one:
        raise Http404 from missing_one
    replacement = replacement_of(visitor, publication)
    known = {"publication": publication, "replacement": replacement}
    return render(request, "web/guidance/withdrawn.html", known)


@for_community
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the drafts that are in somebody's hands."""
    mine = drafts_open_to(standing(request)).select_related("written_by", "reviewed_by")
    page = leaf(request, mine, "-pk", size=SIZE)
    known = {"page": page, "pieces": _named(page.rows)}
    return render(request, "web/guidance/drafts.html", known)


@for_community
def draft(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show a draft as it will read, and what is missing before it can be published."""
    visitor = standing(request)
    try:
        publication = piece_in_hands(visitor, key=key)
    except Publication.DoesNotExist as missing_one:
        raise Http404 from missing_one
    if publication.state != PublicationState.DRAFT:
        return redirect(page_of(publication))
    piece = piece_of(publication)
    known = {
        "publication": publication,
        "kind": KIND_WORDS[PublicationKind(publication.kind)].one,
        "piece": piece,
        "places": places_of(publication),
        "missing": missing_before(publication, piece, current_principle(), visitor),
        "awaited": awaited(publication),
        "part": own_part(publication, visitor),
    }
    return render(request, "web/guidance/draft.html", known)
