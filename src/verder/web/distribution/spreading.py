"""Choosing to which organisations a piece is sent, seeing which they are, and sending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.distribution.operations import spreading as operations
from verder.distribution.queries import may_be_spread, organisations_for, preview_of
from verder.guidance.operations.pen import DoneAlready
from verder.web.asking import CONFLICT
from verder.web.checking import UNPROCESSABLE
from verder.web.distribution.forms import SelectionForm, SpreadForm
from verder.web.distribution.pieces import piece_at
from verder.web.leafing import leaf
from verder.web.standing import for_secretariat, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.guidance.models import Publication

SIZE = 50


@for_secretariat
def spread(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose organisations and see which they are; a post sends it to them. The choice stands in the address."""
    piece = piece_at(request, slug)
    chosen = SelectionForm(request.GET or None)
    if not chosen.is_valid():
        return _page(request, piece, chosen, {"form": chosen}, status=UNPROCESSABLE if chosen.is_bound else 200)
    if request.method != "POST":
        return _preview(request, piece, chosen)
    return _send(request, piece, chosen)


def _send(request: HttpRequest, piece: Publication, chosen: SelectionForm) -> HttpResponse:
    form = SpreadForm(request.POST)
    if not form.is_valid():
        return _preview(request, piece, chosen, form, status=UNPROCESSABLE)
    given = form.cleaned_data
    try:
        operations.spread(
            piece.key,
            chosen.selection,
            days_to_respond=given["days_to_respond"],
            seen=given["seen"],
            standing=standing(request),
            at=timezone.now(),
            request_key=given["request_key"],
        )
    except DoneAlready:
        return redirect("guidance-reach", slug=piece.slug)
    except operations.NotForEveryone:
        refusal = _(
            "Er is niets verstuurd: dit stuk mag niet iedereen lezen. Alleen wat TLP:CLEAR is, kan naar organisaties."
        )
        return _preview(request, piece, chosen, refusal=refusal, status=CONFLICT)
    except operations.ListChanged:
        refusal = _("Er is niets verstuurd: de lijst is veranderd sinds u hem zag. Bekijk hem hieronder opnieuw.")
        return _preview(request, piece, chosen, refusal=refusal, status=CONFLICT)
    messages.success(request, _("De mails worden nu verstuurd. Hieronder ziet u hoe ver ze zijn."))
    return redirect("guidance-reach", slug=piece.slug)


def _preview(
    request: HttpRequest,
    piece: Publication,
    chosen: SelectionForm,
    form: SpreadForm | None = None,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    found = organisations_for(chosen.selection, piece)
    preview = preview_of(found)
    seen = preview.new + preview.without_address
    known = {
        "preview": preview,
        "page": leaf(request, found, "name", size=SIZE),
        "seen": seen,
        "form": form or SpreadForm(initial={"seen": seen}),
        "refusal": refusal,
    }
    return _page(request, piece, chosen, known, status=status)


def _page(
    request: HttpRequest, piece: Publication, chosen: SelectionForm, known: dict[str, object], *, status: int
) -> HttpResponse:
    shown = {"publication": piece, "chosen": chosen, "may_be_spread": may_be_spread(piece), **known}
    return render(request, "web/distribution/spread.html", shown, status=status)
