"""Walking a decision aid: the way walked stands in the address alone, so that nothing of it is kept here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from verder.domain.decision_aid import Aid, Answer, NoSuchWay, Walk, longest_way, walk
from verder.guidance.history import edition_of
from verder.guidance.models import Publication
from verder.guidance.queries import aid_of, contacts_of, publication_of
from verder.web.guidance.addresses import addresses_of
from verder.web.guidance.marks import mark_of
from verder.web.guidance.picture import draw
from verder.web.guidance.printed import walk_on_paper
from verder.web.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from verder.network.models import UrgentRoute

A_WAY = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){0,99}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Way:
    """A way walked so far, as readers see it: what was answered, and where each answer from here leads."""

    past: Sequence[tuple[str, str, str]]
    """Of each question its title, the answer given, and the address at which one answers it anew."""
    onward: Sequence[tuple[Answer, str]]
    said: str


def steps(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Show where somebody is in a decision aid, with every answer as a link; `number` asks for an earlier edition."""
    publication, aid = _aid_here(request, slug, number)
    addresses = addresses_of(publication)
    known: dict[str, object] = {"publication": publication, "addresses": addresses}
    try:
        answers = _answers(request)
        walked = walk(aid, answers)
    except NoSuchWay:
        return _unkept(render(request, "web/guidance/lost.html", known, status=404))
    known |= {
        "now": walked.now,
        "contacts": _to_call(publication, walked),
        "way": _way(walked, answers, addresses.steps),
        "number": len(answers) + 1,
        "most": longest_way(aid),
        "mark": mark_of(publication),
    }
    return _unkept(render(request, "web/guidance/steps.html", known))


def scheme(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Show a whole decision aid: as a picture, and the same in words."""
    publication, aid = _aid_here(request, slug, number)
    known = {
        "publication": publication,
        "aid": aid,
        "drawing": draw(aid),
        "addresses": addresses_of(publication),
        "mark": mark_of(publication),
    }
    return render(request, "web/guidance/scheme.html", known)


def steps_pdf(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Give the way walked as a page to print."""
    publication, aid = _aid_here(request, slug, number)
    try:
        walked = walk(aid, _answers(request))
    except NoSuchWay as lost:
        raise Http404 from lost
    return walk_on_paper(publication, walked, _to_call(publication, walked))


def _to_call(publication: Publication, walked: Walk) -> Sequence[UrgentRoute]:
    """Return whom to call where a way ends; on the way nobody is called yet."""
    return contacts_of(publication) if walked.now.is_outcome else ()


def _aid_here(request: HttpRequest, slug: str, number: int | None) -> tuple[Publication, Aid]:
    visitor = standing(request)
    try:
        publication = (
            publication_of(visitor, slug=slug) if number is None else edition_of(visitor, slug=slug, edition=number)
        )
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    aid = aid_of(publication)
    if not aid.steps:
        raise Http404(_("Dit stuk heeft geen keuzehulp."))
    return publication, aid


def _answers(request: HttpRequest) -> tuple[int, ...]:
    said = request.GET.get("weg", "")
    if said and not A_WAY.fullmatch(said):
        raise NoSuchWay
    return tuple(int(number) for number in said.split(".")) if said else ()


def _way(walked: Walk, answers: Sequence[int], begin: str) -> Way:
    past = [
        (choice.step.title, choice.answer.text, address_of_way(begin, answers[:number]))
        for number, choice in enumerate(walked.choices)
    ]
    onward = [
        (answer, address_of_way(begin, [*answers, number])) for number, answer in enumerate(walked.now.answers, 1)
    ]
    return Way(past, onward, _said(answers))


def _said(answers: Sequence[int]) -> str:
    return ".".join(str(number) for number in answers)


def address_of_way(begin: str, answers: Sequence[int]) -> str:
    """Return the address at which somebody stands after these answers."""
    return f"{begin}?weg={_said(answers)}" if answers else begin


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
