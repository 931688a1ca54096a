"""Telling in two clicks how it went with guidance, without an account; and reading what others told."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from verder.guidance.models import Publication, Verdict
from verder.guidance.operations.feedback import tell
from verder.guidance.operations.pen import DoneAlready
from verder.guidance.queries import feedback_on, piece_in_hands, publication_of, verdicts_on
from verder.web.asking import OnceForm
from verder.web.checking import UNPROCESSABLE, FreeText, check_form
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
    if request.method != "POST":
        return _ask(request, publication, FeedbackForm())
    form = FeedbackForm(request.POST)
    refusal = too_often(request, TELLING)
    if refusal is not None:
        return _ask(request, publication, form, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    checked = check_form(form)
    if not checked.passed:
        return _ask(request, publication, form, proofs=checked.proofs, status=UNPROCESSABLE)
    given = form.cleaned_data
    who = {"standing": standing(request), "at": timezone.now(), "request_key": given["request_key"]}
    try:
        tell(slug, Verdict(given["verdict"]), why=checked.words["why"], **who)
    except DoneAlready:
        pass
    except Publication.DoesNotExist as gone:
        raise Http404 from gone
    return redirect("guidance-used-thanks", slug)


def _ask(
    request: HttpRequest, publication: Publication, form: FeedbackForm, *, status: int = 200, **words: Any
) -> HttpResponse:
    known = {"publication": publication, "form": form, "verdicts": VERDICT_WORDS, **words}
    return render(request, "web/guidance/used.html", known, status=status)


def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Thank whoever told how it went."""
    try:
        publication = publication_of(standing(request), slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    return render(request, "web/guidance/used_thanks.html", {"publication": publication})


@for_community
def feedback(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show in whose hands a piece is what readers told of it."""
    try:
        publication = piece_in_hands(standing(request), key=key)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    page = leaf(request, feedback_on(publication), "-pk", size=SIZE)
    known = {
        "publication": publication,
        "page": page,
        "told": [(one, VERDICT_WORDS[Verdict(one.verdict)]) for one in page.rows],
        "counts": [(VERDICT_WORDS[verdict], number) for verdict, number in verdicts_on(publication).items()],
    }
    return render(request, "web/guidance/feedback.html", known)
