"""Adding files to a dilemma: one page for whoever put it in and for the secretariat, each with words of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.operations import attachments
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.queries.attachments import MOST_FILES
from verder.web.asking import CONFLICT, OnceForm
from verder.web.checking import UNPROCESSABLE
from verder.web.files.checking import CheckedFiles, check_files
from verder.web.files.fields import FilesField
from verder.web.files.rows import rows_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.actor import Actor
    from verder.deliberation.models import Dilemma, DilemmaFile


class FilesForm(OnceForm):
    """Files to add; it does not matter what a colleague changed meanwhile."""

    attachments = FilesField(label=gettext_lazy("Bestanden"))


@dataclass(frozen=True, slots=True)
class FilesPage:
    """What differs between the pages on which files are added."""

    dilemma: Dilemma
    actor: Actor
    address: str
    """The name of the page's own address."""
    route: str
    """The name of the address where one file is fetched."""
    template: str
    done: str
    links: Callable[[], list[DilemmaFile]]
    words: Mapping[str, Any] = field(default_factory=dict)


def add_files(request: HttpRequest, page: FilesPage) -> HttpResponse:
    """Show the files of a dilemma, and add some; nothing is kept unless all of them passed."""
    if request.method != "POST":
        return _show(request, page, FilesForm(), CheckedFiles())
    form = FilesForm(request.POST, request.FILES)
    checked = check_files(form)
    if not checked.passed or not form.is_valid():
        return _show(request, page, form, checked, status=UNPROCESSABLE)
    number, at = page.dilemma.number, timezone.now()
    try:
        attachments.attach(number, files=checked.files, actor=page.actor, at=at, intent=form.intent)
    except AlreadyTaken:
        pass
    except attachments.TooManyFiles:
        return _show(request, page, form, checked, refusal=_no_room(), status=CONFLICT)
    messages.success(request, page.done)
    return redirect(page.address, number)


def _no_room() -> str:
    return _(
        "Er is niets toegevoegd: bij een dilemma passen %(most)s bestanden. Haal er eerst een weg, of kies er minder."
    ) % {"most": MOST_FILES}


def _show(
    request: HttpRequest,
    page: FilesPage,
    form: FilesForm,
    checked: CheckedFiles,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    words = {
        **page.words,
        "dilemma": page.dilemma,
        "rows": rows_of(page.links(), page.dilemma, route=page.route),
        "form": form,
        "files": checked,
        "refusal": refusal,
    }
    return render(request, page.template, words, status=status)
