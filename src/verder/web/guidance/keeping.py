"""What is done with a piece after it was published: its next edition, withdrawing it, and taking it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.guidance.history import edition_of, later_editions
from verder.guidance.models import Publication
from verder.guidance.operations import editions
from verder.guidance.operations import publish as operations
from verder.guidance.queries import has_aid, may_begin_next, publications_visible_to, published
from verder.web.asking import Asked, answer
from verder.web.guidance.addresses import addresses_of
from verder.web.guidance.desk import REFUSALS, who
from verder.web.guidance.forms import NextForm, TakeBackForm, WithdrawForm
from verder.web.guidance.marks import mark_of
from verder.web.guidance.piece import piece_of
from verder.web.standing import for_community, for_secretariat, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


def earlier(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show an earlier edition of a piece as it was, and what changed since."""
    visitor = standing(request)
    try:
        publication = edition_of(visitor, slug=slug, edition=number)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    known = {
        "publication": publication,
        "piece": piece_of(publication),
        "has_aid": has_aid(publication),
        "addresses": addresses_of(publication),
        "mark": mark_of(publication),
        "later": later_editions(visitor, publication),
    }
    return render(request, "web/guidance/earlier.html", known)


@for_community
def begin_next(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the next edition of a piece, which readers keep as it is until then."""
    publication = _piece(request, slug)
    if not may_begin_next(standing(request), publication):
        raise Http404
    asked = Asked(
        _("Een volgende versie schrijven"),
        _("Begin"),
        _("Er is een concept van de volgende versie."),
        reverse("guidance", args=[slug]),
        onwards=reverse("guidance-drafts"),
        lead=_("Lezers houden ‘%(title)s’ zoals het nu is, tot de volgende versie is nagelezen en gepubliceerd.")
        % {"title": publication.title},
        refusals=REFUSALS,
    )

    def do(form: NextForm, checked: CheckedForm) -> str:
        draft = editions.begin_next(publication.key, checked.words["change"], **who(request, form))
        return reverse("guidance-draft", args=[draft.key])

    return answer(request, asked, partial(NextForm, initial={"version": publication.version}), do=do)


@for_secretariat
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Withdraw a piece, and say what replaces it."""
    publication = _piece(request, slug)
    others = {str(one.key): one for one in published(standing(request)).exclude(pk=publication.pk)}
    asked = Asked(
        _("Dit stuk intrekken"),
        _("Trek in"),
        _("Het stuk is ingetrokken. Op de pagina staat waarom, en wat het vervangt."),
        reverse("guidance", args=[slug]),
        is_danger=True,
        refusals=REFUSALS,
    )

    def do(form: WithdrawForm, checked: CheckedForm) -> str:
        replacement = others.get(form.cleaned_data["replaced_by"])
        editions.withdraw(publication.key, checked.words["reason"], replaced_by=replacement, **who(request, form))
        return asked.back

    now = {"version": publication.version}
    return answer(request, asked, partial(WithdrawForm, others=others, initial=now), do=do)


@for_secretariat
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a draft of what was published, so that it can be mended."""
    publication = _piece(request, slug)
    asked = Asked(
        _("Terughalen naar concept"),
        _("Haal terug"),
        _("Het stuk is weer een concept. Lezers zien het niet meer."),
        reverse("guidance", args=[slug]),
        onwards=reverse("guidance-draft", args=[publication.key]),
        lead=_("Lezers zien ‘%(title)s’ dan niet meer, tot het opnieuw is nagelezen en gepubliceerd.")
        % {"title": publication.title},
        is_danger=True,
        refusals=REFUSALS,
    )

    def do(form: TakeBackForm, _checked: CheckedForm) -> str:
        operations.take_back(publication.key, **who(request, form))
        return asked.onwards

    return answer(request, asked, partial(TakeBackForm, initial={"version": publication.version}), do=do)


def _piece(request: HttpRequest, slug: str) -> Publication:
    try:
        return publications_visible_to(standing(request)).select_related("owner", "written_by").get(slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
