"""The list of dilemmas that somebody may read, narrowed as they ask, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils import timezone

from verder.deliberation.queries.listing import has_number, page_of_dilemmas
from verder.deliberation.queries.people import names_in_secretariat
from verder.network.queries import themes
from verder.web.dilemmas.narrowing import AFTER, BEFORE, NarrowingForm, read_place, turn
from verder.web.dilemmas.rows import rows
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@for_signed_in
def dilemma_list(request: HttpRequest) -> HttpResponse:
    """Show the dilemmas that somebody may read; a number leads straight to its dossier."""
    visitor, today = standing(request), timezone.localdate()
    if visitor.is_administrator:
        return redirect("office")
    number = request.GET.get("nummer", "").strip()
    if number and has_number(visitor, number):
        return redirect("dilemma", number)
    handlers = names_in_secretariat(today) if visitor.is_secretariat else ()
    form = NarrowingForm(request.GET, themes=themes(), handlers=handlers)
    page = page_of_dilemmas(
        visitor,
        form.narrowing(visitor),
        today=today,
        after=read_place(request.GET.get(AFTER, "")),
        before=read_place(request.GET.get(BEFORE, "")),
    )
    words = {
        "form": form,
        "number": number,
        "rows": rows(page.lines, today=today),
        "previous": turn(request.GET, BEFORE, page.before),
        "next": turn(request.GET, AFTER, page.after),
    }
    return render(request, "web/dilemmas/list.html", words)
