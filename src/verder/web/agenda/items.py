"""One item of an agenda: its cover note, the brief for directors, and changing what it says."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import ItemKind, ItemPurpose, MeetingState
from verder.deliberation.operations import filling
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.filling import ItemWords
from verder.deliberation.operations.reading import note_reading
from verder.deliberation.queries.agenda import agenda_is_open_to, item_here
from verder.deliberation.queries.brief import facts_of
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.domain.tlp import MAY_BE_MAILED
from verder.web.agenda.building import REFUSALS
from verder.web.agenda.cover import brief_of, cover_of
from verder.web.agenda.forms import CoverNoteForm, ItemForm
from verder.web.asking import Asked, OnceForm, answer
from verder.web.meetings.agenda import is_confidential, title_of
from verder.web.meetings.finding import find_here, find_kept, title_of_meeting
from verder.web.meetings.papers import paper_rows
from verder.web.standing import for_signed_in, standing
from verder.web.words import RUNG_WORDS
from verder.web.words.meetings import ITEM_KIND_WORDS
from verder.workspace.queries.texts import worksheets_about

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.agenda import Point
    from verder.deliberation.queries.brief import Facts
    from verder.web.checking import CheckedForm


@for_signed_in
def item(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Show an item with its cover note; the overview for the council stands there too."""
    meeting, point, facts = find_item(request, key, item)
    visitor = standing(request)
    may_keep = looks_after(visitor, meeting.body) and meeting.state == MeetingState.PLANNED and point.is_open
    known = {
        "meeting": meeting,
        "point": point,
        "title": title_of(point),
        "kind": ITEM_KIND_WORDS[point.kind],
        "is_confidential": is_confidential(point) and facts.case is None,
        "cover": cover_of(facts, point, meeting),
        "facts": facts,
        "may_keep": may_keep,
        "request_key": uuid.uuid4(),
        "papers": paper_rows(meeting, point, may_keep=may_keep),
        "overview": overview_in_words(meeting, point, request),
    }
    return render(request, "web/agenda/item.html", known)


def overview_in_words(meeting: Meeting, point: Point, request: HttpRequest) -> dict[str, object]:
    """Set out the overview that an item holds, if it is one of the two that the council always gets."""
    visitor = standing(request)
    if point.purpose == ItemPurpose.UNSOLVED:
        found = unsolved_of(meeting, visitor)
        return {"others": found.others, "stuck": [(one, RUNG_WORDS[one.rung].title) for one in found.shown]}
    if point.purpose == ItemPurpose.FIELD:
        return {"signals": field_of(meeting, visitor), "is_field": True}
    return {}


@for_signed_in
def brief(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Show the brief of an item about a dilemma."""
    meeting, point, facts = find_item(request, key, item)
    if facts.case is None:
        raise Http404
    known = {"meeting": meeting, "point": point, "brief": brief_of(facts.case), "number": point.number}
    known["worksheets"] = worksheets_about(facts.case.dilemma, standing(request))
    known["may_print"] = facts.case.tlp in MAY_BE_MAILED
    return render(request, "web/agenda/brief.html", known)


def find_item(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> tuple[Meeting, Point, Facts]:
    """Find an item that one may see, and write down who reads what may not travel."""
    meeting, visitor = find_here(request, key), standing(request)
    if not agenda_is_open_to(meeting, visitor):
        raise Http404
    try:
        point = item_here(meeting, item, visitor)
        facts = facts_of(meeting, item, visitor)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if facts.case:
        note_reading(facts.case.dilemma, actor=Actor(visitor), at=timezone.now())
    return meeting, point, facts


@for_signed_in
def change(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Change what an item says, how long it takes, and what the chair reads beside it."""
    meeting, point = find_kept_item(request, key, item)
    back = reverse("meeting-agenda", args=[key])
    kinds = ItemKind.DECISION if point.awaits_decision else "besides" if point.is_about_a_dilemma else "all"
    shown = {
        "version": meeting.agenda_version,
        "title": point.title,
        "kind": point.kind,
        "minutes": point.minutes,
        "annotation": point.annotation,
    }
    has_title = bool(point.title) and not point.purpose
    new_form = partial(ItemForm, has_title=has_title, kinds=kinds, initial=shown)
    asked = asked_about(_("Een punt wijzigen"), _("Bewaar"), _("Het punt is gewijzigd."), back, meeting, point)

    def do(form: ItemForm, checked: CheckedForm) -> str:
        given = form.cleaned_data
        words = ItemWords(
            ItemKind(given.get("kind") or point.kind),
            given["minutes"],
            checked.words.get("title"),
            checked.words["annotation"],
        )
        filling.change_item(item, words=words, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, new_form, do=do)


@for_signed_in
def cover_note(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Write the cover note of an item, beginning with the one that its dossier makes."""
    meeting, point = find_kept_item(request, key, item)
    cover = cover_of(facts_of(meeting, item, standing(request)), point, meeting)
    back = reverse("meeting-item", args=[key, item])
    shown = {
        "version": meeting.agenda_version,
        "asked": cover.asked,
        "tried": cover.tried,
        "options": cover.options,
    }
    asked = asked_about(_("De oplegger schrijven"), _("Bewaar"), _("De oplegger is bewaard."), back, meeting, point)

    def do(form: CoverNoteForm, checked: CheckedForm) -> str:
        actor = Actor(standing(request))
        filling.write_cover_note(item, **checked.words, actor=actor, at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, partial(CoverNoteForm, initial=shown), do=do)


@require_POST
@for_signed_in
def cover_note_anew(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Let the dossier make the cover note again."""
    find_kept_item(request, key, item)
    form = OnceForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        filling.make_cover_note_anew(item, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        return redirect("meeting-item", key, item)
    return redirect("meeting-item", key, item)


def find_kept_item(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> tuple[Meeting, Point]:
    """Find an item that is open, that one makes the agenda for, and that one may read."""
    meeting = find_kept(request, key)
    try:
        point = item_here(meeting, item, standing(request))
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if not point.is_open or (point.is_about_a_dilemma and point.dilemma is None):
        raise Http404
    return meeting, point


def asked_about(title: str, button: str, done: str, back: str, meeting: Meeting, point: Point) -> Asked:
    """Ask something about an item, under the name of its meeting, its number and its title."""
    lead = _("%(meeting)s, punt %(number)s: %(title)s") % {
        "meeting": title_of_meeting(meeting),
        "number": point.number,
        "title": title_of(point),
    }
    return Asked(title, button, done, back, lead=lead, refusals=REFUSALS, version_now=partial(_version, meeting))


def _version(meeting: Meeting) -> int:
    meeting.refresh_from_db(fields=["agenda_version"])
    return meeting.agenda_version
