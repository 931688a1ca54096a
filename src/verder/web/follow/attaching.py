"""The files of a submitter's dilemma: seeing them, adding some, and taking one away."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import DilemmaFile
from verder.deliberation.operations import attachments
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.queries.attachments import file_for_submitter, files_for_submitter
from verder.domain.rungs import Party
from verder.web.files.adding import FilesPage, add_files
from verder.web.files.handing_out import hand_out
from verder.web.files.uploads import takes_files
from verder.web.follow.door import for_submitter, submitter
from verder.web.follow.forms import KeyedForm
from verder.web.limits import Limit, limited

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma

ADDING = Limit("follow-files", 30, timedelta(hours=1))


@takes_files
@limited(ADDING)
@for_submitter
def files(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Show the files of a dilemma to whoever put it in, and take more in."""
    page = FilesPage(
        dilemma=dilemma,
        actor=submitter(request, dilemma),
        address="follow-files",
        route="follow-file",
        template="web/follow/files.html",
        done=_("Toegevoegd. Het secretariaat ziet het."),
        links=lambda: files_for_submitter(dilemma),
    )
    return add_files(request, page)


@for_submitter
def fetch(request: HttpRequest, dilemma: Dilemma, key: uuid.UUID) -> HttpResponse:  # noqa: ARG001 -- the door asks it
    """Hand a file out to whoever put the dilemma in."""
    return hand_out(_find(dilemma, key).file)


@for_submitter
def remove(request: HttpRequest, dilemma: Dilemma, key: uuid.UUID) -> HttpResponse:
    """Take a file away for good, after asking whether that is meant."""
    try:
        link = file_for_submitter(dilemma, key)
    except DilemmaFile.DoesNotExist:
        return redirect("follow-files", dilemma.number)  # destroyed meanwhile, perhaps by the first of two clicks
    if link.party != Party.SUBMITTER or link.shared_at is not None:
        raise Http404
    form = KeyedForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        words = {"dilemma": dilemma, "name": link.file.name, "form": KeyedForm(), "back": _address(dilemma)}
        return render(request, "web/follow/remove_file.html", words)
    actor, at = submitter(request, dilemma), timezone.now()
    try:
        attachments.remove_file(dilemma.number, file=key, actor=actor, at=at, intent=form.intent)
    except (AlreadyTaken, DilemmaFile.DoesNotExist):
        return redirect("follow-files", dilemma.number)
    except (attachments.IsShared, NotAllowed):
        messages.error(request, _("Het bestand is niet weggehaald: er veranderde intussen iets. Kijk wat er nu staat."))
        return redirect("follow-files", dilemma.number)
    messages.success(request, _("Het bestand is vernietigd."))
    return redirect("follow-files", dilemma.number)


def _find(dilemma: Dilemma, key: uuid.UUID) -> DilemmaFile:
    try:
        return file_for_submitter(dilemma, key)
    except DilemmaFile.DoesNotExist as missing:
        raise Http404 from missing


def _address(dilemma: Dilemma) -> str:
    return reverse("follow-files", args=[dilemma.number])
