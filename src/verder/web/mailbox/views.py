"""The mailbox page of the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from verder.network.queries import demo_accounts
from verder.post.queries import mailbox as letters_in
from verder.web.leafing import leaf

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LETTERS_A_PAGE = 20


def mailbox(request: HttpRequest) -> HttpResponse:
    """Show what was mailed, newest first; all of it, or what one role account received."""
    if not settings.DEMO:
        raise Http404
    accounts = demo_accounts()
    chosen = next((person for person in accounts if str(person.opaque_id) == request.GET.get("wie")), None)
    letters = letters_in(chosen.email if chosen else "")
    page = leaf(request, letters, "-pk", size=LETTERS_A_PAGE)
    known = {"page": page, "accounts": accounts, "chosen": chosen}
    answer = render(request, "web/mailbox/mailbox.html", known)
    answer["Cache-Control"] = "no-store"
    return answer
