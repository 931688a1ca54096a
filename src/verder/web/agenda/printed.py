"""Invitations, agendas and briefs on paper: the same words as on the page, as PDF and as OpenDocument."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.deliberation.operations.reading import note_readings
from verder.deliberation.queries.agenda import agenda_is_open_to, agenda_of
from verder.deliberation.queries.brief import facts_of
from verder.domain.tlp import MAY_BE_MAILED
from verder.web.agenda.documents import agenda_document, brief_document, invitation_document
from verder.web.agenda.items import find_item
from verder.web.meetings.agenda import is_confidential
from verder.web.meetings.finding import find_here
from verder.web.on_paper import give
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting


@for_signed_in
def invitation(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponse:
    """Give the invitation with the agenda as a file."""
    meeting = find_open(request, key)
    paper = invitation_document(meeting, agenda_of(meeting, standing(request)))
    return give(paper, form=form, name=f"uitnodiging-{meeting.day}")


@for_signed_in
def agenda(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponse:
    """Give an agenda with its cover notes as a file."""
    meeting, visitor = find_open(request, key), standing(request)
    points = agenda_of(meeting, visitor)
    facts = {point.key: facts_of(meeting, point.key, visitor) for point in points if not is_confidential(point)}
    told = [one.case.dilemma for one in facts.values() if one.case]
    note_readings(told, actor=Actor(visitor), at=timezone.now())
    paper = agenda_document(meeting, points, facts, visitor)
    return give(paper, form=form, name=f"agenda-{meeting.day}")


def find_open(request: HttpRequest, key: uuid.UUID) -> Meeting:
    """Find a meeting of which one may read the agenda."""
    meeting = find_here(request, key)
    if not agenda_is_open_to(meeting, standing(request)):
        raise Http404
    return meeting


@for_signed_in
def brief(request: HttpRequest, key: uuid.UUID, item: uuid.UUID, form: str) -> HttpResponse:
    """Give the brief of an item as a file; of a dilemma under TLP:RED there is none."""
    meeting, point, facts = find_item(request, key, item)
    if facts.case is None or facts.case.tlp not in MAY_BE_MAILED:
        raise Http404
    return give(brief_document(meeting, point, facts.case), form=form, name=f"kort-{facts.case.dilemma.number}")
