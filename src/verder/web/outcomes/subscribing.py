"""Being told of outcomes: asking, confirming and stopping. Opening a link changes nothing; its button does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from verder.notices import operations
from verder.notices.letters import topic_of
from verder.notices.links import BadLink, Purpose, read_link
from verder.notices.queries import subscription_with
from verder.web.checking import UNPROCESSABLE
from verder.web.limits import BY_LINK, TOO_MANY_REQUESTS, Limit, limited, too_often, typed_address
from verder.web.outcomes.forms import SubscribeForm
from verder.web.outcomes.views import show_list

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

GONE = 410
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


SUBSCRIBE = (Limit("subscribe", 10, HOUR), Limit("subscribe-address", 3, DAY, typed_address))


@never_cache
def subscribe(request: HttpRequest) -> HttpResponse:
    """Mail whoever asks a link to confirm with; the answer is the same whether the address is known or not."""
    if request.method != "POST":
        return redirect("outcomes-list")
    form = SubscribeForm(request.POST)
    refusal = too_often(request, *SUBSCRIBE)
    if refusal is not None:
        return show_list(request, form, refusal=refusal.text, status=TOO_MANY_REQUESTS)
    if not form.is_valid():
        return show_list(request, form, status=UNPROCESSABLE)
    operations.subscribe(form.cleaned_data["email"], body=form.body, at=timezone.now())
    return render(request, "web/outcomes/asked.html")


@never_cache
@limited(BY_LINK)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm a subscription, once the reader of the letter presses the button."""
    try:
        if request.method == "POST":
            subscription = operations.confirm(token, at=timezone.now())
        else:
            subscription = subscription_with(read_link(token, Purpose.CONFIRM))
    except BadLink:
        subscription = None
    if subscription is None:
        return render(request, "web/outcomes/link_is_over.html", status=GONE)
    known = {"topic": topic_of(subscription.body), "is_confirmed": subscription.confirmed_at is not None}
    return render(request, "web/outcomes/confirm.html", known)


@csrf_exempt
@never_cache
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop a subscription, once the reader of the letter presses the button; one that is gone was stopped.

    A mail program presses it from outside (RFC 8058), so the signed token is all that is asked.
    """
    try:
        subscription = subscription_with(read_link(token, Purpose.STOP))
        if request.method == "POST":
            operations.stop(token, at=timezone.now())
    except BadLink:
        return render(request, "web/outcomes/link_is_over.html", {"was_to_stop": True}, status=GONE)
    stands = subscription is not None and request.method != "POST"
    known = {"stands": stands, "topic": topic_of(subscription.body if subscription else None)}
    return render(request, "web/outcomes/stop.html", known)
