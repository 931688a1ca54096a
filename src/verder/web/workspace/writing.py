"""Writing a section: taking it up, saving it, and what one sees when somebody else was first."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verder.web.asking import Asked, answer
from verder.web.standing import for_signed_in
from verder.web.workspace.finding import section_here, who
from verder.web.workspace.forms import SectionForm
from verder.web.workspace.pressing import press
from verder.web.workspace.refusals import REFUSALS
from verder.web.workspace.texts import about_text, asks_of
from verder.workspace.differences import Piece, differences
from verder.workspace.operations import writing as operations
from verder.workspace.queries.texts import section_in, texts_as_they_were, version_now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm
    from verder.workspace.models import Section, SectionVersion
    from verder.workspace.queries.rooms import Room


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What stands in a section now, and what somebody else changed there since one began."""

    now: SectionVersion
    pieces: tuple[Piece, ...]


@require_POST
@for_signed_in
def take_up(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Say that one is editing a section, and go on to where that is done."""
    _room, found = section_here(request, key, section)
    take = partial(operations.take_up, key, section=section, **who(request))
    return press(request, take, onwards=reverse("group-section-write", args=[key, section]), back=page_of(key, found))


@require_POST
@for_signed_in
def put_down(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Say that one is no longer editing a section, and go back to the text."""
    _room, found = section_here(request, key, section)
    put = partial(operations.put_down, key, section=section, **who(request))
    return press(request, put, onwards=page_of(key, found))


@for_signed_in
def write(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> HttpResponse:
    """Change what a section says."""
    room, found = section_here(request, key, section)
    now = version_now(found)
    asked = asked_to_write(request, room, found, title=now.heading, done=_("De nieuwe versie is bewaard."))

    def do(form: SectionForm, checked: CheckedForm) -> str:
        operations.save_section(key, section=section, says=said_in(checked), intent=form.intent, **who(request))
        return asked.back

    shown = {"version": found.version, "heading": now.heading, "words": now.words}
    return answer(request, asked, partial(SectionForm, initial=shown), do=do)


def said_in(checked: CheckedForm) -> operations.SectionWords:
    """Return what a form says that a section is to say."""
    return operations.SectionWords(checked.words["heading"], checked.words["words"])


def asked_to_write(request: HttpRequest, room: Room, section: Section, *, title: str, done: str, **words: Any) -> Asked:
    """Describe a page on which a section is written; after a conflict it shows what stands there now."""
    busy = section.busy(besides=room.standing.person, at=timezone.now())
    return Asked(
        title,
        _("Bewaar"),
        done,
        page_of(room.group.body.key, section),
        template="web/workspace/write.html",
        refusals=REFUSALS,
        version_now=lambda: section_in(room, section.key).version,
        words={
            **about_text(room, section.text),
            "section": section,
            "asks": asks_of(section.text, section.code),
            "busy": busy,
            "is_out": lambda: version_now(section_in(room, section.key)).is_out,
            "meanwhile": partial(_meanwhile, request.POST.get("version", ""), room, section),
            **words,
        },
    )


def page_of(key: uuid.UUID, section: Section) -> str:
    """Return where a section stands in its text."""
    return f"{reverse('group-text', args=[key, section.text.key])}#deel-{section.position}"


def _meanwhile(seen: str, room: Room, section: Section) -> Meanwhile | None:
    """Return what somebody else changed since the version that was seen; None when nobody did."""
    fresh = section_in(room, section.key)
    if not seen.isdecimal() or int(seen) >= fresh.version:
        return None
    number = fresh.seen(int(seen))
    now = version_now(fresh)
    return Meanwhile(now, differences(texts_as_they_were(fresh, [number]).get(number, ""), now.words))
