"""The page that a personal link opens: the guidance, and two things to tell. Opening it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from verder.distribution.models import Recipient
from verder.distribution.operations import responding
from verder.distribution.queries import may_be_spread, recipient_with
from verder.web.checking import UNPROCESSABLE
from verder.web.distribution.forms import PassedOnForm
from verder.web.limits import BY_LINK, limited

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

GONE = 410


@never_cache
@limited(BY_LINK)
def received(request: HttpRequest, token: str) -> HttpResponse:
    """Show the guidance to an organisation, and let it tell that it has it, or passed it on."""
    try:
        recipient = recipient_with(token, at=timezone.now())
        if request.method == "POST":
            return _tell(request, token, recipient)
    except Recipient.DoesNotExist:
        return link_is_over(request)
    return _page(request, recipient, PassedOnForm(initial={"colleagues": recipient.passed_on_to}))


def link_is_over(request: HttpRequest) -> HttpResponse:
    """Say that a personal link opens nothing any more."""
    return render(request, "web/distribution/link_is_over.html", status=GONE)


def _tell(request: HttpRequest, token: str, recipient: Recipient) -> HttpResponse:
    if "received" in request.POST:
        responding.receive(token, at=timezone.now())
    else:
        form = PassedOnForm(request.POST)
        if not form.is_valid():
            return _page(request, recipient, form, status=UNPROCESSABLE)
        responding.pass_on(token, colleagues=form.cleaned_data["colleagues"], at=timezone.now())
    messages.success(request, _("Dank u wel. Wij hebben het genoteerd."))
    return redirect(request.path)


def _page(request: HttpRequest, recipient: Recipient, form: PassedOnForm, *, status: int = 200) -> HttpResponse:
    publication = recipient.distribution.publication
    known = {
        "recipient": recipient,
        "publication": publication,
        "holds": may_be_spread(publication),
        "form": form,
    }
    return render(request, "web/distribution/received.html", known, status=status)
