"""Guidance as data, for who builds it into a site or an app of their own: what everybody may read, and nothing else."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils import timezone

from verder.guidance.evidence import heard_of
from verder.guidance.history import replacement_of, withdrawn_of
from verder.guidance.models import Publication
from verder.guidance.queries import is_expired, places_of, publication_of
from verder.network.standing import Standing
from verder.web.guidance.composing import heading_of
from verder.web.guidance.piece import piece_of
from verder.web.words.parts import PART_WORDS

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.domain.decision_aid import Aid
    from verder.domain.guidance_parts import Part
    from verder.network.models import UrgentRoute


def guidance_data(_request: HttpRequest, slug: str) -> JsonResponse:
    """Give one piece of guidance as JSON, made from the same parts as its page; texts in it are Markdown.

    Of a withdrawn piece only that it was withdrawn, why, and what replaces it. Its shape is in docs/guidance-data.md.
    """
    try:
        publication = publication_of(Standing(), slug=slug)
    except Publication.DoesNotExist:
        return _withdrawn(slug)
    piece, places, heard = piece_of(publication), places_of(publication), heard_of(publication)
    known = {
        **_head(publication),
        "evidence": {
            "state": publication.evidence,
            "used": heard.used,
            "helped": heard.helped,
            "didNotHelp": heard.did_not_help,
        },
        "themes": [theme.name for theme in places.themes],
        "professions": [profession.name for profession in places.professions],
        "parts": [
            {"code": code, "heading": str(PART_WORDS[code].heading), "rows": [_row(part) for part in rows]}
            for code, rows in groupby(piece.parts, lambda part: part.code)
        ],
        "contacts": [_contact(route) for route in piece.contacts],
        "experts": {"heard": publication.experts_heard, "told": publication.experts},
        "decisionAid": _aid(piece.aid),
    }
    return JsonResponse(known, json_dumps_params={"ensure_ascii": False})


def _withdrawn(slug: str) -> JsonResponse:
    try:
        publication = withdrawn_of(Standing(), slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    replacement = replacement_of(Standing(), publication)
    address = settings.BASE_URL + reverse("guidance", args=[replacement.slug]) if replacement else None
    known = {**_head(publication), "withdrawnBecause": publication.withdrawn_because, "replacedBy": address}
    return JsonResponse(known, json_dumps_params={"ensure_ascii": False})


def _head(publication: Publication) -> dict[str, Any]:
    published = timezone.localdate(publication.published_at) if publication.published_at else None
    return {
        "title": publication.title,
        "kind": publication.kind,
        "summary": publication.summary,
        "tlp": publication.tlp,
        "state": publication.state,
        "edition": publication.edition,
        "change": publication.change,
        "publishedOn": published,
        "validUntil": publication.review_on,
        "isExpired": is_expired(publication, on=timezone.localdate()),
    }


def _row(part: Part) -> dict[str, Any]:
    return {
        "heading": heading_of(part),
        "text": part.text,
        "source": part.source,
        "readBy": part.read_by,
        "askPrivacyOfficer": part.ask_privacy_officer,
    }


def _contact(route: UrgentRoute) -> dict[str, Any]:
    return {
        "name": route.name,
        "situation": route.situation,
        "telephone": route.telephone,
        "address": route.address,
        "lastCheckedOn": route.last_checked_on,
    }


def _aid(aid: Aid) -> list[dict[str, Any]]:
    return [
        {
            "key": step.key,
            "title": step.title,
            "text": step.text,
            "isOutcome": step.is_outcome,
            "answers": [{"text": one.text, "hint": one.hint, "leadsTo": one.leads_to} for one in step.answers],
        }
        for step in aid.steps
    ]
