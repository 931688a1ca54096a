"""Reads along while somebody types: one field at a time, by POST. Nothing of it is kept or logged."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from verder.deliberation.queries.similar import similar_dilemmas
from verder.guidance.queries import similar_guidance
from verder.network.queries import allowed_words
from verder.textcheck import check, normalise
from verder.web.checking import FreeText
from verder.web.coaching.remarks import coaching_of
from verder.web.limits import Limit, too_often
from verder.web.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django import forms
    from django.http import HttpRequest

    from verder.textcheck import Finding
    from verder.web.coaching.remarks import Coaching

READING_ALONG = Limit("coach", 1200, timedelta(hours=1))
LONGEST = 8000
NOTHING_TO_SAY = 204
QUESTION = "question"


@require_POST
@never_cache
def read_along(request: HttpRequest) -> HttpResponse:
    """Say what there is to say about one field; whoever asks too often is told nothing, and may type on."""
    text = normalise(request.POST.get(request.POST.get("field", ""), ""))[:LONGEST]
    if not text.strip() or too_often(request, READING_ALONG):
        return HttpResponse(status=NOTHING_TO_SAY)
    coaching = _coach(request, text, check(text, allowed=allowed_words()), kind=request.POST.get("kind", ""))
    return render(request, "web/coaching/remarks.html", {"coaching": coaching, "is_live": True})


def advice_on(request: HttpRequest, form: forms.Form) -> dict[str, Coaching]:
    """Read all free texts of a form along at once, for who asks for it with a button; findings stand in the proofs."""
    asked = {name: field.coach for name, field in form.fields.items() if isinstance(field, FreeText)}
    texts = {name: normalise(str(form[name].value() or ""))[:LONGEST] for name in asked}
    return {name: _coach(request, text, (), kind=asked[name]) for name, text in texts.items() if text.strip()}


def _coach(request: HttpRequest, text: str, findings: Sequence[Finding], *, kind: str) -> Coaching:
    """Read a text along; a question also leads to what exists already, as far as this visitor may see it."""
    if kind != QUESTION:
        return coaching_of(text, findings, is_question=False)
    visitor = standing(request)
    guidance, dilemmas = similar_guidance(visitor, text), similar_dilemmas(visitor, text)
    return coaching_of(text, findings, is_question=True, guidance=guidance, dilemmas=dilemmas)
