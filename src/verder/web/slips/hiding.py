"""Hiding words that should not stand here, and pointing at them."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Intent
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.queries.lines import lines
from verder.deliberation.queries.papers import paper_without_dilemma
from verder.slips.about import ABOUT, dilemmas_about
from verder.slips.operations import hide
from verder.slips.queries import may_hide, place_of_file
from verder.web.dilemmas.finding import situation_here
from verder.web.dilemmas.rows import rows
from verder.web.dilemmas.tasks import Order, Task, carry_out
from verder.web.slips.forms import HideForm
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma

FILE = "bestand"
"""Names a file in an address, and the kind of thing that one came from."""
LONGEST = 100
"""Dilemmas to choose from; one meeting or group has fewer."""


@for_signed_in
def hide_words(request: HttpRequest, number: str) -> HttpResponse:
    """Choose where words stand that should not, and hide them there at once."""
    if not may_hide(standing(request)):
        raise Http404
    situation = situation_here(request, number)

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
        initial=_chosen_first(request, situation.dilemma),
    )
    return carry_out(request, situation, task)


def _chosen_first(request: HttpRequest, dilemma: Dilemma) -> dict[str, list[str]]:
    """Choose the file that one came from, so that it need not be sought in the list."""
    key = uuid_in(request.GET.get(FILE, ""))
    place = place_of_file(dilemma, key) if key else None
    return {"places": [place.code]} if place else {}


@for_signed_in
def about(request: HttpRequest, kind: str, key: uuid.UUID) -> HttpResponse:
    """Lead from a group, a meeting, a piece of guidance or a file to its dilemma, or ask which one it is."""
    if kind not in ABOUT:
        raise Http404
    visitor = standing(request)
    asked = f"?{FILE}={key}" if kind == FILE else ""
    found = lines(dilemmas_about(kind, key, standing=visitor), visitor, limit=LONGEST)
    if len(found) == 1 and may_hide(visitor):
        return redirect(reverse("slip-hide", args=[found[0].number]) + asked)
    paper = paper_without_dilemma(key, visitor) if kind == FILE and not found else None
    words = {"rows": rows(found, today=timezone.localdate()), "asked": asked, "paper": paper}
    return render(request, "web/slips/about.html", words)


@require_POST
@for_signed_in
def point_out(request: HttpRequest, number: str) -> HttpResponse:
    """Let a reader point at a dilemma with one click."""
    situation = situation_here(request, number)
    intent = Intent(request_key=uuid_in(request.POST.get("request_key", "")))
    with suppress(AlreadyTaken, hide.FlaggedToday):  # the first click of the day did it
        hide.flag(situation.dilemma.number, actor=situation.actor, at=timezone.now(), intent=intent)
    messages.success(request, _("Het secretariaat krijgt bericht en kijkt ernaar."))
    return redirect("dilemma", number)


def uuid_in(sent: str) -> uuid.UUID | None:
    """Read a key that a page sent; a damaged one is none."""
    try:
        return uuid.UUID(sent)
    except ValueError:
        return None
