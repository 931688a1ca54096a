"""Hiding words that should not stand here, and pointing at them."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Intent
from verder.deliberation.operations.climb import AlreadyTaken
from verder.slips.operations import hide
from verder.slips.queries import may_hide
from verder.web.dilemmas.finding import situation_here
from verder.web.dilemmas.tasks import Order, Task, carry_out
from verder.web.slips.forms import HideForm
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_signed_in
def hide_words(request: HttpRequest, number: str) -> HttpResponse:
    """Choose where words stand that should not, and hide them there at once."""
    if not may_hide(standing(request)):
        raise Http404

    def do(order: Order) -> object:
        replacement = order.words["replacement"]
        wanted = hide.Wanted(
            order.chosen["places"],
            order.chosen["word"].strip(),
            replacement if replacement.text.strip() else None,
            order.chosen["second"],
        )
        return hide.hide(order.number, wanted=wanted, **order.who)

    task = Task(
        title=_("Dit hoort hier niet te staan"),
        text=_(
            "Zoek eerst waar het staat. Wat u verbergt, kan daarna niemand meer lezen. Een tweede persoon vernietigt "
            "het of zet het terug."
        ),
        button=_("Verberg nu"),
        done=_("De tekst is verborgen. Een tweede persoon moet dit nog bevestigen."),
        form=HideForm,
        do=do,
        is_danger=True,
    )
    return carry_out(request, situation_here(request, number), task)


@require_POST
@for_signed_in
def point_out(request: HttpRequest, number: str) -> HttpResponse:
    """Let a reader point at a dilemma with one click."""
    situation = situation_here(request, number)
    intent = Intent(request_key=key_of(request))
    with suppress(AlreadyTaken):  # the first click did it
        hide.flag(situation.dilemma.number, actor=situation.actor, at=timezone.now(), intent=intent)
    messages.success(request, _("Het secretariaat krijgt bericht en kijkt ernaar."))
    return redirect("dilemma", number)


def key_of(request: HttpRequest) -> uuid.UUID | None:
    """Return the key that makes a second click harmless; a damaged one is none."""
    try:
        return uuid.UUID(request.POST.get("request_key", ""))
    except ValueError:
        return None
