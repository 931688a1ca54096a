"""The work screen: one for the secretariat, a smaller one for everybody else."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.deliberation.queries import work as queries
from verder.deliberation.queries.carrying import left_behind
from verder.deliberation.queries.groups import groups_of, past_access
from verder.deliberation.queries.reopening import proposals_to_decide
from verder.deliberation.queries.sign_offs import agendas_to_sign
from verder.guidance.queries import current_principle
from verder.post.operations import NothingToMend, drop, send_again
from verder.post.queries import letters_that_need_a_hand
from verder.slips.queries import slips_wait_for
from verder.web.standing import for_secretariat, for_signed_in, standing
from verder.web.words.dates import days_in_words
from verder.web.work import sections
from verder.web.work.filter import stops
from verder.web.work.headline import headline
from verder.web.work.warnings import warning_of_no_principle, warnings, warnings_of_leavers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from verder.network.standing import Standing

LETTERS_SHOWN = 20
PROPOSALS_SHOWN = 20
OWN_SHOWN = 20


@for_signed_in
def work(request: HttpRequest) -> HttpResponse:
    """Show what waits for whoever is signed in; an administrator sees no content and goes to the office."""
    visitor = standing(request)
    if visitor.is_administrator:
        return redirect("office")
    today = timezone.localdate()
    if visitor.is_secretariat:
        return render(request, "web/work/secretariat.html", _of_secretariat(visitor, today))
    return render(request, "web/work/own.html", _of_member(visitor, today))


def _of_secretariat(visitor: Standing, today: date) -> dict[str, object]:
    cadences, crowds = queries.cadences(today=today), queries.crowds(visitor, today=today)
    above = [
        sections.read_section(shelf, visitor, today=today) for shelf in sections.urgent_shelves(visitor, today=today)
    ]
    seen = frozenset(row.number for section in above for row in section.rows)
    week = sections.read_section(sections.week_shelf(visitor, today=today, without=seen), visitor, today=today)
    stranded = [
        sections.read_section(shelf, visitor, today=today) for shelf in sections.stranded_shelves(visitor, cadences)
    ]
    proposals = proposals_to_decide(visitor, limit=PROPOSALS_SHOWN)
    letters = letters_that_need_a_hand()[:LETTERS_SHOWN]
    return {
        "headline": headline([*above, week], crowds, today=today, also={one.line.number for one in proposals}),
        "stops": stops(crowds),
        "above": above,
        "week": week,
        "stranded": stranded,
        "proposals": [(one, days_in_words((today - one.since).days)) for one in proposals],
        "letters": letters,
        "has_slips": slips_wait_for(visitor),
        "warnings": (
            *warning_of_no_principle(current_principle()),
            *warnings(cadences, today=today),
            *warnings_of_leavers(left_behind(on=today)),
        ),
        "others": sections.read_section(sections.others_shelf(visitor, today=today), visitor, today=today),
    }


def _of_member(visitor: Standing, today: date) -> dict[str, object]:
    shelf = sections.own_shelf(visitor)
    return {
        "waiting": sections.read_section(shelf, visitor, today=today),
        "meetings": queries.meetings_of(visitor, today=today)[:OWN_SHOWN],
        "to_sign": agendas_to_sign(visitor, today=today),
        "promises": queries.promises_of(visitor)[:OWN_SHOWN],
        "groups": groups_of(visitor)[:OWN_SHOWN] if visitor.groups else (),
        "past": None if visitor.seats else past_access(visitor.person),
        "today": today,
    }


@require_POST
@for_secretariat
def send_letter_again(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Try a letter that did not arrive once more."""
    return _mend(request, key, send_again, _("De brief gaat opnieuw de deur uit."))


@require_POST
@for_secretariat
def drop_letter(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Give up a letter that did not arrive."""
    return _mend(request, key, drop, _("De brief is weggelegd en wordt niet meer verstuurd."))


def _mend(request: HttpRequest, key: uuid.UUID, mend: Callable[..., None], done: str) -> HttpResponse:
    person = standing(request).person
    at: datetime = timezone.now()
    try:
        mend(key, actor=person and person.opaque_id, at=at)
    except NothingToMend:
        messages.info(
            request, _("Er is niets veranderd: deze brief was al verstuurd of weggelegd. U hoeft niets meer te doen.")
        )
    else:
        messages.success(request, done)
    return redirect("work")
