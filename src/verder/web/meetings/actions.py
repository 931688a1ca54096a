"""Actions: the list of what is still to be done, one action, and what its owner can do about it."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.models import Action
from verder.deliberation.operations import actions
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.queries.actions import action_with_key, actions_to_do, people_to_act
from verder.deliberation.queries.agenda import agenda_of
from verder.deliberation.queries.meetings import looks_after
from verder.web.asking import Asked, answer
from verder.web.leafing import leaf
from verder.web.meetings.action_forms import FinishForm, GiveForm, HandOverForm, MoveForm
from verder.web.meetings.agenda import title_of
from verder.web.meetings.finding import find_here
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

SIZE = 20
REFUSALS = {
    SomeoneWasFirst: gettext_lazy(
        "Er is niets bewaard: deze actie is net veranderd of al klaar. Bekijk haar in een ander tabblad en probeer het "
        "dan opnieuw. Wat u typte, staat er nog."
    ),
    actions.DateHasPassed: gettext_lazy(
        "Er is niets bewaard: die dag is voorbij. Kies vandaag of een dag die nog komt."
    ),
    actions.CannotBeTheirs: gettext_lazy(
        "Er is niets bewaard: deze persoon zit niet in dit overleg. Kies iemand uit de lijst."
    ),
}


@for_signed_in
def action_list(request: HttpRequest) -> HttpResponse:
    """Show what is still to be done: one's own, or all that one may read."""
    visitor, own = standing(request), request.GET.get("wie") != "iedereen"
    page = leaf(request, actions_to_do(visitor, own=own), "due_on", size=SIZE)
    return render(request, "web/meetings/actions.html", {"page": page, "own": own, "today": timezone.localdate()})


@for_signed_in
def action(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show one action."""
    found = _action_here(request, key)
    known = {
        "action": found,
        "is_late": found.done_at is None and found.due_on < timezone.localdate(),
        "may_settle": found.done_at is None and actions.may_settle(found, Actor(standing(request))),
    }
    return render(request, "web/meetings/action.html", known)


@for_signed_in
def give(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Give somebody an action at a meeting."""
    visitor, meeting = standing(request), find_here(request, key)
    if not looks_after(visitor, meeting.body):
        raise Http404
    people = people_to_act(meeting.body, on=timezone.localdate())
    items = [(str(one.key), f"{one.number}. {title_of(one)}") for one in agenda_of(meeting, visitor)]
    back = reverse("meeting", args=[key])
    asked = Asked(_("Een actie geven"), _("Geef deze actie"), _("De actie is gegeven."), back, refusals=REFUSALS)

    def do(form: GiveForm, checked: CheckedForm) -> str:
        given = form.cleaned_data
        owner = people.get(opaque_id=given["owner"])
        to_do = actions.ToDo(checked.words["text"], owner, given["due_on"])
        item = uuid.UUID(given["item"]) if given["item"] else None
        actions.give_action(key, to_do=to_do, item=item, actor=Actor(visitor), at=timezone.now(), intent=form.intent)
        return back

    new_form = partial(GiveForm, people=people, items=items, initial={"item": request.GET.get("punt", "")})
    return answer(request, asked, new_form, do=do)


@for_signed_in
def finish(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Say that an action is done."""
    found = _action_to_settle(request, key)
    asked = _asked(found, _("Actie klaar"), _("Meld klaar"), _("De actie staat op klaar."))

    def do(form: FinishForm, checked: CheckedForm) -> str:
        actor, at = Actor(standing(request)), timezone.now()
        actions.finish_action(key, result=checked.words["result"], actor=actor, at=at, intent=form.intent)
        return asked.back

    return answer(request, asked, partial(FinishForm, initial={"version": found.version}), do=do)


@for_signed_in
def hand_over(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let somebody else do it; at the second click it is somebody else's already."""
    is_sent = request.method == "POST"
    found = _action_here(request, key) if is_sent else _action_to_settle(request, key)
    people = people_to_act(found.meeting.body, on=timezone.localdate())
    people = people if is_sent else people.exclude(pk=found.owner_id)
    asked = _asked(found, _("Actie overdragen"), _("Draag over"), _("De actie is overgedragen."))

    def do(form: HandOverForm, _checked: CheckedForm) -> str:
        to = people.get(opaque_id=form.cleaned_data["owner"])
        actor, at = Actor(standing(request)), timezone.now()
        try:
            actions.hand_over_action(key, to=to, actor=actor, at=at, intent=form.intent)
        except actions.NotTheirAction as not_theirs:
            raise Http404 from not_theirs
        return reverse("meeting-actions")

    return answer(request, asked, partial(HandOverForm, people=people, initial={"version": found.version}), do=do)


@for_signed_in
def move(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Give an action another date."""
    found = _action_to_settle(request, key)
    asked = _asked(found, _("Een andere datum"), _("Bewaar de datum"), _("De actie heeft een andere datum."))

    def do(form: MoveForm, _checked: CheckedForm) -> str:
        due_on, actor = form.cleaned_data["due_on"], Actor(standing(request))
        actions.move_action(key, due_on=due_on, actor=actor, at=timezone.now(), intent=form.intent)
        return asked.back

    initial = {"version": found.version, "due_on": found.due_on}
    return answer(request, asked, partial(MoveForm, initial=initial), do=do)


def _asked(found: Action, title: str, button: str, done: str) -> Asked:
    back = reverse("meeting-action", args=[found.key])
    return Asked(title, button, done, back, lead=found.text, refusals=REFUSALS, version_now=partial(_version, found))


def _version(found: Action) -> int:
    found.refresh_from_db(fields=["version"])
    return found.version


def _action_here(request: HttpRequest, key: uuid.UUID) -> Action:
    try:
        return action_with_key(standing(request), key)
    except Action.DoesNotExist as missing:
        raise Http404 from missing


def _action_to_settle(request: HttpRequest, key: uuid.UUID) -> Action:
    found = _action_here(request, key)
    if not actions.may_settle(found, Actor(standing(request))):
        raise Http404
    return found
