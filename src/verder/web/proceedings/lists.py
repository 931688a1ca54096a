"""After a meeting: its decision list, action list and minutes, to read, to print and to approve."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from verder.deliberation.actor import Actor
from verder.deliberation.models import MeetingState
from verder.deliberation.operations import proceedings
from verder.deliberation.operations.reading import note_readings
from verder.deliberation.queries.agenda import agenda_is_open_to
from verder.deliberation.queries.chatham import as_it_leaves
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.outcomes import may_publish, outcomes_of, steps_taken_at
from verder.deliberation.queries.proceedings import Sitting, dilemmas_told_of, sitting_of
from verder.web.asking import Asked, OnceForm, answer
from verder.web.meetings.finding import find_here
from verder.web.on_paper import FORMS, give
from verder.web.proceedings.finding import find_to_lead
from verder.web.proceedings.papers import Kind, document_of
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.paper.document import Document
    from verder.web.checking import CheckedForm

REFUSALS = {
    proceedings.NotYetOver: gettext_lazy(
        "Het verslag is niet verstuurd: de vergadering is nog niet afgesloten. Sluit haar eerst af."
    ),
    proceedings.AlreadyApproved: gettext_lazy(
        "Er is niets verstuurd: dit verslag is al vastgesteld. Klopt er iets niet? Zet dat op de agenda van "
        "een volgende vergadering."
    ),
    proceedings.NothingToApprove: gettext_lazy(
        "Er is niets vastgesteld: dit verslag is nog niet verstuurd, of een ander stelde het al vast. Kijk hoe "
        "het er nu bij staat, en verstuur het zo nodig eerst."
    ),
}


@never_cache
@for_signed_in
def document(request: HttpRequest, key: uuid.UUID, kind: str) -> HttpResponse:
    """Show one of the documents of a meeting as a page."""
    sitting, chosen = _read(request, key, kind)
    _note(request, sitting)
    visitor, held = standing(request), sitting.proceedings
    leads = looks_after(visitor, sitting.meeting.body)
    is_held = sitting.meeting.state == MeetingState.HELD
    known = {
        "document": _written(sitting, chosen),
        "meeting": sitting.meeting,
        "kind": chosen,
        "kinds": _KINDS,
        "forms": FORMS,
        "was_sent": bool(held and held.minutes_sent_at),
        "may_publish": may_publish(visitor, sitting.meeting),
        "outcomes": outcomes_of(sitting.meeting),
        "may_send": leads and is_held and not (held and held.approved_at),
    }
    return render(request, "web/proceedings/document.html", known)


_KINDS = {
    Kind.DECISIONS: gettext_lazy("Besluitenlijst"),
    Kind.ACTIONS: gettext_lazy("Actielijst"),
    Kind.MINUTES: gettext_lazy("Verslag"),
}


@never_cache
@for_signed_in
def file(request: HttpRequest, key: uuid.UUID, kind: str, form: str) -> HttpResponse:
    """Give one of the documents of a meeting as a file."""
    sitting, chosen = _read(request, key, kind)
    _note(request, sitting)
    written = _written(sitting, chosen)
    return give(written, form=form, name=slugify(written.title))


def _read(request: HttpRequest, key: uuid.UUID, kind: str) -> tuple[Sitting, Kind]:
    """Find a meeting for who may read what came of it: from its end on, and before that for who looks after it."""
    meeting, visitor = find_here(request, key), standing(request)
    is_there = meeting.state == MeetingState.HELD and agenda_is_open_to(meeting, visitor)
    if kind not in set(Kind) or not (is_there or looks_after(visitor, meeting.body)):
        raise Http404
    return sitting_of(meeting, visitor), Kind(kind)


def _note(request: HttpRequest, sitting: Sitting) -> None:
    """Write down who read what may not travel."""
    note_readings(dilemmas_told_of(sitting), actor=Actor(standing(request)), at=timezone.now())


def _written(sitting: Sitting, kind: Kind) -> Document:
    meeting = sitting.meeting
    return document_of(sitting, kind, steps=steps_taken_at(meeting), as_it_leaves=as_it_leaves(meeting))


@for_signed_in
def send(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Send the minutes to who sits in the body, as a draft."""
    meeting = find_to_lead(request, key)
    back = reverse("meeting-document", args=[key, Kind.MINUTES])
    asked = Asked(
        _("Het verslag versturen"),
        _("Verstuur"),
        _("Het verslag is verstuurd. De volgende vergadering stelt het vast."),
        back,
        lead=_("Iedereen in dit overleg krijgt een bericht met een link. In het bericht staat niets uit het verslag."),
        refusals=REFUSALS,
    )

    def do(form: OnceForm, _checked: CheckedForm) -> str:
        proceedings.send_minutes(meeting.key, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, OnceForm, do=do)


@for_signed_in
def approve(request: HttpRequest, key: uuid.UUID, earlier: uuid.UUID) -> HttpResponse:
    """Approve the minutes of an earlier meeting during this one."""
    meeting, of = find_to_lead(request, key), find_here(request, earlier)
    back = reverse("meeting-lead", args=[meeting.key])
    asked = Asked(
        _("Het verslag van %(day)s vaststellen") % {"day": f"{of.day:%d-%m-%Y}"},
        _("Stel vast"),
        _("Het verslag is vastgesteld."),
        back,
        lead=_("Het verslag is dan geen concept meer. Moet er nog iets anders? Ga dan terug."),
        refusals=REFUSALS,
    )

    def do(form: OnceForm, _checked: CheckedForm) -> str:
        actor, at = Actor(standing(request)), timezone.now()
        proceedings.approve_minutes(of.key, during=meeting.key, actor=actor, at=at, intent=form.intent)
        return back

    return answer(request, asked, OnceForm, do=do)
