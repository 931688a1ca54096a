"""The page of one dilemma, for whoever put it in: its journey, the conversation, and the text that others will read."""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import NARRATIVE_FIELDS, KnownTo
from verder.deliberation.operations import exchange, sharing
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst, StepRefused
from verder.deliberation.operations.submitter import say_whether_it_helped as note_whether_it_helped
from verder.deliberation.queries.attachments import files_for_reader
from verder.deliberation.queries.journeys import journey_of
from verder.domain.ladder import STEPS
from verder.domain.rungs import ENDS, Rung
from verder.web.checking import UNPROCESSABLE, CheckedForm, check_form
from verder.web.files.rows import rows_of
from verder.web.follow.door import find, for_submitter, posted, submitter
from verder.web.follow.forms import ChangeForm, HelpedForm, KeyedForm, ReplyForm, SayForm, VersionedForm
from verder.web.follow.keeping import kept
from verder.web.intake.forms import KNOWN_TO, IntakeForm
from verder.web.journey import Hangings, now_of, stations_of
from verder.web.limits import Limit, limited
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma
    from verder.deliberation.models.narrative import Narrative

CONFLICT = 409
SAYING = Limit("follow-say", 60, timedelta(hours=1))
HANGINGS = Hangings(
    put_in="web/follow/original.html",
    offered="web/follow/offered.html",
    present="web/follow/present.html",
    end="web/follow/end.html",
)


@for_submitter
def dilemma_page(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Show a dilemma to whoever put it in."""
    return show(request, dilemma)


@limited(SAYING)
@for_submitter
@posted
def say(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Send the secretariat a message."""
    form = SayForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return show(request, dilemma, form, checked, status=UNPROCESSABLE)
    with suppress(AlreadyTaken):
        exchange.say(
            dilemma.number,
            text=checked.words["text"],
            actor=submitter(request, dilemma),
            at=timezone.now(),
            intent=form.intent,
        )
    messages.success(request, _("Uw bericht is verstuurd aan het secretariaat."))
    return to_page(dilemma)


@limited(SAYING)
@for_submitter
@posted
def reply(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Answer the secretariat's question; where it went on meanwhile, the answer can still go as a message."""
    form = ReplyForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return show(request, dilemma, form, checked, status=UNPROCESSABLE)
    answer, actor = checked.words["answer"], submitter(request, dilemma)
    try:
        exchange.reply(dilemma.number, answer=answer, actor=actor, at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        pass
    except StepRefused:
        as_message = SayForm({"text": answer.text, "request_key": uuid.uuid4()})
        refusal = _(
            "Uw antwoord is nog niet verstuurd: het secretariaat ging intussen verder. Uw tekst staat hieronder. "
            "U kunt hem nog als bericht versturen."
        )
        return show(request, find(request, dilemma.number) or dilemma, as_message, refusal=refusal, status=CONFLICT)
    messages.success(request, _("Uw antwoord is verstuurd. Het secretariaat leest verder."))
    return to_page(dilemma)


@for_submitter
@posted
def say_whether_it_helped(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Say whether the outcome helped."""
    form = HelpedForm(request.POST)
    if not form.is_valid():
        return show(request, dilemma, form, status=UNPROCESSABLE)
    with suppress(AlreadyTaken):
        note_whether_it_helped(
            dilemma.number,
            helped=form.cleaned_data["helped"],
            actor=submitter(request, dilemma),
            at=timezone.now(),
            intent=form.intent,
        )
    messages.success(request, _("Dank u wel. Wij hebben het genoteerd."))
    return to_page(dilemma)


@for_submitter
def shared_version(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    """Show the text that others will read, and let its submitter say that it is right."""
    if not hasattr(dilemma, "shared"):
        return to_page(dilemma)
    if request.method != "POST":
        return _show_shared_version(request, dilemma)
    form = VersionedForm(request.POST)
    if not form.is_valid():
        return _show_shared_version(request, dilemma)
    actor = submitter(request, dilemma)
    try:
        sharing.agree_to_shared_version(dilemma.number, actor=actor, at=timezone.now(), intent=form.intent)
    except AlreadyTaken:
        pass
    except SomeoneWasFirst:
        refusal = _(
            "Er is niets vastgelegd: er veranderde iets aan uw dilemma terwijl u las. Dit is de tekst zoals die nu is. "
            "Kijk of hij klopt."
        )
        return _show_shared_version(request, find(request, dilemma.number) or dilemma, refusal=refusal, status=CONFLICT)
    messages.success(request, _("Wij hebben genoteerd dat de tekst klopt."))
    return to_page(dilemma)


def to_page(dilemma: Dilemma) -> HttpResponse:
    """Lead back to where the dilemma is on its page."""
    return redirect(reverse("follow-dilemma", args=[dilemma.number]) + "#nu")


def show(
    request: HttpRequest,
    dilemma: Dilemma,
    failed: KeyedForm | None = None,
    checked: CheckedForm | None = None,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show the page, with the form that was not accepted as it was sent."""
    today = timezone.localdate()
    journey = journey_of(dilemma, standing(request), on=today)
    now = now_of(journey, today=today)
    has_ended = Rung(journey.leading.rung) in ENDS
    words = {
        "dilemma": dilemma,
        "now": now,
        "stations": stations_of(journey, now, HANGINGS),
        "original": said_in(dilemma.original),
        "guidance": journey.publications,
        "has_ended": has_ended,
        "can_reopen": journey.leading.rung in STEPS["reopen"].source,
        "must_reply": dilemma.rung == Rung.AWAITING_SUBMITTER,
        "must_look": hasattr(dilemma, "shared") and dilemma.shared.seen_at is None and dilemma.rung not in ENDS,
        "asked": any(one.answer_by and not one.answered_at for one in journey.messages),
        "known_to": KNOWN_TO[KnownTo(dilemma.submitter.known_to)],
        "say_form": failed if isinstance(failed, SayForm) else SayForm(),
        "reply_form": failed if isinstance(failed, ReplyForm) else ReplyForm(),
        "helped_form": failed if isinstance(failed, HelpedForm) else HelpedForm(),
        "helped": journey.helped,
        "is_open_here": dilemma.key in kept(request),
        "form": failed,
        "proofs": checked.proofs if checked else (),
        "refusal": refusal,
    }
    return render(request, "web/follow/dilemma.html", words, status=status)


def said_in(narrative: Narrative) -> list[tuple[str, str]]:
    """List what a narrative says, each part under the label it has on the form."""
    labels = {name: IntakeForm.base_fields[name].label for name in NARRATIVE_FIELDS}
    return [(str(labels[name]), getattr(narrative, name)) for name in NARRATIVE_FIELDS if getattr(narrative, name)]


def _show_shared_version(
    request: HttpRequest, dilemma: Dilemma, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    shared_files = files_for_reader(dilemma, is_secretariat=False)
    words = {
        "dilemma": dilemma,
        "said": said_in(dilemma.shared),
        "shared_files": rows_of(shared_files, dilemma, route="follow-file"),
        "agree_form": VersionedForm(initial={"version": dilemma.version}),
        "say_form": ChangeForm(),
        "refusal": refusal,
    }
    return render(request, "web/follow/shared_version.html", words, status=status)
