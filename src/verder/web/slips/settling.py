"""What waits for a second person, and what that person decides."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.slips.operations import settle
from verder.slips.queries import may_settle, slips_waiting_for
from verder.web.checking import UNPROCESSABLE, check_form
from verder.web.dilemmas.finding import actor_of
from verder.web.slips.forms import PutBackForm
from verder.web.slips.words import name_of_place
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


@for_signed_in
def waiting(request: HttpRequest) -> HttpResponse:
    """List what was hidden and waits for a second person; the words themselves are shown to nobody."""
    visitor = standing(request)
    rows = [
        {
            "slip": slip,
            "number": number,
            "places": list(dict.fromkeys(name_of_place(one.table, one.column) for one in slip.places.all())),
            "may_settle": may_settle(visitor, slip),
        }
        for slip, number in slips_waiting_for(visitor)
    ]
    return render(request, "web/slips/waiting.html", {"rows": rows})


@require_POST
@for_signed_in
def destroy(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Confirm that hidden words are destroyed."""
    actor, at = actor_of(request), timezone.now()
    return _settle(request, lambda: settle.destroy(key, actor=actor, at=at), _("De tekst is voorgoed vernietigd."))


@for_signed_in
def put_back(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask why, and put hidden words back."""
    visitor = standing(request)
    if not any(slip.key == key and may_settle(visitor, slip) for slip, _number in slips_waiting_for(visitor)):
        return _too_late(request)
    form = PutBackForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "web/slips/put_back.html", {"form": form})
    checked = check_form(form)
    if not checked.passed:
        words = {"form": form, "proofs": checked.proofs}
        return render(request, "web/slips/put_back.html", words, status=UNPROCESSABLE)
    actor, at, reason = actor_of(request), timezone.now(), checked.words["reason"]
    return _settle(
        request, lambda: settle.put_back(key, reason=reason, actor=actor, at=at), _("De tekst staat er weer.")
    )


def _settle(request: HttpRequest, change: Callable[[], None], done: str) -> HttpResponse:
    try:
        change()
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    except (settle.SettledAlready, settle.MayNotSettle):
        return _too_late(request)
    messages.success(request, done)
    return redirect("slips")


def _too_late(request: HttpRequest) -> HttpResponse:
    text = _(
        "Er is niets veranderd: u verborg dit zelf, of iemand heeft er al over beslist. Kijk hieronder wat nog wacht."
    )
    messages.info(request, text)
    return redirect("slips")
