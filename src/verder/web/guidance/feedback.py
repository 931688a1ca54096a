"""Telling in two clicks how it went with guidance, without an account; and reading what others told."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from verder.guidance.models import Publication, Verdict
from verder.guidance.operations.feedback import tell
from verder.guidance.operations.pen import DoneAlready
from verder.guidance.queries import feedback_on, piece_in_hands, publication_of, verdicts_on
from verder.web.asking import OnceForm
from verder.web.checking import UNPROCESSABLE, FreeText, check_form
from verder.web.guidance.reopening import to_reopen
from verder.web.leafing import leaf
from verder.web.limits import TOO_MANY_REQUESTS, Limit, too_often
from verder.web.standing import for_community, standing
from verder.web.words.feedback import VERDICT_WORDS

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

SIZE = 30
TELLING = Limit("feedback", 20, timedelta(hours=1))
"""A whole organisation can stand behind one address."""


class FeedbackForm(OnceForm):
    """How it went; the verdict is the button that one presses."""

    why = FreeText(
        label=_("Waarom?"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Vertel niet over wie het ging. Schrijf wat u deed en wat er wel of niet werkte."),
    )
    verdict = forms.ChoiceField(
        label=_("Hielp het?"),
        choices=[(str(verdict), words) for verdict, words in VERDICT_WORDS.items()],
        error_messages={"required": _("Kies of het hielp."), "invalid_choice": _("Kies of het hielp.")},
    )


@never_cache
def used(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whoever used a piece whether it helped, and keep the answer without who gave it."""
    try:
        publication = publication_of(standing(request), slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    asked = HowItWent(publication, reverse("guidance-used-thanks", args=[slug]))
    try:
        return ask_how_it_went(request, asked, keep=partial(tell, slug, standing=standing(request)))
    except Publication.DoesNotExist as gone:
        raise Http404 from gone


@dataclass(frozen=True, slots=True)
class HowItWent:
    """What a page asks of whoever used a piece, and where they go once they told it."""

    publication: Publication
    onwards: str
    template: str = "web/guidance/used.html"


def ask_how_it_went(request: HttpRequest, asked: HowItWent, *, keep: Callable[..., object]) -> HttpResponse:
    """Ask whether a piece helped, and let `keep` keep the verdict, with why, when, and the key of the form."""
    if request.method != "POST":
        return _ask(request, asked, FeedbackForm())
    form = FeedbackForm(request.POST)
    refusal = too_often(request, TELLING)
    if refusal is not None:
        return _ask(request, asked, form, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    checked = check_form(form)
    if not checked.passed:
        return _ask(request, asked, form, proofs=checked.proofs, status=UNPROCESSABLE)
    given = form.cleaned_data
    # A second click leads where the first one went.
    with suppress(DoneAlready):
        keep(Verdict(given["verdict"]), why=checked.words["why"], at=timezone.now(), request_key=given["request_key"])
    return redirect(asked.onwards)


def _ask(
    request: HttpRequest, asked: HowItWent, form: FeedbackForm, *, status: int = 200, **words: Any
) -> HttpResponse:
    known = {"publication": asked.publication, "form": form, "verdicts": VERDICT_WORDS, **words}
    return render(request, asked.template, known, status=status)


def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Thank whoever told how it went."""
    try:
        publication = publication_of(standing(request), slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    return render(request, "web/guidance/used_thanks.html", {"publication": publication})


@for_community
def feedback(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show in whose hands a piece is what readers told of it, and what that may mean for what it answered."""
    visitor = standing(request)
    try:
        publication = piece_in_hands(visitor, key=key)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    page = leaf(request, feedback_on(publication), "-pk", size=SIZE)
    known = {
        "publication": publication,
        "page": page,
        "told": [(one, VERDICT_WORDS[Verdict(one.verdict)]) for one in page.rows],
        "counts": [(VERDICT_WORDS[verdict], number) for verdict, number in verdicts_on(publication).items()],
        **to_reopen(visitor, publication),
    }
    return render(request, "web/guidance/feedback.html", known)
