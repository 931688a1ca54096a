"""Telling by a personal link how it went with guidance, in two clicks; the link is asked for, and not kept with it."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from verder.distribution.models import Recipient
from verder.distribution.operations.responding import tell_how_it_went
from verder.distribution.queries import may_be_spread, recipient_with
from verder.guidance.models import Publication, Verdict
from verder.textcheck import CheckedText
from verder.web.distribution.received import link_is_over
from verder.web.guidance.feedback import HowItWent, ask_how_it_went

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@never_cache
def used(request: HttpRequest, token: str) -> HttpResponse:
    """Ask an organisation whether a piece helped; one that does not hold any more is said to on its personal page."""
    back = reverse("guidance-received", args=[token])
    try:
        publication = recipient_with(token, at=timezone.now()).distribution.publication
        if not may_be_spread(publication):
            return redirect(back)
        asked = HowItWent(publication, back, template="web/distribution/used.html")
        return ask_how_it_went(request, asked, keep=partial(_keep, request, token))
    except Recipient.DoesNotExist:
        return link_is_over(request)
    except Publication.DoesNotExist:
        return redirect(back)


def _keep(
    request: HttpRequest, token: str, verdict: Verdict, *, why: CheckedText, at: datetime, request_key: uuid.UUID
) -> None:
    tell_how_it_went(token, verdict, why=why, at=at, request_key=request_key)
    messages.success(request, _("Dank u wel. Wie dit stuk maakte, leest uw antwoord."))
