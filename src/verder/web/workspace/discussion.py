"""The discussion of a group, in which decisions are marked."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.web.asking import Asked, answer
from verder.web.leafing import leaf
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import who, whole_room_here
from verder.web.workspace.forms import ContributionForm
from verder.web.workspace.pressing import press
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.operations import discussion as operations
from verder.workspace.operations.reading import note_room_read
from verder.workspace.queries.together import decisions_of, discussion_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

SIZE = 20


@for_signed_in
def discussion(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what was said in a group, or only what was decided; and say something."""
    room, decided = whole_room_here(request, key), request.GET.get("welke") == "besluiten"
    note_room_read(room, **who(request))
    said = decisions_of(room) if decided else discussion_of(room)
    asked = Asked(
        _("Het gesprek"),
        _("Plaats"),
        _("Uw bijdrage staat in het gesprek."),
        reverse("group-discussion", args=[key]),
        template="web/workspace/discussion.html",
        refusals=REFUSALS,
        words={
            "room": room,
            "group": room.group,
            "label": room.tlp,
            "decided": decided,
            "page": leaf(request, said, "-at", size=SIZE),
        },
    )

    def do(form: ContributionForm, checked: CheckedForm) -> str:
        operations.contribute(key, words=checked.words["words"], intent=form.intent, **who(request))
        return asked.back

    return answer(request, asked, ContributionForm, do=do)


@require_POST
@for_signed_in
def mark(request: HttpRequest, key: uuid.UUID, said: uuid.UUID) -> HttpResponse:
    """Mark that the group decided something, or that it did not after all."""
    whole_room_here(request, key)
    is_decision = request.POST.get("besluit") == "ja"
    marking = partial(operations.mark_decision, key, contribution=said, is_decision=is_decision, **who(request))
    return press(request, marking, onwards=f"{reverse('group-discussion', args=[key])}#bijdrage-{said}")
