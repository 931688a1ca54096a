"""The papers at an item: fetching one; for who looks after the meeting also adding, looking at and taking away."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.operations import papers as operations
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.papers import MOST_PAPERS, is_told, paper_of
from verder.web.agenda.building import REFUSALS
from verder.web.agenda.forms import PaperForm
from verder.web.agenda.items import asked_about, find_item, find_kept_item
from verder.web.asking import CONFLICT, VersionForm, answer
from verder.web.checking import UNPROCESSABLE, check_form, show_instead
from verder.web.files.checking import CheckedFiles, check_files
from verder.web.files.handing_out import hand_out
from verder.web.files.uploads import takes_files
from verder.web.meetings.papers import paper_rows, row_of
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Meeting
    from verder.deliberation.queries.agenda import Point
    from verder.web.checking import CheckedForm
    from verder.web.meetings.papers import PaperRow

PAPER_REFUSALS: Mapping[type[Exception], Promise] = {
    **REFUSALS,
    operations.TooManyPapers: gettext_lazy(
        "Het stuk is niet toegevoegd: bij dit punt horen al %(most)s stukken. Haal er eerst een weg."
    ),
    operations.NoPapersUnderRed: gettext_lazy(
        "Het stuk is niet toegevoegd: dit dilemma is nu TLP:RED. Bij een vertrouwelijk punt liggen geen stukken."
    ),
}


@for_signed_in
def fetch(request: HttpRequest, key: uuid.UUID, item: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Hand a paper out to who may read its item; who read what may not travel is written down."""
    meeting, point, _facts = find_item(request, key, item)
    if not is_told(point):
        raise Http404
    try:
        paper = paper_of(item, file, may_keep=looks_after(standing(request), meeting.body))
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    return hand_out(paper.file)


@takes_files
@for_signed_in
def papers(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> HttpResponse:
    """Show the papers at an item, and add one."""
    meeting, point = _find_told(request, key, item)
    show = partial(_show, request, meeting, point)
    if request.method != "POST":
        return show(PaperForm(initial={"version": meeting.agenda_version}))
    form = PaperForm(request.POST, files=request.FILES)
    checked, files = check_form(form), check_files(form)
    if not (checked.passed and files.passed):
        return show(form, checked, files, status=UNPROCESSABLE)
    try:
        actor, at, title = Actor(standing(request)), timezone.now(), checked.words["title"]
        operations.add_paper(item, file=files.files[0], title=title, actor=actor, at=at, intent=form.intent)
    except AlreadyTaken:
        return redirect("meeting-papers", key, item)
    except tuple(PAPER_REFUSALS) as refused:
        meeting.refresh_from_db(fields=["agenda_version"])
        show_instead(form, {"version": str(meeting.agenda_version)})
        why = str(PAPER_REFUSALS[type(refused)]) % {"most": MOST_PAPERS}
        return show(form, checked, files, refusal=why, status=CONFLICT)
    messages.success(request, _("Het stuk ligt bij dit punt."))
    return redirect("meeting-papers", key, item)


def _show(
    request: HttpRequest,
    meeting: Meeting,
    point: Point,
    form: PaperForm,
    checked: CheckedForm | None = None,
    files: CheckedFiles = CheckedFiles(),  # noqa: B008 -- it is frozen
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    words = {
        "meeting": meeting,
        "point": point,
        "rows": paper_rows(meeting, point, may_keep=True),
        "form": form,
        "proofs": checked.proofs if checked else (),
        "files": files,
        "refusal": refusal,
        "asked": asked_about(_("Stukken bij dit punt"), "", "", "", meeting, point),
    }
    return render(request, "web/agenda/papers.html", words, status=status)


@for_signed_in
def looked_at(request: HttpRequest, key: uuid.UUID, item: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Note that somebody looked at what the computer could not read."""
    return _do(
        request,
        (key, item, file),
        operations.state_paper_looked_at,
        title=_("Stuk bekeken"),
        text=_(
            "De computer kon dit bestand niet helemaal lezen. Open het en kijk of iemand te herkennen is: een gezicht, "
            "een naam, een adres, een nummer. Vindt u iets? Leg dan niets vast en haal het bestand weg."
        ),
        button=_("Ik keek: niemand is te herkennen"),
        done=_("Vastgelegd dat u het bestand bekeek. De leden kunnen het nu lezen."),
    )


@for_signed_in
def remove(request: HttpRequest, key: uuid.UUID, item: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Take a paper away for good."""
    return _do(
        request,
        (key, item, file),
        operations.remove_paper,
        title=_("Stuk weghalen"),
        text=_("Het bestand wordt vernietigd. Dit is niet terug te draaien."),
        button=_("Vernietig het bestand"),
        done=_("Het stuk is weggehaald en vernietigd."),
        is_danger=True,
    )


def _do(
    request: HttpRequest,
    keys: tuple[uuid.UUID, uuid.UUID, uuid.UUID],
    operation: Callable[..., Any],
    *,
    is_danger: bool = False,
    title: str,
    text: str,
    button: str,
    done: str,
) -> HttpResponse:
    key, item, file = keys
    meeting, point = _find_told(request, key, item)
    back = reverse("meeting-papers", args=[key, item])
    row = _row(meeting, point, file)
    words = {"row": row, "text": text}
    asked = asked_about(title, button, done, back, meeting, point)
    asked = replace(asked, template="web/agenda/paper.html", is_danger=is_danger, words=words)

    def do(form: VersionForm, _checked: CheckedForm) -> str:
        operation(item, file=file, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
        return back

    return answer(request, asked, partial(VersionForm, initial={"version": meeting.agenda_version}), do=do)


def _row(meeting: Meeting, point: Point, file: uuid.UUID) -> PaperRow:
    try:
        return row_of(meeting, point, paper_of(point.key, file, may_keep=True))
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def _find_told(request: HttpRequest, key: uuid.UUID, item: uuid.UUID) -> tuple[Meeting, Point]:
    meeting, point = find_kept_item(request, key, item)
    if not is_told(point):
        raise Http404
    return meeting, point
