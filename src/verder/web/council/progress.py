"""How a commitment goes on: its owner plans steps and reports, also from a letter and without logging in."""

from __future__ import annotations

import uuid
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from verder.deliberation.actor import Actor
from verder.deliberation.links import BadLink, read_progress_link
from verder.deliberation.models import Commitment, CommitmentKind, Outlook
from verder.deliberation.operations import progress
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.queries.commitments import Question, question_by_mail
from verder.web.asking import Asked, answer
from verder.web.council.forms import ReportForm, StepsForm
from verder.web.council.views import commitment_to_settle
from verder.web.limits import BY_LINK, limited
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from verder.web.checking import CheckedForm

SPARE_ROWS = 2
GONE = 410
REFUSALS = {
    progress.Settled: gettext_lazy(
        "Er is niets bewaard: deze toezegging is al afgerond. Bekijk in een ander tabblad wat er staat."
    ),
    SomeoneWasFirst: gettext_lazy(
        "Er is niets bewaard: de stappen zijn net veranderd. Bekijk ze in een ander tabblad en probeer het opnieuw. "
        "Wat u typte, staat er nog."
    ),
}


@for_signed_in
def report(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Report how a commitment stands."""
    found = commitment_to_settle(request, key)
    back = reverse("council-commitment", args=[key])
    asked = Asked(
        _("Hoe staat het met deze toezegging?"),
        _("Meld de stand"),
        _("De stand is genoteerd."),
        back,
        lead=found.text,
        refusals=REFUSALS,
    )

    def do(form: ReportForm, checked: CheckedForm) -> str:
        actor = Actor(standing(request))
        progress.report_progress(key, report=_report(form, checked), actor=actor, at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, partial(ReportForm, kind=CommitmentKind(found.kind)), do=do)


def _report(form: ReportForm, checked: CheckedForm) -> progress.Report:
    return progress.Report(Outlook(form.cleaned_data["outlook"]), checked.words["text"])


@for_signed_in
def steps(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Plan the steps of a commitment, or say which were taken."""
    found = commitment_to_settle(request, key)
    planned = list(found.steps.all())
    initial: dict[str, object] = {"version": found.dilemma.version}
    for step in planned:
        initial |= {f"text_{step.position}": step.text, f"done_{step.position}": step.done_on is not None}
    asked = Asked(
        _("Stappen van deze toezegging"),
        _("Bewaar de stappen"),
        _("De stappen zijn bewaard."),
        reverse("council-commitment", args=[key]),
        lead=found.text,
        refusals=REFUSALS,
        version_now=partial(_version, found),
    )

    def do(form: StepsForm, checked: CheckedForm) -> str:
        given, actor = form.cleaned_data, Actor(standing(request))
        entries = [
            progress.PlannedStep(checked.words[f"text_{row}"], given[f"done_{row}"])
            for row in form.rows
            if checked.words[f"text_{row}"].text
        ]
        progress.plan_steps(key, steps=entries, actor=actor, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, partial(StepsForm, rows=_rows(request, len(planned)), initial=initial), do=do)


def _rows(request: HttpRequest, planned: int) -> int:
    sent = sum(name.startswith("text_") for name in request.POST)
    return max(planned + SPARE_ROWS, sent)


def _version(found: Commitment) -> int:
    found.dilemma.refresh_from_db(fields=["version"])
    return found.dilemma.version


@never_cache
@limited(BY_LINK)
def by_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Take the answer to one question by mail; opening the page changes nothing, and no promise is shown."""
    try:
        key, owner, asked_on = read_progress_link(token)
        question = question_by_mail(key, owner, asked_on=asked_on)
    except (BadLink, Commitment.DoesNotExist):
        return render(request, "web/council/link_is_over.html", status=GONE)
    if question.is_answered or question.is_settled:
        return render(request, "web/council/answered.html", {"question": question, "key": key})
    return _ask(request, token, question, key=key, owner=owner, asked_on=asked_on)


def _ask(
    request: HttpRequest, token: str, question: Question, *, key: uuid.UUID, owner: uuid.UUID, asked_on: date
) -> HttpResponse:
    here = reverse("council-progress-by-link", args=[token])
    asked = Asked(
        _("Hoe staat het met uw toezegging?"),
        _("Meld de stand"),
        _("Dank u. De stand is genoteerd."),
        here,
        template="web/council/by_link.html",
        refusals=REFUSALS,
        words={"question": question},
    )

    def do(form: ReportForm, checked: CheckedForm) -> str:
        said = _report(form, checked)
        progress.report_by_link(key, owner, said, asked_on=asked_on, at=timezone.now(), intent=form.intent)
        return here

    return answer(request, asked, partial(ReportForm, kind=question.kind), do=do)
