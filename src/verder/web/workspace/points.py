"""What a group still has to do."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.web.asking import Asked, answer
from verder.web.leafing import leaf
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import who, whole_room_here
from verder.web.workspace.forms import PointForm
from verder.web.workspace.pressing import press
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.operations import points as operations
from verder.workspace.operations.reading import note_room_read
from verder.workspace.queries.together import actions_left, people_in, points_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

SIZE = 20


@for_signed_in
def points(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what a group has to do, or what it did; and give somebody something to do."""
    room, done = whole_room_here(request, key), request.GET.get("welke") == "klaar"
    note_room_read(room, **who(request))
    today = timezone.localdate()
    people = {str(one.opaque_id): one for one in people_in(room, on=today).select_related("organisation")}
    asked = Asked(
        _("Nog te doen"),
        _("Zet erbij"),
        _("Het staat erbij. Wie het doet, krijgt bericht."),
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
