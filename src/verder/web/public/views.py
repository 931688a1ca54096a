"""Pages that anyone may read, without an account."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from verder.deliberation.queries.figures import dilemmas_per_rung, ends_in
from verder.deliberation.queries.groups import groups_for_everyone
from verder.deliberation.queries.outcomes import outcomes_for_everyone
from verder.network.queries import urgent_routes
from verder.web.public.explanation import explain_ends, explain_rungs
from verder.web.public.figures import make_map

if TYPE_CHECKING:
    from django.http import HttpRequest

GROUPS_SHOWN = 8
OUTCOMES_SHOWN = 3
SECURITY_TXT_IS_VALID = timedelta(days=180)


def home(request: HttpRequest) -> HttpResponse:
    """Welcome everyone: the doors, the map, what meetings brought and the groups that run."""
    now = timezone.localtime()
    known = {
        "map": make_map(dilemmas_per_rung(), ends_in(now.year)),
        "outcomes": outcomes_for_everyone()[:OUTCOMES_SHOWN],
        "groups": groups_for_everyone()[:GROUPS_SHOWN],
        "now": now,
        "today": now.date(),
    }
    return render(request, "web/public/home.html", known)


def page(request: HttpRequest, template: str) -> HttpResponse:
    """Show a page that is the same for everyone, with where the secretariat is reached."""
    return render(request, template, {"contact": settings.CONTACT})


def vulnerability(request: HttpRequest) -> HttpResponse:
    """Show how to report a weakness, and what whoever does so may expect."""
    return render(request, "web/public/vulnerability.html", {"contact": settings.SECURITY_CONTACT})


def urgent_help(request: HttpRequest) -> HttpResponse:
    """Show where someone goes who cannot wait, and when that was last checked."""
    return render(request, "web/public/urgent_help.html", {"routes": urgent_routes()})


def ladder(request: HttpRequest) -> HttpResponse:
    """Explain in plain words how a dilemma travels, from the ladder's own table."""
    return render(request, "web/public/ladder.html", {"rungs": explain_rungs(), "ends": explain_ends()})


def robots_txt(_request: HttpRequest) -> HttpResponse:
    """Let search engines find every page, but not each walk through a decision aid and each filter of a list."""
    return HttpResponse("User-agent: *\nDisallow: /*?\n", content_type="text/plain; charset=utf-8")


def security_txt(_request: HttpRequest) -> HttpResponse:
    """Tell security researchers where to report, as RFC 9116 asks."""
    expires = timezone.now() + SECURITY_TXT_IS_VALID
    lines = (
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {settings.BASE_URL}{reverse('security-txt')}",
        f"Policy: {settings.BASE_URL}{reverse('vulnerability')}",
        "Preferred-Languages: nl, en",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
