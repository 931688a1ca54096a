"""Looking after a meeting: filling its agenda, closing it and cancelling it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma, ItemKind, ItemState, MeetingState
from verder.deliberation.operations import agenda
from verder.deliberation.operations.climb import AlreadyTaken, StepRefused
from verder.deliberation.operations.meetings import NoSuchMeeting, NotTheirMeeting
from verder.deliberation.queries.agenda import agenda_of, not_dealt_with
from verder.deliberation.queries.invitations import invitations_to
from verder.domain.ladder import Refusal
from verder.domain.rungs import Need
from verder.web.asking import Asked, answer
from verder.web.meetings.agenda import title_of
from verder.web.meetings.finding import NOT_THEIRS, find_here, find_kept, title_of_meeting
from verder.web.meetings.forms import CloseForm, ItemForm, PlaceForm
from verder.web.standing import for_secretariat, for_signed_in, standing
from verder.web.words.needs import NEED

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.web.checking import CheckedForm

REFUSALS = {
    NotTheirMeeting: NOT_THEIRS,
    NoSuchMeeting: gettext_lazy(
        "Het punt staat niet op de agenda: de vergadering is afgesloten of afgezegd. Kies een andere vergadering."
    ),
    agenda.NotYetHeld: gettext_lazy(
        "De vergadering is niet afgesloten: zij moet nog komen. Gaat zij niet door? Zeg haar dan af."
    ),
    StepRefused: gettext_lazy(
        "De vergadering is niet afgesloten: er staat nog een punt open. Schrijf op waarom het doorschuift."
    ),
}


@for_signed_in
def add_item(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put an item on an agenda that is not about a dilemma."""
    meeting = find_kept(request, key)
    if request.method != "POST" and meeting.state != MeetingState.PLANNED:
        return redirect("meeting", key)
    asked = Asked(
        _("Een punt op de agenda zetten"),
        _("Zet op de agenda"),
        _("Het punt staat op de agenda."),
        reverse("meeting-agenda", args=[key]),
        lead=title_of_meeting(meeting),
        refusals=REFUSALS,
    )

    def do(form: ItemForm, checked: CheckedForm) -> str:
        agenda.add_item(
            meeting,
            title=checked.words["title"],
            kind=ItemKind(form.cleaned_data["kind"]),
            actor=Actor(standing(request)),
            at=timezone.now(),
            intent=form.intent,
        )
        return asked.back

    return answer(request, asked, ItemForm, do=do)


@require_POST
@for_secretariat
def place(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Place a dilemma that waits for this body on its agenda."""
    meeting, form = find_here(request, key), PlaceForm(request.POST)
    if not form.is_valid():
        raise Http404
    number = form.cleaned_data["number"]
    actor, at = Actor(standing(request)), timezone.now()
    try:
        agenda.place_on_agenda(
            number, meeting=meeting.key, kind=ItemKind.DECISION, actor=actor, at=at, intent=form.intent
        )
    except AlreadyTaken:
        return redirect("meeting-agenda", key)
    except Dilemma.DoesNotExist as missing:
        raise Http404 from missing
    except NoSuchMeeting:
        messages.error(request, str(REFUSALS[NoSuchMeeting]))
    except StepRefused as refused:
        messages.error(request, _why_not_placed(number, refused))
    else:
        messages.success(request, _("%(number)s staat op de agenda.") % {"number": number})
    return redirect("meeting-agenda", key)


def _why_not_placed(number: str, refused: StepRefused) -> str:
    missing = " ".join(str(NEED[need].missing) for need in Need if need in refused.verdict.missing)
    if refused.verdict.refusal is Refusal.NOT_FROM_HERE:
        missing = _("Het wacht niet meer op deze vergadering. Misschien was een collega u voor.")
    return _("%(number)s staat niet op de agenda. %(why)s") % {"number": number, "why": missing}


@for_signed_in
def close(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Close a meeting that was held; what was not decided goes to the next one."""
    meeting = find_kept(request, key)
    lead = _("Daarna verandert er niets meer aan deze agenda.")
    asked = Asked(
        _("De vergadering afsluiten"),
        _("Sluit af"),
        _("De vergadering is afgesloten."),
        reverse("meeting", args=[key]),
        lead=lead,
        template="web/meetings/close.html",
        refusals=REFUSALS,
    )
    return _end(request, meeting, asked, cancelled=False)


@for_signed_in
def cancel(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Cancel a meeting; what stands on its agenda goes to the next one."""
    meeting = find_kept(request, key)
    asked = Asked(
        _("De vergadering afzeggen"),
        _("Zeg af"),
        _("De vergadering is afgezegd. Wie uitgenodigd was, krijgt bericht. Plan nu een nieuwe."),
        reverse("meeting-list"),
        lead=_("De vergadering gaat dan niet door.") + " " + _who_hears(meeting),
        template="web/meetings/close.html",
        is_danger=True,
        refusals=REFUSALS,
    )
    return _end(request, meeting, asked, cancelled=True)


def _who_hears(meeting: Meeting) -> str:
    number = invitations_to(meeting).count()
    if not number:
        return _("Er is nog niemand uitgenodigd, dus er gaat geen bericht uit.")
    told = ngettext(
        "1 genodigde krijgt daar één bericht van.", "%(number)s genodigden krijgen daar één bericht van.", number
    )
    return told % {"number": number}


def _end(request: HttpRequest, meeting: Meeting, asked: Asked, *, cancelled: bool) -> HttpResponse:
    if request.method != "POST" and meeting.state != MeetingState.PLANNED:
        return redirect("meeting", meeting.key)
    points = agenda_of(meeting, standing(request))
    rest = meeting.items.filter(state=ItemState.OPEN, purpose="") if cancelled else not_dealt_with(meeting)
    left = set(rest.values_list("key", flat=True))
    undecided = [(point.number, title_of(point)) for point in points if point.key in left]
    asks_why = any(point.awaits_decision for point in points)
    asked = replace(asked, words={"meeting": meeting, "undecided": undecided})

    def do(_form: CloseForm, checked: CheckedForm) -> str:
        agenda.close_meeting(
            meeting.key,
            reason=checked.words["reason"],
            cancelled=cancelled,
            actor=Actor(standing(request)),
            at=timezone.now(),
        )
        return asked.back

    return answer(request, asked, partial(CloseForm, undecided=asks_why), do=do)
