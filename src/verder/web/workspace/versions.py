"""The versions of a section: who changed what and when, two of them beside each other, and going back to one."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from verder.web.asking import Asked, VersionForm, answer
from verder.web.guidance.reading import read
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import section_here, who
from verder.web.workspace.refusals import REFUSALS
from verder.web.workspace.texts import about_text
from verder.web.workspace.writing import page_of
from verder.workspace.differences import Change, Piece, differences
from verder.workspace.operations import writing as operations
from verder.workspace.operations.reading import note_text_read
from verder.workspace.queries.texts import version_of, versions_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm
    from verder.workspace.models import Section, SectionVersion


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a section, and what differs between them."""

    old: SectionVersion
    new: SectionVersion
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return all(piece.change is Change.SAME for piece in self.pieces) and self.old.heading == self.new.heading


@for_signed_in
def versions(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Show the versions of a section, and what differs between two of them: the last two unless asked otherwise."""
    room, found = section_here(request, key, section)
    note_text_read(room, found.text, **who(request))
    there = list(versions_of(found))
    words = {
        **about_text(room, found.text),
        "section": found,
        "versions": there,
        "heading": there[0].heading,
        "comparison": _comparison(request, found, there),
    }
    return render(request, "web/workspace/versions.html", words)


def _comparison(request: HttpRequest, section: Section, there: list[SectionVersion]) -> Comparison:
    numbers = {one.number for one in there}
    new = _asked(request, "naar", numbers, section.latest)
    old = _asked(request, "van", numbers, max(new - 1, 1))
    before, after = version_of(section, old), version_of(section, new)
    return Comparison(before, after, differences(before.words, after.words))


def _asked(request: HttpRequest, name: str, numbers: set[int], otherwise: int) -> int:
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and int(said) in numbers else otherwise


@for_signed_in
def restore(request: HttpRequest, key: uuid.UUID, section: uuid.UUID, number: int) -> HttpResponse:
    """Let a section say again what it said before."""
    room, found = section_here(request, key, section)
    try:
        earlier = version_of(found, number)
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown
    asked = Asked(
        _("Versie %(number)s terugzetten") % {"number": number},
        _("Zet terug"),
        _("De eerdere versie staat er weer, als nieuwste versie."),
        page_of(key, found),
        lead=_("Wat er nu staat, blijft bewaard bij de versies."),
        template="web/workspace/restore.html",
        refusals=REFUSALS,
        words={**about_text(room, found.text), "earlier": earlier, "html": read(earlier.words, under=2).html},
        version_now=lambda: section_here(request, key, section)[1].latest,
    )

    def do(form: VersionForm, _checked: CheckedForm) -> str:
        operations.restore(key, section=section, number=number, intent=form.intent, **who(request))
        return asked.back

    return answer(request, asked, partial(VersionForm, initial={"version": found.latest}), do=do)
