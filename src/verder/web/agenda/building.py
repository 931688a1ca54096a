"""The page on which an agenda is made: what stands on it, what waits, and how it is arranged."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import MeetingState
from verder.deliberation.operations import filling
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.items import AgendaChanged
from verder.deliberation.operations.meetings import NoSuchMeeting
from verder.deliberation.queries.agenda import agenda_of
from verder.deliberation.queries.backlog import Source, backlog_of
from verder.deliberation.queries.sendings import changes_to_send
from verder.deliberation.queries.sign_offs import needs_sign_offs
from verder.web.agenda.forms import ArrangeForm, PutForm, TakeOffForm
from verder.web.agenda.reading import hours_of, rows_of, signatures_of
from verder.web.agenda.waiting import row_of
from verder.web.asking import OnceForm
from verder.web.meetings.agenda import changes_in_words, label_of
from verder.web.meetings.finding import find_kept
from verder.web.standing import for_signed_in, standing
from verder.web.words.agenda import SOURCE_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise, _StrPromise

    from verder.deliberation.models import Meeting
    from verder.web.agenda.waiting import Row

REFUSALS: dict[type[Exception], Promise] = {
    AgendaChanged: _(
        "Er is niets veranderd: een collega wijzigde deze agenda net. U ziet nu hoe hij is. Doe het opnieuw "
        "als het nog nodig is."
    ),
    NoSuchMeeting: _(
        "Er is niets veranderd: de vergadering is afgesloten of afgezegd. Gebruik de agenda van een volgende "
        "vergadering."
    ),
    filling.MovesADilemma: _(
        "Er is niets veranderd: over dit dilemma wordt een besluit gevraagd. Gebruik "
        "daarvoor de knop bij het punt zelf."
    ),
    filling.AlwaysCarried: _("Het punt blijft staan: het Strategisch Beraad krijgt dit overzicht altijd."),
    filling.NotTheirsToRead: _(
        "Het dilemma staat niet op de agenda: deze leden mogen het nog niet lezen. Vraag er een besluit "
        "over als het hier wacht."
    ),
    filling.StandsThereAlready: _("Het staat al op een agenda. Er is niets veranderd."),
}


@for_signed_in
def build(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show an agenda to who makes it, with what waits for this body ready beside it."""
    return page_of(request, find_kept(request, key))


def page_of(request: HttpRequest, meeting: Meeting, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """Show the agenda as it stands now, possibly with the words of a refusal."""
    visitor, today = standing(request), timezone.localdate()
    points, is_planned = agenda_of(meeting, visitor), meeting.state == MeetingState.PLANNED
    changes = changes_in_words(changes_to_send(meeting), points) if meeting.agenda_sent_at else []
    signatures = signatures_of(meeting, visitor) if needs_sign_offs(meeting.body) else []
    known = {
        "meeting": meeting,
        "label": label_of(points),
        "rows": rows_of(points, meeting),
        "order": ",".join(str(point.key) for point in points if point.is_open),
        "hours": hours_of(points, meeting),
        "is_planned": is_planned,
        "may_send": is_planned and bool(changes if meeting.agenda_sent_at else points),
        "lacks_fixed": is_planned and not any(point.purpose in {"opening", "closing"} for point in points),
        "changes": changes,
        "signatures": signatures,
        "unsigned": "; ".join(one.title for one in signatures if one.at is None),
        "backlog": _backlog(meeting, request) if is_planned and visitor.is_secretariat else (),
        "may_carry_over": visitor.is_secretariat,
        "request_key": uuid.uuid4(),
        "refusal": refusal,
        "today": today,
    }
    return render(request, "web/agenda/build.html", known, status=status)


def _backlog(meeting: Meeting, request: HttpRequest) -> list[tuple[str, Promise, list[Row]]]:
    waiting = backlog_of(meeting.body, standing(request), today=timezone.localdate())
    by_source = {source: [row_of(one, meeting) for one in waiting if one.source is source] for source in Source}
    return [(str(source), SOURCE_WORDS[source], found) for source, found in by_source.items() if found]


@require_POST
@for_signed_in
def arrange(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put the items in another order: by a button, or as they were dragged."""
    form = ArrangeForm(request.POST)

    def do(meeting: Meeting, actor: Actor, intent: Intent) -> object:
        return filling.arrange(meeting.key, order=form.arranged, actor=actor, at=timezone.now(), intent=intent)

    return _change(request, key, form, do, _("De volgorde is bewaard."), at=form.moved if form.is_valid() else "")


@require_POST
@for_signed_in
def put_on(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put something that waits on the agenda."""
    form = PutForm(request.POST)

    def do(meeting: Meeting, actor: Actor, intent: Intent) -> object:
        source, reference, kind = form.asked
        at = timezone.now()
        if source is Source.DILEMMA:
            return filling.put_dilemma_on(reference, meeting=meeting.key, kind=kind, actor=actor, at=at, intent=intent)
        return _PUTS[source](_key(reference), meeting=meeting.key, kind=kind, actor=actor, at=at, intent=intent)

    return _change(request, key, form, do, _("Het staat op de agenda."))


_PUTS = {
    Source.SIGNAL: filling.put_signal_on,
    Source.GUIDANCE: filling.put_guidance_on,
    Source.ACTION: filling.put_action_on,
    Source.ITEM: filling.put_item_on,
}


def _key(reference: str) -> uuid.UUID:
    try:
        return uuid.UUID(reference)
    except ValueError as unknown:
        raise Http404 from unknown


@require_POST
@for_signed_in
def put_fixed(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put the items on that stand on every agenda."""

    def do(meeting: Meeting, actor: Actor, intent: Intent) -> object:
        return filling.put_fixed_items(meeting.key, actor=actor, at=timezone.now(), intent=intent)

    return _change(request, key, OnceForm(request.POST), do, _("De vaste punten staan op de agenda."))


@require_POST
@for_signed_in
def take_off(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Take an item off the agenda."""
    form = TakeOffForm(request.POST)

    def do(meeting: Meeting, actor: Actor, intent: Intent) -> object:
        item = meeting.items.get(key=form.cleaned_data["item"])
        return filling.take_off(item.key, actor=actor, at=timezone.now(), intent=intent)

    return _change(request, key, form, do, _("Het punt is van de agenda."))


def _change(
    request: HttpRequest,
    key: uuid.UUID,
    form: OnceForm,
    do: Callable[[Meeting, Actor, Intent], object],
    done: str | _StrPromise,
    *,
    at: str = "",
) -> HttpResponse:
    """Do one thing to an agenda that one makes, and go on at an item of it; a refusal says why, and what stands now."""
    meeting = find_kept(request, key)
    if not form.is_valid():
        raise Http404
    try:
        do(meeting, Actor(standing(request)), form.intent)
    except AlreadyTaken:
        return redirect("meeting-agenda", key)
    except ObjectDoesNotExist as gone:
        raise Http404 from gone
    except tuple(REFUSALS) as refused:
        return page_of(request, find_kept(request, key), refusal=str(REFUSALS[type(refused)]), status=409)
    messages.success(request, done)
    return redirect(reverse("meeting-agenda", args=[key]) + (f"#punt-{at}" if at else ""))
