"""Pages of the council: its table, what it took up, and one commitment with what its owner can do."""

from __future__ import annotations

import uuid
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.models import Commitment, CommitmentState
from verder.deliberation.operations import commitments
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.queries.commitments import (
    commitment_with_progress,
    commitments_visible_to,
    on_the_table,
    own_commitments,
    taken_up,
)
from verder.deliberation.queries.meetings import planned_meetings
from verder.domain.tlp import Tlp, strictest
from verder.network.models import BodyKind
from verder.network.standing import Standing
from verder.web.asking import Asked, answer
from verder.web.council.forms import DropForm, KeepForm
from verder.web.council.promises import promise_of, told_of
from verder.web.leafing import leaf
from verder.web.standing import for_signed_in, standing
from verder.web.words.dates import day_in_words
from verder.web.words.promises import STATE_WORDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.asking import OnceForm
    from verder.web.checking import CheckedForm

ON_ONE_PAGE = 20
MEETINGS_SHOWN = 3
DAY = timedelta(days=1)
REFUSALS: dict[type[Exception], Promise] = {
    SomeoneWasFirst: gettext_lazy(
        "Er is niets bewaard: deze toezegging of haar dilemma is net veranderd. Bekijk in een ander tabblad wat er "
        "nu staat en probeer het dan opnieuw. Wat u typte, staat er nog."
    ),
}


@for_signed_in
def council(request: HttpRequest) -> HttpResponse:
    """Show a director what is stuck, what was promised and what became of it."""
    visitor, today = _insider(request), timezone.localdate()
    state = _state(request.GET.get("stand", ""))
    page = leaf(request, taken_up(visitor, state=state), "-pk", size=ON_ONE_PAGE)
    own = own_commitments(visitor)[:ON_ONE_PAGE] if visitor.sits_in(BodyKind.COUNCIL) else ()
    table = list(on_the_table(visitor))
    known = {
        "label": strictest(Tlp(one.tlp) for one in (*table, *(promise.dilemma for promise in page.rows))),
        "table": [(one, day_in_words(one.next_date or today, today=today)) for one in table],
        "meetings": planned_meetings(BodyKind.COUNCIL, after=today - DAY)[:MEETINGS_SHOWN],
        "own": [promise_of(one, today=today) for one in own],
        "promises": [promise_of(one, today=today) for one in page.rows],
        "page": page,
        "states": STATE_WORDS,
        "state": state,
    }
    return render(request, "web/council/council.html", known)


def _state(said: str) -> CommitmentState | None:
    return CommitmentState(said) if said in set(CommitmentState) else None


def _insider(request: HttpRequest) -> Standing:
    visitor = standing(request)
    if not (visitor.is_secretariat or visitor.sits_in(BodyKind.COUNCIL)):
        raise Http404
    return visitor


@for_signed_in
def commitment(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show one commitment to who may read its dilemma."""
    today = timezone.localdate()
    try:
        found = commitment_with_progress(standing(request), key)
    except Commitment.DoesNotExist as unknown:
        raise Http404 from unknown
    promise = promise_of(found, today=today)
    known = {
        "promise": promise,
        "tlp": found.dilemma.tlp,
        "steps": found.steps.all(),
        "reports": [told_of(one, today=today) for one in found.reports.all()],
        "may_settle": promise.is_open and _may_settle(request, found),
    }
    return render(request, "web/council/commitment.html", known)


@for_signed_in
def keep(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Note that a commitment is kept."""
    found = commitment_to_settle(request, key)
    asked = _asked(found, _("Toezegging nagekomen"), _("Gedaan"), _("De toezegging staat op gedaan."))

    def do(form: OnceForm, checked: CheckedForm) -> str:
        at = timezone.now()
        actor = Actor(standing(request))
        commitments.keep_commitment(key, result=checked.words["result"], actor=actor, at=at, intent=form.intent)
        return asked.back

    return answer(request, asked, partial(KeepForm, initial={"version": found.dilemma.version}), do=do)


@for_signed_in
def drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let a commitment lapse, with a reason."""
    found = commitment_to_settle(request, key)
    asked = _asked(found, _("Toezegging laten vervallen"), _("Laat vervallen"), _("De toezegging is vervallen."))

    def do(form: OnceForm, checked: CheckedForm) -> str:
        at = timezone.now()
        actor = Actor(standing(request))
        commitments.drop_commitment(key, reason=checked.words["reason"], actor=actor, at=at, intent=form.intent)
        return asked.back

    return answer(request, asked, partial(DropForm, initial={"version": found.dilemma.version}), do=do)


def _asked(found: Commitment, title: str, button: str, done: str) -> Asked:
    back = reverse("council-commitment", args=[found.key])
    return Asked(title, button, done, back, lead=found.text, refusals=REFUSALS, version_now=partial(_version, found))


def _version(found: Commitment) -> int:
    found.dilemma.refresh_from_db(fields=["version"])
    return found.dilemma.version


def commitment_to_settle(request: HttpRequest, key: uuid.UUID) -> Commitment:
    """Find a commitment for its owner or the secretariat; for others there is none."""
    try:
        found = commitments_visible_to(standing(request)).get(key=key)
    except Commitment.DoesNotExist as unknown:
        raise Http404 from unknown
    if not _may_settle(request, found):
        raise Http404
    return found


def _may_settle(request: HttpRequest, found: Commitment) -> bool:
    visitor = standing(request)
    return visitor.is_secretariat or found.owner == visitor.person
