"""How a page finds its dilemma: what its reader may not see does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma
from verder.deliberation.queries.situation import Situation, find_situation
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts, by account; administrators see no content, so to them no dilemma exists."""
    visitor = standing(request)
    if visitor.is_administrator:
        raise Http404
    return Actor(visitor)


def situation_here(request: HttpRequest, number: str) -> Situation:
    """Find where a dilemma is; one that the reader may not see does not exist."""
    try:
        return find_situation(number, actor=actor_of(request), today=timezone.localdate())
    except Dilemma.DoesNotExist as missing:
        raise Http404 from missing
