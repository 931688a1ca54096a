"""The dossier: one dilemma with everything about it that its reader may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from verder.deliberation.models import Dilemma
from verder.deliberation.operations.reading import note_reading
from verder.deliberation.queries.dossier import find_dossier
from verder.web.dilemmas.dossier import dossier_words
from verder.web.dilemmas.finding import actor_of
from verder.web.standing import for_signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_signed_in
def dossier(request: HttpRequest, number: str) -> HttpResponse:
    """Show a dilemma to who may read it, and write down who read what may not travel."""
    actor, at = actor_of(request), timezone.now()
    try:
        found = find_dossier(number, actor=actor, today=timezone.localdate(at))
    except Dilemma.DoesNotExist as missing:
        raise Http404 from missing
    note_reading(found.dilemma, actor=actor, at=at)
    return render(request, "web/dilemmas/dossier.html", dossier_words(found))
