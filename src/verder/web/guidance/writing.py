"""The desk at which guidance is written in parts, and taken back to be mended."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations.groups import add_product
from verder.deliberation.queries.groups import group_to_work_for
from verder.guidance.models import PublicationKind
from verder.guidance.operations import publish as operations
from verder.guidance.operations.parts import set_parts
from verder.guidance.operations.pen import DoneAlready
from verder.guidance.queries import contacts_of, parts_of
from verder.network.queries import urgent_routes
from verder.web.asking import Asked, answer
from verder.web.guidance.desk import asked_of, is_too_late, page_of, piece_here, who
from verder.web.guidance.forms import RewriteForm, WriteForm
from verder.web.guidance.parts_form import PartsForm, shown
from verder.web.standing import for_community, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


@for_community
def write(request: HttpRequest) -> HttpResponse:
    """Start a piece of guidance, for a working group if the address names one."""
    group = _group(request)
    back = reverse("group", args=[group.body.key]) if group else reverse("guidance-drafts")
    asked = Asked(_("Een stuk schrijven"), _("Bewaar als concept"), _("Het concept is bewaard."), back)

    def do(form: WriteForm, checked: CheckedForm) -> str:
        at, key = timezone.now(), form.cleaned_data["request_key"]
        try:
            publication = operations.write(_draft(form, checked), standing=standing(request), at=at, request_key=key)
        except DoneAlready as before:
            return reverse("guidance-draft", args=[before.key])
        if group:
            add_product(group, publication, actor=Actor(standing(request)), at=at)
        return reverse("guidance-draft", args=[publication.key])

    return answer(request, asked, WriteForm, do=do)


def _group(request: HttpRequest) -> WorkingGroup | None:
    said = request.GET.get("werkgroep", "")
    if not said:
        return None
    try:
        return group_to_work_for(uuid.UUID(said), standing(request))
    except (ValueError, WorkingGroup.DoesNotExist) as unknown:
        raise Http404 from unknown


def _draft(form: WriteForm, checked: CheckedForm) -> operations.Draft:
    words = checked.words
    return operations.Draft(PublicationKind(form.cleaned_data["kind"]), words["title"], words["summary"], words["text"])


@for_community
def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change a draft."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    asked = asked_of(request, publication, _("Concept bewerken"), _("Bewaar"), _("Het concept is bewaard."))
    now = {name: getattr(publication, name) for name in ("version", "kind", "title", "summary", "text")}

    def do(form: RewriteForm, checked: CheckedForm) -> str:
        operations.rewrite(key, _draft(form, checked), **who(request, form))
        return asked.back

    return answer(request, asked, partial(RewriteForm, initial=now), do=do)


@for_community
def parts(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Write the parts of a draft, all on one page."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    there = parts_of(publication)
    asked = asked_of(
        request,
        publication,
        _("De delen"),
        _("Bewaar"),
        _("De delen zijn bewaard."),
        lead=_("U kunt tussendoor bewaren: wat nog leeg is, vult u later. Elke keer komen er lege regels bij."),
        template="web/guidance/parts.html",
        words={"publication": publication},
    )

    def do(form: PartsForm, checked: CheckedForm) -> str:
        set_parts(key, form.contents(checked), **who(request, form))
        return asked.back

    now = shown(publication, there, contacts_of(publication))
    kind = PublicationKind(publication.kind)
    return answer(
        request, asked, partial(PartsForm, kind=kind, parts=there, routes=urgent_routes(), initial=now), do=do
    )
