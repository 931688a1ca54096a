"""The files of a dilemma in the work area: fetching one; for the secretariat also adding, sharing and destroying."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import DilemmaFile
from verder.deliberation.operations import attachments
from verder.deliberation.operations.climb import SomeoneWasFirst
from verder.deliberation.operations.reading import note_reading
from verder.deliberation.queries.attachments import file_for_reader, files_for_reader
from verder.web.dilemmas.finding import actor_of, situation_here
from verder.web.dilemmas.tasks import Fact, Order, Task, TaskForm, carry_out, question_of
from verder.web.files.adding import FilesPage, add_files
from verder.web.files.handing_out import hand_out
from verder.web.files.rows import rows_of
from verder.web.files.uploads import takes_files
from verder.web.standing import for_secretariat, for_signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.queries.situation import Situation


@for_signed_in
def fetch(request: HttpRequest, number: str, key: uuid.UUID) -> HttpResponse:
    """Hand a file out to who may read it, and write down who read what may not travel."""
    link = _find(request, number, key)
    note_reading(link.dilemma, actor=actor_of(request), at=timezone.now())
    return hand_out(link.file)


@takes_files
@for_secretariat
def files(request: HttpRequest, number: str) -> HttpResponse:
    """Show the files of a dilemma, and add some."""
    situation = situation_here(request, number)
    page = FilesPage(
        dilemma=situation.dilemma,
        actor=situation.actor,
        address="dilemma-files",
        route="dilemma-file",
        template="web/dilemmas/files.html",
        done=_("Toegevoegd. De inbrenger krijgt bericht."),
        links=lambda: files_for_reader(situation.dilemma, is_secretariat=True),
        words={"question": question_of(situation)},
    )
    return add_files(request, page)


@for_secretariat
def looked_at(request: HttpRequest, number: str, key: uuid.UUID) -> HttpResponse:
    """Note that somebody looked at what the computer could not read."""
    return _do(
        request,
        number,
        key,
        attachments.state_looked_at,
        title=_("Bestand bekeken"),
        text=_(
            "De computer kon dit bestand niet helemaal lezen. Open het en kijk of iemand te herkennen is: een gezicht, "
            "een naam, een adres, een nummer. Vindt u iets? Leg dan niets vast en haal het bestand weg."
        ),
        button=_("Ik keek: niemand is te herkennen"),
        done=_("Vastgelegd dat u het bestand bekeek."),
    )


@for_secretariat
def share(request: HttpRequest, number: str, key: uuid.UUID) -> HttpResponse:
    """Make a file part of the shared version."""
    return _do(
        request,
        number,
        key,
        attachments.share_file,
        title=_("Bestand delen"),
        text=_(
            "Het bestand gaat mee met de gedeelde versie. De inbrenger krijgt eerst de gelegenheid om te kijken; tot "
            "dan leest niemand buiten het secretariaat het dilemma."
        ),
        button=_("Deel en toon aan de inbrenger"),
        done=_("Het bestand hoort nu bij de gedeelde versie. De inbrenger kan het bekijken."),
    )


@for_secretariat
def unshare(request: HttpRequest, number: str, key: uuid.UUID) -> HttpResponse:
    """Take a file out of the shared version."""
    return _do(
        request,
        number,
        key,
        attachments.unshare_file,
        title=_("Bestand niet meer delen"),
        text=_("Alleen inbrenger en secretariaat zien het bestand dan nog. Wie het al ophaalde, houdt het."),
        button=_("Deel niet meer"),
        done=_("Het bestand hoort niet meer bij de gedeelde versie."),
    )


@for_secretariat
def remove(request: HttpRequest, number: str, key: uuid.UUID) -> HttpResponse:
    """Take a file away for good."""
    return _do(
        request,
        number,
        key,
        attachments.remove_file,
        title=_("Bestand weghalen"),
        text=_("Het bestand wordt vernietigd. Dit is niet terug te draaien."),
        button=_("Vernietig het bestand"),
        done=_("Het bestand is vernietigd."),
        is_danger=True,
    )


def _do(
    request: HttpRequest,
    number: str,
    key: uuid.UUID,
    operation: Callable[..., None],
    *,
    is_danger: bool = False,
    **words: Any,
) -> HttpResponse:
    situation = situation_here(request, number)
    try:
        link = file_for_reader(number, key, actor=actor_of(request))
    except DilemmaFile.DoesNotExist:
        return redirect("dilemma-files", number)  # destroyed meanwhile, perhaps by the first of two clicks

    def do(order: Order) -> None:
        try:
            operation(order.number, file=key, **order.who)
        except DilemmaFile.DoesNotExist as gone:
            raise SomeoneWasFirst from gone

    def facts(_situation: Situation) -> tuple[Fact, ...]:
        row = rows_of([link], link.dilemma, route="dilemma-file")[0]
        return (Fact(row.name, f"{row.what}. {row.checked}"),)

    task = Task(form=TaskForm, do=do, facts=facts, is_danger=is_danger, lands=_to_files, **words)
    return carry_out(request, situation, task)


def _to_files(order: Order) -> str:
    return reverse("dilemma-files", args=[order.number])


def _find(request: HttpRequest, number: str, key: uuid.UUID) -> DilemmaFile:
    try:
        return file_for_reader(number, key, actor=actor_of(request))
    except DilemmaFile.DoesNotExist as missing:
        raise Http404 from missing
