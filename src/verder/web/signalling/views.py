"""Signals and insights: sending one, the list on their way to the council, and closing one with words back."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.models import Signal, SignalKind, SignalReach, SignalState
from verder.deliberation.operations import signalling
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.signalling import (
    bodies_of_sender,
    may_send_signals,
    own_signals,
    signal_here,
    signals_visible_to,
)
from verder.domain.tlp import Tlp
from verder.network.queries import themes
from verder.web.asking import Asked, answer
from verder.web.leafing import leaf
from verder.web.signalling.forms import CloseForm, SignalForm
from verder.web.standing import for_secretariat, for_signed_in, standing
from verder.web.words.agenda import SIGNAL_KIND_WORDS, SIGNAL_REACH_WORDS, SIGNAL_STATE_WORDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

SIZE = 20
REFUSALS = {
    signalling.ClosedAlready: gettext_lazy(
        "Er is niets bewaard: een collega rondde dit signaal al af. Bekijk in een ander tabblad wat er nu staat."
    ),
    SomeoneWasFirst: gettext_lazy(
        "Er is niets bewaard: dit signaal is net veranderd. Bekijk in een ander tabblad wat er nu staat. "
        "Wat u typte, staat er nog."
    ),
    signalling.NotASender: gettext_lazy("Er is niets verstuurd: u zit niet in dit overleg. Vraag het secretariaat."),
    signalling.UnknownDilemma: gettext_lazy(
        "Er is niets verstuurd: dit nummer is van geen dilemma dat u mag lezen. Kijk het na of laat het leeg."
    ),
}


@for_signed_in
def signal_list(request: HttpRequest) -> HttpResponse:
    """Show the secretariat what came in, by how far it has come; others what they sent themselves."""
    visitor = standing(request)
    if not may_send_signals(visitor) or visitor.person is None:
        raise Http404
    asked = request.GET.get("stand", "")
    state = SignalState(asked) if asked in list(SignalState) else None
    rows = signals_visible_to(visitor) if visitor.is_secretariat else own_signals(visitor.person)
    page = leaf(request, rows.filter(state=state) if state else rows, "-pk", size=SIZE)
    known = {
        "page": page,
        "signals": [(one, *_words(one)) for one in page.rows],
        "states": list(SIGNAL_STATE_WORDS.items()),
        "state": state,
        "is_secretariat": visitor.is_secretariat,
    }
    return render(request, "web/signals/list.html", known)


def _words(one: Signal) -> tuple[object, object, object]:
    return (
        SIGNAL_KIND_WORDS[SignalKind(one.kind)],
        SIGNAL_REACH_WORDS[SignalReach(one.reach)],
        SIGNAL_STATE_WORDS[SignalState(one.state)],
    )


@for_signed_in
def signal(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show one signal to who may read it, and what became of it."""
    visitor, found = standing(request), _find(request, key)
    kind, reach, state = _words(found)
    about = found.dilemma and dilemmas_visible_to(visitor).filter(pk=found.dilemma.pk).first()
    known = {
        "signal": found,
        "kind": kind,
        "reach": reach,
        "state": state,
        "dilemma": about,
        "is_own": found.person == visitor.person,
        "names_sender": visitor.is_secretariat or found.person == visitor.person,
        "may_close": visitor.is_secretariat and found.state != SignalState.CLOSED,
    }
    return render(request, "web/signals/signal.html", known)


def _find(request: HttpRequest, key: uuid.UUID) -> Signal:
    try:
        return signal_here(standing(request), key)
    except Signal.DoesNotExist as missing:
        raise Http404 from missing


@for_signed_in
def send(request: HttpRequest) -> HttpResponse:
    """Send a signal or an insight."""
    bodies = {str(body.key): body for body in bodies_of_sender(standing(request))}
    if not bodies:
        raise Http404
    asked = Asked(
        _("Een signaal of inzicht doorgeven"),
        _("Verstuur"),
        _("Dank u wel. Het secretariaat leest het, en u hoort wat ervan werd."),
        reverse("signal-list"),
        lead=_("Kort is goed. Het gaat over wat u ziet gebeuren, nooit over iemand."),
        refusals=REFUSALS,
    )

    def do(form: SignalForm, checked: CheckedForm) -> str:
        given = form.cleaned_data
        by_number = {str(one.pk): one for one in themes()}
        seen = signalling.Seen(
            kind=SignalKind(given["kind"]),
            title=checked.words["title"],
            text=checked.words["text"],
            reach=SignalReach(given["reach"]),
            tlp=Tlp(given["tlp"]),
            body=bodies[given["body"]],
            theme=by_number.get(given["theme"]),
            dilemma=given["dilemma"].strip(),
        )
        signalling.send_signal(seen, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, partial(SignalForm, bodies=bodies.values()), do=do)


@for_secretariat
def close(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Close a signal with words back to who sent it."""
    found = _find(request, key)
    asked = Asked(
        _("Een signaal afronden"),
        _("Rond af"),
        _("Het signaal is afgerond. Wie het stuurde, krijgt bericht."),
        reverse("signal", args=[key]),
        lead=found.title,
        refusals=REFUSALS,
        version_now=partial(_version, found),
    )

    def do(form: CloseForm, checked: CheckedForm) -> str:
        actor = Actor(standing(request))
        signalling.close_signal(key, reply=checked.words["reply"], actor=actor, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, partial(CloseForm, initial={"version": found.version}), do=do)


def _version(found: Signal) -> int:
    found.refresh_from_db(fields=["version"])
    return found.version
