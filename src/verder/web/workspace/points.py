"""What a group still has to do."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.web.asking import Asked, answer
from verder.web.leafing import leaf
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import who, whole_room_here
from verder.web.workspace.forms import HandOverForm, PointForm
from verder.web.workspace.pressing import press
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.operations import points as operations
from verder.workspace.operations.hold import NotForThem
from verder.workspace.operations.reading import note_room_read
from verder.workspace.queries.together import actions_left, may_settle, people_in, point_of, points_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.network.models import Person
    from verder.web.checking import CheckedForm
    from verder.workspace.models import OpenPoint
    from verder.workspace.queries.rooms import Room

SIZE = 20


@for_signed_in
def points(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what a group has to do, or what it did; and give somebody something to do."""
    room, done = whole_room_here(request, key), request.GET.get("welke") == "klaar"
    note_room_read(room, **who(request))
    today, people = timezone.localdate(), _people(room)
    asked = Asked(
        _("Nog te doen"),
        _("Zet erbij"),
        _("Het staat erbij. Doet een ander het? Dan krijgt die bericht."),
        reverse("group-points", args=[key]),
        template="web/workspace/points.html",
        refusals=REFUSALS,
        words={
            "room": room,
            "group": room.group,
            "label": room.tlp,
            "done": done,
            "today": today,
            "actions": [] if done else list(actions_left(room)[:SIZE]),
            "page": leaf(
                request, points_of(room).filter(done_at__isnull=not done), "-done_at" if done else "due_on", size=SIZE
            ),
        },
    )

    def do(form: PointForm, checked: CheckedForm) -> str:
        said = form.cleaned_data
        new = operations.NewPoint(checked.words["words"], people[said["owner"]], said["due_on"])
        operations.add_point(key, new=new, intent=form.intent, **who(request))
        return asked.back

    return answer(request, asked, partial(PointForm, people=people.values()), do=do)


@require_POST
@for_signed_in
def settle(request: HttpRequest, key: uuid.UUID, point: uuid.UUID) -> HttpResponse:
    """Say that a point is done, or that it is not after all."""
    whole_room_here(request, key)
    is_done = request.POST.get("klaar") == "ja"
    settling = partial(operations.settle_point, key, point=point, is_done=is_done, **who(request))
    return press(request, settling, onwards=reverse("group-points", args=[key]))


@for_signed_in
def hand_over(request: HttpRequest, key: uuid.UUID, point: uuid.UUID) -> HttpResponse:
    """Let somebody else do it, or do it by another day."""
    room = whole_room_here(request, key)
    found, people = _point_here(room, point), _people(room)
    if request.method != "POST" and (found.done_at or not may_settle(found, room)):
        raise Http404
    asked = Asked(
        _("Overdragen of een andere datum"),
        _("Bewaar"),
        _("Het is veranderd. Doet een ander het? Dan krijgt die bericht."),
        reverse("group-points", args=[key]),
        lead=found.words,
        template="web/workspace/hand_over.html",
        refusals=REFUSALS,
        version_now=lambda: _point_here(room, point).version,
        words={"room": room, "group": room.group, "label": room.tlp},
    )

    def do(form: HandOverForm, _checked: CheckedForm) -> str:
        to, due_on = people[form.cleaned_data["owner"]], form.cleaned_data["due_on"]
        try:
            operations.hand_over_point(key, point=point, to=to, due_on=due_on, intent=form.intent, **who(request))
        except NotForThem as unknown:
            raise Http404 from unknown
        return asked.back

    now = {"version": found.version, "owner": str(found.owner.opaque_id), "due_on": found.due_on}
    return answer(request, asked, partial(HandOverForm, people=people.values(), initial=now), do=do)


def _people(room: Room) -> dict[str, Person]:
    found = people_in(room, on=timezone.localdate()).select_related("organisation")
    return {str(one.opaque_id): one for one in found}


def _point_here(room: Room, point: uuid.UUID) -> OpenPoint:
    try:
        return point_of(room, point)
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown
