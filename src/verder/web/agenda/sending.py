"""Sending an agenda, and for the council: preparing it together and signing it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import Meeting, MeetingState, SignOffRole
from verder.deliberation.operations import preparation, sending
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.items import AgendaChanged
from verder.deliberation.operations.meetings import NoSuchMeeting
from verder.deliberation.queries.agenda import agenda_of
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.deliberation.queries.sendings import changes_to_send
from verder.deliberation.queries.sign_offs import agenda_to_sign, needs_sign_offs
from verder.domain.tlp import Tlp, strictest
from verder.web.agenda.building import REFUSALS
from verder.web.agenda.forms import SignForm
from verder.web.agenda.reading import rows_of, signatures_of
from verder.web.asking import Asked, VersionForm, answer
from verder.web.meetings.agenda import changes_in_words, label_of
from verder.web.meetings.finding import find_kept
from verder.web.standing import for_signed_in, standing
from verder.web.words import RUNG_WORDS
from verder.web.words.agenda import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.web.checking import CheckedForm


def _who_is_missing(refused: sending.NotSignedOff) -> str:
    names = ", ".join(str(ROLE_WORDS[role]) for role in SignOffRole if role in refused.missing)
    return _(
        "De agenda is niet verstuurd: nog niet iedereen gaf akkoord. Wacht op: %(names)s. Daarna kunt u versturen."
    ) % {"names": names}


SENDING_REFUSALS: dict[type[Exception], str | Promise | Callable[[Any], str]] = {
    AgendaChanged: REFUSALS[AgendaChanged],
    NoSuchMeeting: REFUSALS[NoSuchMeeting],
    sending.NothingToSend: gettext_lazy(
        "Er is niets verstuurd: de agenda is leeg, of de leden hebben hem al zoals hij nu is. Verander iets en "
        "verstuur hem dan."
    ),
    sending.NotSignedOff: _who_is_missing,
}
SIGNING_REFUSALS: dict[type[Exception], Promise] = {
    AgendaChanged: gettext_lazy(
        "Uw akkoord is niet vastgelegd: de agenda is net veranderd. U ziet nu hoe hij is. Lees hem en geef dan akkoord."
    ),
    NoSuchMeeting: REFUSALS[NoSuchMeeting],
    preparation.NotTheirsToSign: gettext_lazy(
        "Er is niets vastgelegd: iemand anders geeft dit akkoord. Op deze pagina staat wie dat is."
    ),
    preparation.NothingToSign: gettext_lazy(
        "Er is niets vastgelegd: er staat nog niets op de agenda. Zet er eerst punten op."
    ),
}


@for_signed_in
def send(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask whether the agenda goes out as it is, and send it."""
    meeting = find_kept(request, key)
    is_first = meeting.agenda_sent_at is None
    points = agenda_of(meeting, standing(request))
    back = reverse("meeting-agenda", args=[key])
    asked = Asked(
        _("De agenda versturen") if is_first else _("De gewijzigde agenda versturen"),
        _("Verstuur"),
        _("De agenda is verstuurd. De leden krijgen bericht."),
        back,
        lead=_("De leden krijgen een mail met een link, zonder titels. Daarna staan de nummers vast.")
        if is_first
        else _("De leden krijgen een mail met een link, zonder titels. Elk punt houdt zijn nummer."),
        template="web/agenda/send.html",
        refusals=SENDING_REFUSALS,
    )
    words = {
        "meeting": meeting,
        "rows": rows_of(points, meeting),
        "changes": changes_in_words(changes_to_send(meeting), points),
        "signatures": signatures_of(meeting, standing(request)) if needs_sign_offs(meeting.body) else (),
    }
    asked = replace(asked, words=words, version_now=partial(_version, meeting))

    def do(form: VersionForm, _checked: CheckedForm) -> str:
        sending.send_agenda(key, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, partial(VersionForm, initial={"version": meeting.agenda_version}), do=do)


def _version(meeting: Meeting) -> int:
    meeting.refresh_from_db(fields=["agenda_version"])
    return meeting.agenda_version


@for_signed_in
def prepare(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show the agenda of a council meeting to who signs it, with who did and what it carries along."""
    return _preparation(request, _find_to_sign(request, key))


def _find_to_sign(request: HttpRequest, key: uuid.UUID) -> Meeting:
    try:
        return agenda_to_sign(standing(request), key)
    except Meeting.DoesNotExist as missing:
        raise Http404 from missing


def _preparation(request: HttpRequest, meeting: Meeting, *, refusal: str = "", status: int = 200) -> HttpResponse:
    visitor = standing(request)
    points, unsolved = agenda_of(meeting, visitor), unsolved_of(meeting, visitor)
    signals, label = field_of(meeting, visitor), label_of(points)
    labels = [*(one.tlp for one in unsolved.shown), *(Tlp(one.tlp) for one in signals), *([label] if label else [])]
    known = {
        "meeting": meeting,
        "label": strictest(labels) if labels else None,
        "rows": rows_of(points, meeting),
        "signatures": signatures_of(meeting, visitor),
        "is_planned": meeting.state == MeetingState.PLANNED,
        "stuck": [(one, RUNG_WORDS[one.rung].title) for one in unsolved.shown],
        "others": unsolved.others,
        "signals": signals,
        "request_key": uuid.uuid4(),
        "refusal": refusal,
    }
    return render(request, "web/agenda/preparation.html", known, status=status)


@require_POST
@for_signed_in
def sign(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Sign the agenda in one of the three roles."""
    _find_to_sign(request, key)
    form = SignForm(request.POST)
    if not form.is_valid():
        raise Http404
    role = SignOffRole(form.cleaned_data["role"])
    try:
        preparation.sign_off(key, role=role, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        return redirect("council-preparation", key)
    except tuple(SIGNING_REFUSALS) as refused:
        words = str(SIGNING_REFUSALS[type(refused)])
        return _preparation(request, _find_to_sign(request, key), refusal=words, status=409)
    messages.success(request, _("Uw akkoord is vastgelegd."))
    return redirect("council-preparation", key)
