"""A text: beginning one, reading it, giving it another name, and adding or moving its sections."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.domain.rungs import Rung
from verder.web.asking import Asked, answer
from verder.web.guidance.reading import read
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import room_here, text_here, who
from verder.web.workspace.forms import HeadingForm, TextForm, TitleForm
from verder.web.workspace.pressing import press
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.content import WORKSHEET, text_templates
from verder.workspace.operations import texts as operations
from verder.workspace.operations.reading import note_text_read
from verder.workspace.queries.texts import earlier_titles, label_of, sections_now, sections_out

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from verder.web.checking import CheckedForm
    from verder.workspace.models import GroupText, SectionVersion
    from verder.workspace.queries.rooms import Room

UNDER_A_SECTION = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as it stands on the page of its text."""

    now: SectionVersion
    html: SafeString
    asks: str
    busy: str
    """Who else is editing it; empty for nobody."""


@for_signed_in
def start(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Begin a text."""
    room = room_here(request, key)
    numbers = [one.number for one in room.served if one.may_read]
    asked = Asked(
        _("Een tekst beginnen"),
        _("Begin"),
        _("De tekst is begonnen. Ieder lid van de groep kan eraan schrijven."),
        reverse("group-room", args=[key]),
        lead=room.group.body.name,
        refusals=REFUSALS,
    )

    def do(form: TextForm, checked: CheckedForm) -> str:
        said = form.cleaned_data
        new = operations.NewText(checked.words["title"], said["dilemma"], said["template"])
        text = operations.start_text(key, new=new, intent=form.intent, **who(request))
        return reverse("group-text", args=[key, text.key])

    about = request.GET.get("dilemma", "")
    sheet = {"template": WORKSHEET, "title": text_templates()[WORKSHEET].title, "dilemma": about} if about else {}
    return answer(request, asked, partial(TextForm, numbers=numbers, may_share=room.is_whole, initial=sheet), do=do)


@for_signed_in
def text(request: HttpRequest, key: uuid.UUID, text: uuid.UUID) -> HttpResponse:
    """Show a text with all that it says now."""
    room, found = text_here(request, key, text)
    note_text_read(room, found, **who(request))
    words = {
        **about_text(room, found),
        "sections": _sections(room, found),
        "taken_out": sections_out(found),
        "may_escalate": room.is_looked_after and found.dilemma and found.dilemma.rung == Rung.WORKING_GROUP,
    }
    return render(request, "web/workspace/text.html", words)


def about_text(room: Room, text: GroupText) -> dict[str, Any]:
    """Say what every page about a text needs to know."""
    return {"room": room, "group": room.group, "text": text, "label": label_of(room, text)}


def asks_of(text: GroupText, code: str) -> str:
    """Return the question that guides a section of a text."""
    template = text_templates().get(text.template)
    return template.asks(code) if template else ""


def _sections(room: Room, text: GroupText) -> list[Shown]:
    return [_shown(room, text, now) for now in sections_now(text)]


def _shown(room: Room, text: GroupText, now: SectionVersion) -> Shown:
    section = now.section
    busy = section.busy(besides=room.standing.person, at=timezone.now())
    html = read(now.words, under=UNDER_A_SECTION, anchor=f"deel-{section.position}").html
    return Shown(now, html, asks_of(text, section.code), busy.name if busy else "")


@for_signed_in
def rename(request: HttpRequest, key: uuid.UUID, text: uuid.UUID) -> HttpResponse:
    """Give a text another name."""
    room, found = text_here(request, key, text)
    before = earlier_titles(found)
    asked = Asked(
        _("De titel veranderen"),
        _("Bewaar"),
        _("De tekst heet nu anders."),
        reverse("group-text", args=[key, text]),
        template="web/workspace/rename.html",
        refusals=REFUSALS,
        version_now=lambda: text_here(request, key, text)[1].version,
        words={**about_text(room, found), "before": before},
    )

    def do(form: TitleForm, checked: CheckedForm) -> str:
        operations.rename_text(key, text=text, title=checked.words["title"], intent=form.intent, **who(request))
        return asked.back

    return answer(request, asked, partial(TitleForm, initial={"version": found.version, "title": found.title}), do=do)


@for_signed_in
def add_section(request: HttpRequest, key: uuid.UUID, text: uuid.UUID) -> HttpResponse:
    """Add a section behind the others."""
    _room, found = text_here(request, key, text)
    back = reverse("group-text", args=[key, text])
    asked = Asked(
        _("Een deel toevoegen"),
        _("Voeg toe"),
        _("Het deel staat onderaan de tekst."),
        back,
        lead=found.title,
        refusals=REFUSALS,
    )

    def do(form: HeadingForm, checked: CheckedForm) -> str:
        section = operations.add_section(
            key, text=text, heading=checked.words["heading"], intent=form.intent, **who(request)
        )
        return f"{back}#deel-{section.position}"

    return answer(request, asked, HeadingForm, do=do)


@require_POST
@for_signed_in
def move_up(request: HttpRequest, key: uuid.UUID, text: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Let a section change places with the one above it."""
    text_here(request, key, text)
    move = partial(operations.move_up, key, text=text, section=section, **who(request))
    return press(request, move, onwards=reverse("group-text", args=[key, text]))
