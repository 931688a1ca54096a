"""The shared principle: read by who takes part, and written down by who may for the Platform."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.guidance.operations.principle import set_principle
from verder.guidance.queries import current_principle, may_set_principle, principles
from verder.web.asking import Asked, answer
from verder.web.guidance.desk import REFUSALS
from verder.web.guidance.forms import PrincipleForm
from verder.web.standing import for_community, standing
from verder.web.words.principle import PROPOSED

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


@for_community
def principle(request: HttpRequest) -> HttpResponse:
    """Show the shared principle as it holds now, and every earlier version."""
    known = {"versions": principles(), "may_set": may_set_principle(standing(request))}
    return render(request, "web/guidance/principle.html", known)


@for_community
def set_anew(request: HttpRequest) -> HttpResponse:
    """Write down a new version of the shared principle."""
    if not may_set_principle(standing(request)):
        raise Http404
    asked = Asked(
        _("Het gedeelde uitgangspunt vastleggen"),
        _("Leg vast"),
        _("De nieuwe versie is vastgelegd. Vanaf nu wordt elk stuk hieraan getoetst."),
        reverse("guidance-principle"),
        lead=_lead(),
        refusals=REFUSALS,
        version_now=_number_now,
    )

    def do(form: PrincipleForm, checked: CheckedForm) -> str:
        set_principle(
            checked.words["text"],
            checked.words["reason"],
            seen=form.cleaned_data["version"],
            standing=standing(request),
            at=timezone.now(),
            request_key=form.cleaned_data["request_key"],
        )
        return asked.back

    return answer(request, asked, partial(PrincipleForm, initial=_now()), do=do)


def _number_now() -> int:
    latest = current_principle()
    return latest.number if latest else 0


def _lead() -> str:
    if _number_now():
        return _("Leg vast wat het Platform besloot. Wat al gepubliceerd is, blijft staan.")
    return _(
        "Leg vast wat het Platform besloot. Hieronder staat een voorstel om mee te beginnen. "
        "Het geldt pas als het Platform het heeft besproken en u het hier vastlegt."
    )


def _now() -> dict[str, object]:
    latest = current_principle()
    return {"version": latest.number, "text": latest.text} if latest else {"version": 0, "text": str(PROPOSED)}
