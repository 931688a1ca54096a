"""The ways to a submitter's page: a receipt code, a link by mail, or an account. Nothing changes by opening a link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from verder.deliberation.links import BadLink, Purpose
from verder.deliberation.operations import intake
from verder.deliberation.operations.submitter import send_links
from verder.deliberation.queries.submissions import (
    dilemma_of_code,
    dilemma_of_link,
    dilemmas_put_in_by,
    dilemmas_with_keys,
)
from verder.domain.rungs import Rung
from verder.web.checking import UNPROCESSABLE
from verder.web.follow.forms import AddressForm, CodeForm
from verder.web.follow.keeping import forget, keep, kept
from verder.web.limits import BY_LINK, TOO_MANY_REQUESTS, Limit, limited, too_often, typed_address
from verder.web.standing import for_signed_in, standing
from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma

GONE = 410
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)
ON_A_PAGE = 20


GIVE_CODE = (Limit("receipt", 10, QUARTER), Limit("receipt-all", 500, QUARTER, lambda _request: "everyone"))
ASK_LINK = (Limit("receipt-link", 10, HOUR), Limit("receipt-link-address", 3, HOUR, typed_address))


@never_cache
def by_code(request: HttpRequest) -> HttpResponse:
    """Open a dilemma's page with its receipt code, or ask for one."""
    if request.method != "POST":
        return _ask(request)
    refusal = too_often(request, *GIVE_CODE)
    form = CodeForm(request.POST)
    if refusal is not None:
        return _ask(request, form, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    dilemma = dilemma_of_code(form.cleaned_data["code"]) if form.is_valid() else None
    if dilemma is None:
        if not form.errors:
            form.add_error("code", _("Deze code kennen wij niet. Kijk of er niets is weggevallen of verwisseld."))
        return _ask(request, form, status=UNPROCESSABLE)
    return _open(request, dilemma)


@never_cache
def ask_link(request: HttpRequest) -> HttpResponse:
    """Mail a new link to whoever asks; the answer is the same whether the address is known or not."""
    if request.method != "POST":
        return redirect("follow")
    form = AddressForm(request.POST)
    refusal = too_often(request, *ASK_LINK)
    if refusal is not None:
        return _ask(request, form, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    if not form.is_valid():
        return _ask(request, form, status=UNPROCESSABLE)
    send_links(form.cleaned_data["email"], at=timezone.now())
    return render(request, "web/follow/link_asked.html")


@never_cache
@limited(BY_LINK)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Open a dilemma's page with the link in a letter, once its reader presses the button."""
    try:
        dilemma = dilemma_of_link(token, Purpose.OPEN)
    except BadLink:
        return _link_is_over(request)
    if request.method == "POST":
        return _open(request, dilemma)
    return render(request, "web/follow/open.html", {"dilemma": dilemma})


@never_cache
@limited(BY_LINK)
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm a submitter's mail address, once the reader of the letter presses the button."""
    try:
        dilemma = dilemma_of_link(token, Purpose.CONFIRM)
        if request.method == "POST":
            intake.confirm_address(token, at=timezone.now())
    except BadLink:
        return _link_is_over(request)
    page = "web/follow/confirmed.html" if request.method == "POST" else "web/follow/confirm.html"
    return render(request, page, {"dilemma": dilemma, "is_open": dilemma.key in kept(request)})


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Forget on this browser which dilemmas were opened, for whoever shares a computer."""
    response = redirect("follow")
    forget(response)
    messages.success(request, _("De pagina is gesloten. Met uw code opent u hem weer."))
    return response


@never_cache
@for_signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """List what somebody with an account put in."""
    begin = request.GET.get("na", "")
    before = int(begin) if begin.isdecimal() else None
    rows = dilemmas_put_in_by(standing(request).person, before=before, limit=ON_A_PAGE + 1)
    shown = rows[:ON_A_PAGE]
    words = {
        "rows": [(dilemma, RUNG_WORDS[Rung(dilemma.rung)].title) for dilemma in shown],
        "next": f"?na={shown[-1].pk}" if len(rows) > ON_A_PAGE else "",
    }
    return render(request, "web/follow/mine.html", words)


def _open(request: HttpRequest, dilemma: Dilemma) -> HttpResponse:
    response = redirect("follow-dilemma", dilemma.number)
    keep(response, dilemma.key, besides=kept(request))
    return response


def _ask(request: HttpRequest, form: forms.Form | None = None, *, refusal: str = "", status: int = 200) -> HttpResponse:
    words = {
        "form": form,
        "code_form": form if isinstance(form, CodeForm) else CodeForm(),
        "address_form": form if isinstance(form, AddressForm) else AddressForm(),
        "refusal": refusal,
        "opened": dilemmas_with_keys(kept(request)),
    }
    return render(request, "web/follow/enter.html", words, status=status)


def _link_is_over(request: HttpRequest) -> HttpResponse:
    return render(request, "web/follow/link_is_over.html", status=GONE)
