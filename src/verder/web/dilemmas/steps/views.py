"""The page of a step: what it asks while it is open to its reader, and why not while it is shut."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from verder.domain.ladder import STEPS
from verder.domain.rungs import Need
from verder.web.dilemmas.back import agenda_asked
from verder.web.dilemmas.finding import situation_here
from verder.web.dilemmas.refusals import no_longer_open, why_not
from verder.web.dilemmas.steps.page import preview_of
from verder.web.dilemmas.steps.registry import STEP_PAGES
from verder.web.dilemmas.tasks import Task, carry_out, shut_page
from verder.web.standing import for_signed_in
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.queries.situation import Situation
    from verder.domain.ladder import Step


@for_signed_in
def step(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """Take a step, or say why it is shut."""
    situation = situation_here(request, number)
    if name not in STEP_PAGES:
        raise Http404
    verdict = situation.verdict_on(name)
    if request.method != "POST" and not verdict:
        why = why_not(STEPS[name], verdict, situation)
        plan_first = Need.PLANNED_MEETING in verdict.missing
        return shut_page(request, situation, title=str(STEP[name].button), why=capfirst(why), plan_first=plan_first)
    return carry_out(request, situation, _task(STEPS[name], agenda=agenda_asked(request)))


def _task(taken: Step, *, agenda: str) -> Task:
    page, words = STEP_PAGES[taken.name], STEP[taken.name]
    preview = preview_of(taken.name, page)
    return Task(
        title=str(words.button),
        text=str(words.does),
        button=str(words.button),
        done=_("‘%(step)s’ is gedaan.") % {"step": words.button},
        form=partial(page.form, step=taken),
        do=page.take,
        facts=page.facts,
        lands=page.lands,
        preview=partial(preview, taken) if preview else None,
        shut=partial(_shut_now, taken),
        is_danger=taken.ends,
        agenda=agenda,
    )


def _shut_now(taken: Step, situation: Situation) -> str:
    verdict = situation.judge(taken)
    return "" if verdict else no_longer_open(taken, verdict, situation)
