"""Writing the decision aid of a draft: the whole as a picture, with what is still wrong, and a page for each step."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.decision_aid import Aid, Step
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import aid_steps
from verder.guidance.queries import aid_of, faults_of_aid
from verder.web.asking import Asked, VersionForm, answer
from verder.web.guidance.aid_forms import StepForm, YesForm, rows_for, rows_posted, shown
from verder.web.guidance.desk import REFUSALS, is_too_late, piece_here, who
from verder.web.guidance.picture import draw
from verder.web.standing import for_community
from verder.web.words.aids import faults_by_step

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

AID_REFUSALS = REFUSALS | {
    aid_steps.NoSuchStep: gettext_lazy(
        "Er is niets bewaard: een stap waar een antwoord heen leidt, is er niet meer. Kies een andere stap."
    ),
    aid_steps.TooManySteps: gettext_lazy(
        "Er is niets bewaard: een keuzehulp met nog meer stappen loopt niemand door. Voeg stappen samen."
    ),
    aid_steps.StillLedTo: lambda refused: (
        _(
            "De stap is niet weggehaald: er leiden nog antwoorden heen, bij: %(titles)s. Laat die eerst ergens "
            "anders heen leiden."
        )
        % {"titles": "; ".join(f"‘{title}’" for title in refused.titles)}
    ),
}


@for_community
def overview(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show the whole aid of a draft: drawn, in words, and with what is still wrong."""
    publication, aid = _aid_here(request, key)
    if is_too_late(request, publication):
        return redirect("guidance", publication.slug)
    wrong = faults_by_step(aid, faults_of_aid(aid))
    known = {
        "publication": publication,
        "aid": aid,
        "wrong": wrong,
        "drawing": draw(aid, wrong={step.key for step, _said in wrong}, address=partial(_address, key)),
    }
    return render(request, "web/guidance/aid_editor.html", known)


@for_community
def add(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Add a step, if the address says so as the one that an answer leads to."""
    publication, aid = _aid_here(request, key)
    after = _after(request, aid)
    asked = _asked(request, publication, _("Een stap toevoegen"), _("Voeg toe"), _("De stap is toegevoegd."))

    def do(form: StepForm, checked: CheckedForm) -> str:
        made = aid_steps.add_step(key, form.words(checked), pen=_pen(request, form), after=after)
        return f"{asked.back}#stap-{made}"

    rows = rows_posted(request.POST, rows_for(None))
    now = {"version": publication.version}
    return answer(request, asked, partial(StepForm, rows=rows, steps=aid.steps, initial=now), do=do)


@for_community
def change(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponse:
    """Change the words and answers of a step."""
    publication, aid = _aid_here(request, key)
    found = _step(aid, step)
    if found is None:
        return redirect("guidance-aid", key)  # taken away meanwhile
    asked = _asked(
        request,
        publication,
        _("Stap: %(title)s") % {"title": found.title},
        _("Bewaar de stap"),
        _("De stap is bewaard."),
        template="web/guidance/aid_step.html",
        words={"publication": publication, "step": found, "is_first": aid.steps[0] == found},
    )

    def do(form: StepForm, checked: CheckedForm) -> str:
        aid_steps.change_step(key, step, form.words(checked), pen=_pen(request, form))
        return f"{asked.back}#stap-{step}"

    rows = rows_posted(request.POST, rows_for(found))
    now = {"version": publication.version, **shown(found)}
    return answer(request, asked, partial(StepForm, rows=rows, steps=aid.steps, initial=now), do=do)


@for_community
def remove(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponse:
    """Take a step away, after asking whether that is meant."""
    publication, aid = _aid_here(request, key)
    found = _step(aid, step)
    if found is None:
        return redirect("guidance-aid", key)  # taken away meanwhile, perhaps by the first of two clicks
    asked = _asked(
        request,
        publication,
        _("De stap ‘%(title)s’ weghalen") % {"title": found.title},
        _("Haal de stap weg"),
        _("De stap is weggehaald."),
        is_danger=True,
    )

    def do(form: YesForm, _checked: CheckedForm) -> str:
        aid_steps.remove_step(key, step, pen=_pen(request, form))
        return asked.back

    return answer(request, asked, partial(YesForm, initial={"version": publication.version}), do=do)


@for_community
def begin(request: HttpRequest, key: uuid.UUID, step: str) -> HttpResponse:
    """Let everybody begin at a step."""
    publication, aid = _aid_here(request, key)
    found = _step(aid, step)
    if found is None:
        return redirect("guidance-aid", key)
    asked = _asked(
        request,
        publication,
        _("Beginnen bij ‘%(title)s’") % {"title": found.title},
        _("Begin hier"),
        _("Iedereen begint nu bij deze stap."),
    )

    def do(form: YesForm, _checked: CheckedForm) -> str:
        aid_steps.begin_with(key, step, pen=_pen(request, form))
        return asked.back

    return answer(request, asked, partial(YesForm, initial={"version": publication.version}), do=do)


def _aid_here(request: HttpRequest, key: uuid.UUID) -> tuple[Publication, Aid]:
    publication = piece_here(request, key)
    if publication.kind != PublicationKind.ACTION_FRAMEWORK:
        raise Http404
    return publication, aid_of(publication)


def _step(aid: Aid, key: str) -> Step | None:
    return aid.by_key().get(key)


def _after(request: HttpRequest, aid: Aid) -> tuple[str, int] | None:
    """Read which answer the new step is for; one that is not there is none."""
    step, number = _step(aid, request.GET.get("na", "")), request.GET.get("antwoord", "")
    if step is None or not number.isdecimal() or not 1 <= int(number) <= len(step.answers):
        return None
    return step.key, int(number)


def _address(key: uuid.UUID, step: Step) -> str:
    return reverse("guidance-aid-step", args=[key, step.key])


def _asked(request: HttpRequest, publication: Publication, title: str, button: str, done: str, **more: object) -> Asked:
    back = reverse("guidance-aid", args=[publication.key])
    version_now = lambda: piece_here(request, publication.key).version  # noqa: E731 -- read only after a refusal
    return Asked(title, button, done, back, refusals=AID_REFUSALS, version_now=version_now, **more)  # type: ignore[arg-type]


def _pen(request: HttpRequest, form: VersionForm) -> aid_steps.Pen:
    return aid_steps.Pen(**who(request, form))
