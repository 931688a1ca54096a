"""Remarks on a section: comments and proposals, and what becomes of each for all to see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.web.asking import Asked, answer
from verder.web.guidance.reading import read
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import section_here, who
from verder.web.workspace.forms import CommentForm, ProposalForm, ReplyForm, SectionForm
from verder.web.workspace.refusals import REFUSALS
from verder.web.workspace.texts import UNDER_A_SECTION, about_text, asks_of
from verder.web.workspace.words import OUTCOMES
from verder.web.workspace.writing import asked_to_write, page_of, said_in
from verder.workspace.differences import Piece, differences
from verder.workspace.operations import remarks as operations
from verder.workspace.operations.reading import note_text_read
from verder.workspace.queries.texts import remark_on, remarks_on, texts_as_they_were, version_now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.web.checking import CheckedForm
    from verder.workspace.models import Remark, Section
    from verder.workspace.queries.rooms import Room


@dataclass(frozen=True, slots=True)
class Told:
    """A remark, ready to read: what it proposes beside what stood there, and what became of it."""

    remark: Remark
    pieces: tuple[Piece, ...]
    became: Promise | None


@for_signed_in
def section(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Show a section with all that was said about it, and let somebody comment."""
    room, found = section_here(request, key, section)
    note_text_read(room, found.text, **who(request))
    now = version_now(found)
    back = reverse("group-section", args=[key, section])
    words = {
        **about_text(room, found.text),
        "section": found,
        "now": now,
        "html": read(now.words, under=UNDER_A_SECTION).html,
        "asks": asks_of(found.text, found.code),
        "told": list(_told(found, remarks_on(found))),
    }
    asked = Asked(
        now.heading,
        _("Plaats de opmerking"),
        _("Uw opmerking staat bij dit deel."),
        back,
        template="web/workspace/section.html",
        refusals=REFUSALS,
        words=words,
    )

    def do(form: CommentForm, checked: CheckedForm) -> str:
        says = operations.RemarkWords(checked.words["words"])
        operations.make_remark(key, section=section, says=says, intent=form.intent, **who(request))
        return back

    return answer(request, asked, partial(CommentForm, initial={"version": found.version}), do=do)


def _told(section: Section, remarks: Iterable[Remark]) -> Iterator[Told]:
    there = list(remarks)
    stood = texts_as_they_were(section, {one.on_version for one in there if one.proposal})
    for one in there:
        pieces = differences(stood.get(one.on_version, ""), one.proposal) if one.proposal else ()
        yield Told(one, pieces, OUTCOMES.get(one.outcome))


@for_signed_in
def propose(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Propose other words for a section."""
    room, found = section_here(request, key, section)
    now = version_now(found)
    back = reverse("group-section", args=[key, section])
    asked = Asked(
        _("Een voorstel voor ‘%(heading)s’") % {"heading": now.heading},
        _("Doe het voorstel"),
        _("Uw voorstel staat bij dit deel."),
        back,
        lead=_("Verander hieronder wat anders moet. De groep ziet wat er verschilt, en neemt het over of niet."),
        template="web/workspace/propose.html",
        refusals=REFUSALS,
        words=about_text(room, found.text),
    )

    def do(form: ProposalForm, checked: CheckedForm) -> str:
        says = operations.RemarkWords(checked.words["words"], checked.words["proposal"])
        operations.make_remark(key, section=section, says=says, intent=form.intent, **who(request))
        return back

    shown = {"version": found.version, "proposal": now.words}
    return answer(request, asked, partial(ProposalForm, initial=shown), do=do)


@for_signed_in
def settle(request: HttpRequest, key: uuid.UUID, section: uuid.UUID, remark: uuid.UUID) -> HttpResponse:
    """Answer a comment, or say why a proposal is not taken over."""
    room, found, made = _remark_here(request, key, section, remark)
    back = reverse("group-section", args=[key, section])
    title, button = (
        (_("Een voorstel niet overnemen"), _("Neem niet over"))
        if made.proposal
        else (_("Een opmerking beantwoorden"), _("Beantwoord"))
    )
    asked = Asked(
        title,
        button,
        _("Bij de opmerking staat nu wat ermee is gedaan."),
        back,
        template="web/workspace/settle.html",
        refusals=REFUSALS,
        words={**about_text(room, found.text), "one": next(_told(found, [made]))},
    )

    def do(form: ReplyForm, checked: CheckedForm) -> str:
        operations.settle_remark(
            key, section=section, remark=remark, reply=checked.words["reply"], intent=form.intent, **who(request)
        )
        return back

    return answer(request, asked, ReplyForm, do=do)


@for_signed_in
def take_over(request: HttpRequest, key: uuid.UUID, section: uuid.UUID, remark: uuid.UUID) -> HttpResponse:
    """Save what somebody proposed, changed or not, as the next version."""
    room, found, made = _remark_here(request, key, section, remark)
    if not made.proposal or (request.method != "POST" and not made.is_open):
        return redirect("group-section", key, section)
    now = version_now(found)
    title = _("Een voorstel overnemen: %(heading)s") % {"heading": now.heading}
    done = _("Het voorstel is overgenomen, als nieuwe versie.")
    asked = asked_to_write(
        request, room, found, title=title, done=done, proposed=differences(now.words, made.proposal), made=made
    )

    def do(form: SectionForm, checked: CheckedForm) -> str:
        operations.take_over(
            key, section=section, remark=remark, says=said_in(checked), intent=form.intent, **who(request)
        )
        return page_of(key, found)

    shown = {"version": found.version, "heading": now.heading, "words": made.proposal}
    return answer(request, asked, partial(SectionForm, initial=shown), do=do)


def _remark_here(
    request: HttpRequest, key: uuid.UUID, section: uuid.UUID, remark: uuid.UUID
) -> tuple[Room, Section, Remark]:
    room, found = section_here(request, key, section)
    try:
        return room, found, remark_on(found, remark)
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown
