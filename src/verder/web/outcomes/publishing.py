"""Publishing what a meeting brought: write a summary, look at exactly what will be public, and publish it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.operations import outcomes
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.chatham import as_it_leaves
from verder.deliberation.queries.outcomes import may_publish, outcomes_for_everyone, outcomes_of
from verder.web.asking import CONFLICT
from verder.web.checking import UNPROCESSABLE, check_form, show_instead
from verder.web.meetings.finding import find_here
from verder.web.outcomes.forms import PublishForm
from verder.web.outcomes.reading import told_of
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.textcheck import CheckedText

CONFIRMED = "confirmed"
WAS_FIRST = gettext_lazy(
    "Er is niets gepubliceerd: een collega was u voor. Wat er nu staat, leest u hieronder. Neem over wat u nodig hebt "
    "en kijk opnieuw. Wat u typte, staat er nog."
)


@for_signed_in
def publish(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask for the summary, show what will be public, and publish it once that was seen."""
    meeting = _find(request, key)
    if request.method != "POST":
        return _page(request, meeting, PublishForm(initial=_stands(meeting)))
    form = PublishForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return _page(request, meeting, form, proofs=checked.proofs, status=UNPROCESSABLE)
    summary = checked.words["summary"]
    if CONFIRMED not in request.POST:
        return _page(request, meeting, form, preview=told_of(meeting, as_it_leaves(meeting)(summary.text)))
    return _publish(request, meeting, form, summary)


def _find(request: HttpRequest, key: uuid.UUID) -> Meeting:
    meeting = find_here(request, key)
    if not may_publish(standing(request), meeting):
        raise Http404
    return meeting


def _stands(meeting: Meeting) -> dict[str, str | int]:
    stands = outcomes_of(meeting)
    return {"summary": stands.summary, "version": stands.version} if stands else {"version": 0}


def _publish(request: HttpRequest, meeting: Meeting, form: PublishForm, summary: CheckedText) -> HttpResponse:
    actor, at = Actor(standing(request)), timezone.now()
    try:
        outcomes.publish_outcomes(meeting.key, summary=summary, actor=actor, at=at, intent=form.intent)
    except AlreadyTaken:
        pass  # the first click did it
    except SomeoneWasFirst:
        stands = _stands(meeting)
        show_instead(form, {"version": str(stands["version"])})
        return _page(request, meeting, form, refusal=WAS_FIRST, stands=stands["summary"], status=CONFLICT)
    else:
        messages.success(request, _("De uitkomsten staan online. Wie zich aanmeldde, krijgt bericht."))
    return redirect("outcomes", outcomes_for_everyone().get(meeting=meeting).key)


def _page(request: HttpRequest, meeting: Meeting, form: PublishForm, *, status: int = 200, **more: Any) -> HttpResponse:
    known = {"meeting": meeting, "form": form, "was_published": bool(outcomes_of(meeting)), **more}
    return render(request, "web/outcomes/publish.html", known, status=status)
