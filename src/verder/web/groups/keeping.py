"""Looking after a group: how long it stays, what outsiders read of it, and what it made."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor
from verder.deliberation.operations import groups
from verder.deliberation.queries.groups import publications_to_tie
from verder.web.asking import answer
from verder.web.groups.forms import ProductForm, QuestionForm, StayForm
from verder.web.groups.here import asked_about, group_here
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


@for_signed_in
def let_stay(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let a group meet more than once, for a reason and until a day."""
    group = group_here(request, key)
    lead = _("Een werkgroep komt één keer bijeen. Blijft zij langer? Dan staat hier waarom, voor wie meedoet.")
    asked = asked_about(group, _("De werkgroep laten blijven"), _("Laat blijven"), _("De werkgroep blijft."), lead=lead)

    def do(form: StayForm, checked: CheckedForm) -> str:
        who, until = Actor(standing(request)), form.cleaned_data["until"]
        groups.let_stay(
            group, reason=checked.words["reason"], until=until, actor=who, at=timezone.now(), intent=form.intent
        )
        return asked.back

    now = {"reason": group.structural_reason, "until": group.structural_until}
    return answer(request, asked, partial(StayForm, initial=now), do=do)


@for_signed_in
def tie_product(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Name guidance that the group made."""
    group = group_here(request, key)
    offered = {str(one.key): one for one in publications_to_tie(group, standing(request))}
    if not offered:
        return redirect(f"{reverse('guidance-write')}?werkgroep={key}")
    asked = asked_about(group, _("Een product van de groep"), _("Voeg toe"), _("Het stuk staat bij de groep."))

    def do(form: ProductForm, _checked: CheckedForm) -> str:
        chosen = offered[form.cleaned_data["publication"]]
        groups.add_product(group, chosen, actor=Actor(standing(request)), at=timezone.now())
        return asked.back

    return answer(request, asked, partial(ProductForm, publications=offered.values()), do=do)


@for_signed_in
def ask_in_public(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Write the question that outsiders read, or take the public page away."""
    group = group_here(request, key)
    asked = asked_about(group, _("De openbare pagina"), _("Bewaar"), _("De openbare pagina is veranderd."))

    def do(form: QuestionForm, checked: CheckedForm) -> str:
        question, who = checked.words["question"], Actor(standing(request))
        groups.ask_in_public(group, question=question, actor=who, at=timezone.now(), intent=form.intent)
        return asked.back

    return answer(request, asked, partial(QuestionForm, initial={"question": group.public_question}), do=do)
