"""The papers of a group: adding one, fetching it, having it looked at, and taking it away."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.files.models import LookState
from verder.web.asking import CONFLICT, Asked, OnceForm, answer
from verder.web.checking import UNPROCESSABLE, check_form
from verder.web.files.checking import CheckedFiles, check_files
from verder.web.files.handing_out import hand_out
from verder.web.files.rows import how_checked, what_it_is
from verder.web.files.uploads import takes_files
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import who, whole_room_here
from verder.web.workspace.forms import GroupPaperForm
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.operations import papers as operations
from verder.workspace.operations.hold import NotForThem
from verder.workspace.operations.reading import note_room_read
from verder.workspace.queries.together import paper_in, papers_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm
    from verder.workspace.models import GroupPaper
    from verder.workspace.queries.rooms import Room


@takes_files
@for_signed_in
def papers(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show the papers of a group, and add one."""
    room = whole_room_here(request, key)
    show = partial(_show, request, room)
    if request.method != "POST":
        note_room_read(room, **who(request))
        return show(GroupPaperForm())
    form = GroupPaperForm(request.POST, files=request.FILES)
    checked, files = check_form(form), check_files(form)
    if not (checked.passed and files.passed):
        return show(form, checked, files, status=UNPROCESSABLE)
    try:
        file, title = files.files[0], checked.words["title"]
        operations.add_paper(key, file=file, title=title, intent=form.intent, **who(request))
    except AlreadyTaken:
        return redirect("group-papers", key)
    except (GroupHasEnded, operations.TooManyPapers) as refused:
        return show(form, checked, files, refusal=str(REFUSALS[type(refused)]), status=CONFLICT)
    messages.success(request, _("Het stuk ligt bij de groep."))
    return redirect("group-papers", key)


def _show(
    request: HttpRequest,
    room: Room,
    form: GroupPaperForm,
    checked: CheckedForm | None = None,
    files: CheckedFiles = CheckedFiles(),  # noqa: B008 -- it is frozen
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    words = {
        "room": room,
        "group": room.group,
        "label": room.tlp,
        "rows": [_row(room, paper) for paper in papers_in(room)],
        "form": form,
        "proofs": checked.proofs if checked else (),
        "files": files,
        "refusal": refusal,
    }
    return render(request, "web/workspace/papers.html", words, status=status)


def _row(room: Room, paper: GroupPaper) -> dict[str, object]:
    return {
        "key": paper.file.key,
        "title": paper.title,
        "by": paper.by.name,
        "on": paper.at,
        "what": what_it_is(paper.file),
        "checked": how_checked(paper.file),
        "must_look": paper.file.state == LookState.TO_LOOK_AT,
        "may_look": room.is_looked_after and room.is_running,
        "may_remove": room.is_running and (room.is_looked_after or paper.by == room.standing.person),
    }


@for_signed_in
def fetch(request: HttpRequest, key: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Hand a paper out to who is in the group; who read what may not travel is written down."""
    room = whole_room_here(request, key)
    paper = _paper_here(room, file)
    note_room_read(room, **who(request))
    return hand_out(paper.file)


@for_signed_in
def looked_at(request: HttpRequest, key: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Note that somebody looked at what the computer could not read."""
    lead = _(
        "De computer kon dit bestand niet helemaal lezen. Open het en kijk of iemand te herkennen is: een gezicht, een "
        "naam, een adres, een nummer. Vindt u iets? Leg dan niets vast en haal het bestand weg."
    )
    asked = _asked(key, _("Stuk bekeken"), _("Ik keek: niemand is te herkennen"), _("De groep kan het nu lezen."), lead)
    return _do(request, key, file, asked, operations.state_looked_at)


@for_signed_in
def remove(request: HttpRequest, key: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Take a paper away for good."""
    lead = _("Het bestand wordt vernietigd. Dit is niet terug te draaien.")
    asked = _asked(
        key, _("Stuk weghalen"), _("Vernietig het bestand"), _("Het stuk is weggehaald en vernietigd."), lead
    )
    return _do(request, key, file, asked, operations.remove_paper)


def _asked(key: uuid.UUID, title: str, button: str, done: str, lead: str) -> Asked:
    return Asked(title, button, done, reverse("group-papers", args=[key]), lead=lead, refusals=REFUSALS)


def _do(
    request: HttpRequest, key: uuid.UUID, file: uuid.UUID, asked: Asked, operation: Callable[..., None]
) -> HttpResponse:
    _paper_here(whole_room_here(request, key), file)

    def do(form: OnceForm, _checked: CheckedForm) -> str:
        try:
            operation(key, file=file, intent=form.intent, **who(request))
        except NotForThem as unknown:
            raise Http404 from unknown
        return asked.back

    return answer(request, asked, OnceForm, do=do)


def _paper_here(room: Room, file: uuid.UUID) -> GroupPaper:
    try:
        return paper_in(room, file)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
