"""The versions of a section: who changed what and when, two beside each other, going back to one, taking it out."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.web.asking import Asked, VersionForm, answer
from verder.web.guidance.reading import read
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import section_here, who
from verder.web.workspace.refusals import OTHERWISE_THAN_SEEN
from verder.web.workspace.texts import about_text
from verder.web.workspace.writing import page_of
from verder.workspace.differences import Change, Piece, differences
from verder.workspace.operations import writing as operations
from verder.workspace.operations.reading import note_text_read
from verder.workspace.queries.texts import version_now, version_of, versions_of

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
        same = self.old.heading == self.new.heading and self.old.is_out == self.new.is_out
        return same and all(piece.change is Change.SAME for piece in self.pieces)


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
        "is_out": there[0].is_out,
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
    if earlier.is_out:
        raise Http404
    asked = Asked(
        _("Versie %(number)s terugzetten") % {"number": number},
        _("Zet terug"),
        _("De eerdere versie staat er weer, als nieuwste versie."),
        page_of(key, found),
        lead=_("Wat er nu staat, blijft bewaard bij de versies."),
        template="web/workspace/restore.html",
        refusals=OTHERWISE_THAN_SEEN,
        words={
            **about_text(room, found.text),
            "section": found,
            "earlier": earlier,
            "html": read(earlier.words, under=2).html,
        },
        version_now=lambda: section_here(request, key, section)[1].version,
    )

    def do(form: VersionForm, _checked: CheckedForm) -> str:
        operations.restore(key, section=section, number=number, intent=form.intent, **who(request))
        return asked.back

    return answer(request, asked, partial(VersionForm, initial={"version": found.version}), do=do)


@for_signed_in
def take_out(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Take a section out of its text; all that it ever said stays with its versions."""
    room, found = section_here(request, key, section)
    now, back = version_now(found), reverse("group-text", args=[key, found.text.key])
    if now.is_out:  # perhaps by the first of two clicks
        return redirect(back)
    asked = Asked(
        _("‘%(heading)s’ uit de tekst halen") % {"heading": now.heading},
        _("Haal het deel uit de tekst"),
        _("Het deel is uit de tekst. Onderaan leest u hoe u het terugzet."),
        back,
        lead=_("Er gaat niets verloren: het deel blijft bewaard met alle versies en opmerkingen."),
        template="web/workspace/take_out.html",
        refusals=OTHERWISE_THAN_SEEN,
        words={
            **about_text(room, found.text),
            "section": found,
            "now": now,
            "html": read(now.words, under=2).html,
            "busy": found.busy(besides=room.standing.person, at=timezone.now()),
        },
        version_now=lambda: section_here(request, key, section)[1].version,
    )

    def do(form: VersionForm, _checked: CheckedForm) -> str:
        operations.take_out(key, section=section, intent=form.intent, **who(request))
        return back

    return answer(request, asked, partial(VersionForm, initial={"version": found.version}), do=do)
