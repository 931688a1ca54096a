"""What readers tell of a piece may mean that what it answered is not over: shown there, and decided by somebody."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations.climb import StepRefused
from verder.deliberation.operations.reopening import ToldMeanwhile, decline_to_reopen
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.reopening import declined_on, heard_until, proposals_for
from verder.domain.rungs import Rung
from verder.web.asking import Asked, VersionForm, answer
from verder.web.checking import FreeText
from verder.web.guidance.desk import piece_here
from verder.web.standing import for_secretariat, standing
from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.guidance.models import Publication
    from verder.network.standing import Standing
    from verder.web.checking import CheckedForm

REFUSALS = {
    ToldMeanwhile: gettext_lazy(
        "Er is niets bewaard: lezers vertelden net meer, of een collega besliste al. Bekijk in een ander tabblad wat "
        "er nu staat. Wat u typte, staat er nog."
    ),
    StepRefused: gettext_lazy(
        "Er is niets bewaard: dit dilemma is al opnieuw geopend. Ga terug: bij het stuk staat wat er nog open is."
    ),
}


class DeclineForm(VersionForm):
    """Why a dilemma stays ended; the version is the latest word of readers that was looked at."""

    reason = FreeText(
        label=gettext_lazy("Waarom blijft het dilemma beëindigd?"),
        rows=4,
        help_text=gettext_lazy("Wie dit stuk maakte en het dilemma mag lezen, leest uw reden."),
    )


def to_reopen(visitor: Standing, publication: Publication) -> dict[str, Any]:
    """Return for the page of a piece what it proposes to take up again, and what was declined."""
    return {
        "proposals": [
            (one.line, RUNG_WORDS[Rung(one.line.rung)].title, one.unhelpful)
            for one in proposals_for(visitor, publication)
        ],
        "declined": declined_on(visitor, publication),
        "may_decide": visitor.is_secretariat,
    }


@for_secretariat
def decline(request: HttpRequest, key: uuid.UUID, number: str) -> HttpResponse:
    """Leave a dilemma ended, with a reason."""
    publication = piece_here(request, key)
    if not dilemmas_visible_to(standing(request)).filter(number=number).exists():
        raise Http404
    heard, back = partial(heard_until, publication, number), reverse("guidance-feedback", args=[key])
    latest = heard()
    if request.method != "POST" and not latest:
        return redirect(back)
    asked = Asked(
        _("%(number)s niet opnieuw openen") % {"number": number},
        _("Laat het dilemma beëindigd"),
        _("Uw reden is bewaard. Vertellen lezers later weer dat het niet hielp, dan ziet u het hier opnieuw."),
        back,
        lead=publication.title,
        refusals=REFUSALS,
        version_now=heard,
    )

    def do(form: DeclineForm, checked: CheckedForm) -> str:
        decline_to_reopen(
            number,
            publication=publication,
            heard=form.cleaned_data["version"],
            reason=checked.words["reason"],
            actor=Actor(standing(request)),
            at=timezone.now(),
            intent=Intent(request_key=form.cleaned_data["request_key"]),
        )
        return back

    return answer(request, asked, partial(DeclineForm, initial={"version": latest}), do=do)
