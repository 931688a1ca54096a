"""The outcomes of meetings, for anyone: the list, one meeting, and a feed."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from verder.deliberation.models import PublicOutcomes
from verder.deliberation.queries.outcomes import may_publish, outcomes_by_key, outcomes_for_everyone
from verder.web.leafing import leaf
from verder.web.outcomes.forms import SubscribeForm
from verder.web.outcomes.reading import told_of
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest

SIZE = 15
IN_FEED = 20


def outcomes_list(request: HttpRequest) -> HttpResponse:
    """List what meetings brought, newest first, with a form to be told of what comes."""
    return show_list(request, SubscribeForm())


def show_list(request: HttpRequest, form: SubscribeForm, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """Show the list with the form as it was sent, if it could not be taken in."""
    page = leaf(request, outcomes_for_everyone(), "-published_at", size=SIZE)
    return render(request, "web/outcomes/list.html", {"page": page, "form": form, "refusal": refusal}, status=status)


def outcomes(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what one meeting brought."""
    try:
        found = outcomes_by_key(key)
    except PublicOutcomes.DoesNotExist as missing:
        raise Http404 from missing
    known = {
        "outcomes": found,
        "told": told_of(found.meeting, found.summary),
        "may_correct": may_publish(standing(request), found.meeting),
    }
    return render(request, "web/outcomes/outcomes.html", known)


def feed(_request: HttpRequest) -> HttpResponse:
    """Give the newest outcomes as an Atom feed; every address in it is this installation's own."""
    home = settings.BASE_URL + reverse("outcomes-list")
    made = Atom1Feed(
        title=_("Uitkomsten van vergaderingen"),
        link=home,
        description=_("Wat het Platform en het Beraad bereikten."),
        language="nl",
        feed_url=settings.BASE_URL + reverse("outcomes-feed"),
    )
    for one in outcomes_for_everyone()[:IN_FEED]:
        made.add_item(
            title=f"{one.meeting.body.name}, {one.meeting.day:%d-%m-%Y}",
            link=settings.BASE_URL + reverse("outcomes", args=[one.key]),
            description=linebreaks(one.summary, autoescape=True),  # a feed reads it as HTML
            unique_id=one.key.urn,
            pubdate=one.published_at,
            updateddate=one.corrected_at or one.published_at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
