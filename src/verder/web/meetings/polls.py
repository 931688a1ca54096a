"""Polls for a date: opening one, its results, answering it, and choosing the date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from verder.deliberation.actor import Actor
from verder.deliberation.models import Ballot, DatePoll, Manner, PollOption, PollState
from verder.deliberation.operations import meetings, planning, polls
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.polls import (
    answers_of,
    ballot_of_token,
    best_of,
    can_answer,
    own_ballot,
    poll_of,
    tally,
    unanswered,
)
from verder.web.asking import Asked, OnceForm, VersionForm, answer
from verder.web.checking import UNPROCESSABLE
from verder.web.limits import BY_LINK, limited
from verder.web.meetings.finding import MEETS_ONCE, NOT_THEIRS
from verder.web.meetings.planning import bodies_here
from verder.web.meetings.poll_forms import BallotForm, ChooseForm, PollForm
from verder.web.standing import for_signed_in, standing
from verder.web.words.meetings import MANNER_WORDS

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

GONE = 410
REFUSALS = {
    meetings.NotTheirMeeting: NOT_THEIRS,
    meetings.MeetingHasPassed: gettext_lazy(
        "De datumprikker is niet gemaakt: de laatste dag om te antwoorden is voorbij. Kies een latere dag."
    ),
    planning.GroupMeetsOnce: MEETS_ONCE,
    polls.NotEnoughDates: gettext_lazy(
        "De datumprikker is niet gemaakt: er zijn minstens twee verschillende datums nodig. Zij liggen na de laatste "
        "dag om te antwoorden, en eindigen later dan zij beginnen. Kijk ze na."
    ),
    polls.NobodyToAsk: gettext_lazy(
        "De datumprikker is niet gemaakt: dit overleg heeft nog geen leden. Geef eerst iemand een plek."
    ),
    polls.PollIsClosed: gettext_lazy(
        "Er is niets veranderd: deze datumprikker is gesloten. Misschien koos een collega al een datum."
    ),
    polls.AllAnswered: gettext_lazy("Er is geen herinnering verstuurd: iedereen heeft geantwoord. Kies nu een datum."),
    SomeoneWasFirst: gettext_lazy(
        "Er is niets veranderd: een collega veranderde deze datumprikker net. Kijk wat er nu staat."
    ),
}


@for_signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Ask the members of a body which dates suit them."""
    bodies = bodies_here(request)
    asked = Asked(
        _("Een datum prikken"),
        _("Verstuur de datumprikker"),
        _("De datumprikker is verstuurd aan de leden."),
        reverse("meeting-list"),
        lead=_("De leden krijgen een link waarmee zij antwoorden, ook zonder in te loggen."),
        template="web/meetings/poll_new.html",
        refusals=REFUSALS,
    )

    def do(form: PollForm, _checked: CheckedForm) -> str:
        body, actor = bodies[form.cleaned_data["body"]], Actor(standing(request))
        poll = polls.open_poll(body, form.asking, actor=actor, at=timezone.now(), intent=form.intent)
        return reverse("meeting-poll", args=[poll.key])

    chosen = {"body": request.GET.get("overleg", "")}
    return answer(request, asked, partial(PollForm, bodies=bodies.values(), initial=chosen), do=do)


@for_signed_in
def show(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show how the dates suit; to who looks after the meetings also who answered what."""
    poll, visitor, at = _find(request, key), standing(request), timezone.now()
    may_keep = looks_after(visitor, poll.body)
    own, rows = own_ballot(poll, visitor), tally(poll)
    known = {
        "poll": poll,
        "manner": MANNER_WORDS[Manner(poll.manner)],
        "rows": rows,
        "best": best_of(rows),
        "own": own,
        "may_answer": own is not None and can_answer(poll, at=at),
        "is_open": poll.state == PollState.OPEN,
        "still_answers": can_answer(poll, at=at),
        "may_keep": may_keep and poll.state == PollState.OPEN,
        "sees_names": may_keep,
        "waiting": [ballot.person.name for ballot in unanswered(poll).order_by("person__name")] if may_keep else [],
        "once": OnceForm(),
    }
    return render(request, "web/meetings/poll.html", known)


@for_signed_in
def answer_signed_in(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Answer a poll on a page, when one is signed in."""
    poll = _find(request, key)
    ballot = own_ballot(poll, standing(request))
    if ballot is None:
        raise Http404
    return _answer(request, ballot, poll, back=reverse("meeting-poll", args=[key]))


@never_cache
@limited(BY_LINK)
def answer_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a poll with the link in a letter; opening it changes nothing."""
    try:
        ballot = ballot_of_token(token)
    except Ballot.DoesNotExist:
        return render(request, "web/meetings/link_is_over.html", status=GONE)
    return _answer(request, ballot, ballot.poll)


def _answer(request: HttpRequest, ballot: Ballot, poll: DatePoll, *, back: str = "") -> HttpResponse:
    at = timezone.now()
    if not can_answer(poll, at=at):
        return render(request, "web/meetings/link_is_over.html", {"poll": poll}, status=GONE)
    new_form = partial(BallotForm, options=poll.options.all(), given=answers_of(ballot))
    known = {"poll": poll, "ballot": ballot, "manner": MANNER_WORDS[Manner(poll.manner)], "back": back}
    if request.method != "POST":
        return render(request, "web/meetings/ballot.html", {**known, "form": new_form()})
    form = new_form(request.POST)
    if not form.is_valid():
        return render(request, "web/meetings/ballot.html", {**known, "form": form}, status=UNPROCESSABLE)
    try:
        polls.answer_poll(ballot.key, form.answers, at=at)
    except polls.PollIsClosed:
        return render(request, "web/meetings/link_is_over.html", {"poll": poll}, status=GONE)
    messages.success(request, _("Uw antwoord is bewaard. U kunt het veranderen tot de datumprikker sluit."))
    return redirect(back or request.path)


@require_POST
@for_signed_in
def choose(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Plan the meeting on one of the dates."""
    poll, form = _find(request, key), ChooseForm(request.POST)
    if not form.is_valid():
        raise Http404

    def do(actor: Actor) -> str:
        option = form.cleaned_data["option"]
        meeting = polls.choose_date(poll.key, option, actor=actor, at=timezone.now(), intent=form.intent)
        return reverse("meeting", args=[meeting.key])

    return _keep(request, poll, do, _("De vergadering is gepland. Nodig nu de leden uit."))


@require_POST
@for_signed_in
def remind(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask those who did not answer once more."""
    return _press(request, key, polls.remind_of_poll, _("De herinnering gaat naar wie nog niet antwoordde."))


@require_POST
@for_signed_in
def close(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Close a poll without a date."""
    return _press(request, key, polls.close_poll, _("De datumprikker is gesloten, zonder datum."))


def _press(request: HttpRequest, key: uuid.UUID, operation: Callable[..., object], done: str) -> HttpResponse:
    poll, form = _find(request, key), VersionForm(request.POST)
    if not form.is_valid():
        raise Http404

    def do(actor: Actor) -> str:
        operation(poll.key, actor=actor, at=timezone.now(), intent=form.intent)
        return reverse("meeting-poll", args=[poll.key])

    return _keep(request, poll, do, done)


def _keep(request: HttpRequest, poll: DatePoll, do: Callable[[Actor], str], done: str) -> HttpResponse:
    if not looks_after(standing(request), poll.body):
        raise Http404
    back = redirect("meeting-poll", poll.key)
    try:
        address = do(Actor(standing(request)))
    except AlreadyTaken:
        return back
    except PollOption.DoesNotExist as gone:
        raise Http404 from gone
    except tuple(REFUSALS) as refused:
        messages.error(request, str(REFUSALS[type(refused)]))
        return back
    messages.success(request, done)
    return redirect(address)


def _find(request: HttpRequest, key: uuid.UUID) -> DatePoll:
    try:
        return poll_of(standing(request), key)
    except DatePoll.DoesNotExist as missing:
        raise Http404 from missing
