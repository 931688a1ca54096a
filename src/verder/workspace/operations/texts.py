"""Beginning a text, what it is called, and the sections that it has."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma
from verder.textcheck import CheckedText
from verder.workspace.content import SectionTemplate, text_templates
from verder.workspace.models import EarlierTitle, GroupText, Section, SectionVersion
from verder.workspace.operations.hold import Hold, hold_room, keep_reasons, note
from verder.workspace.queries.rooms import find_room
from verder.workspace.queries.texts import MOST_SECTIONS, MOST_TEXTS, sections_now, text_in


class TooManyTexts(Exception):
    """A group has no more texts than its members can keep track of."""


class TooManySections(Exception):
    """A text has no more sections than somebody can read."""


class TitleChanged(Exception):
    """Somebody gave the text another name since the sender saw it."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A text that is about to begin: its title, the number of the dilemma that it is about, and its template."""

    title: CheckedText
    dilemma: str = ""
    template: str = ""


@transaction.atomic
def start_text(group: uuid.UUID, *, new: NewText, actor: Actor, at: datetime, intent: Intent) -> GroupText:
    """Begin a text, with the sections of its template or with none.

    Raise Dilemma.DoesNotExist for one that the group does not serve or the actor may not read, TooManyTexts, and what
    `hold_room` raises.
    """
    about = _served(group, new.dilemma, actor) if new.dilemma else None
    hold = hold_room(group, actor=actor, at=at, intent=intent, about=about, shared=about is None)
    if hold.room.group.texts.count() >= MOST_TEXTS:
        raise TooManyTexts
    text = GroupText.objects.create(
        group=hold.room.group,
        dilemma=about,
        title=new.title.text,
        template=new.template,
        started_by=hold.person,
        started_at=at,
    )
    keep_reasons(text, new.title, at=at)
    if new.template:
        _fill(hold, text, text_templates()[new.template].sections)
    note(hold, "text.started", kind="text", subject=text.key, template=new.template)
    return text


def _served(group: uuid.UUID, number: str, actor: Actor) -> Dilemma:
    room = find_room(group, actor.standing)
    return Dilemma.objects.get(pk__in=room.readable, number=number)


def _fill(hold: Hold, text: GroupText, sections: Iterable[SectionTemplate]) -> None:
    for place, one in enumerate(sections, 1):
        _new_section(hold, text, place, one.heading, one.code)


def _new_section(hold: Hold, text: GroupText, place: int, heading: str, code: str = "") -> Section:
    section = Section.objects.create(text=text, position=place, code=code, latest=1)
    SectionVersion.objects.create(section=section, number=1, heading=heading, by=hold.person, at=hold.at)
    return section


@transaction.atomic
def rename_text(
    group: uuid.UUID, *, text: uuid.UUID, title: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> GroupText:
    """Give a text another name, and keep what it was called.

    Raise TitleChanged, GroupText.DoesNotExist, and what `hold_room` raises.
    """
    hold, found = _hold_text(group, text, actor=actor, at=at, intent=intent)
    if intent.version not in {None, found.version}:
        raise TitleChanged
    EarlierTitle.objects.create(text=found, title=found.title, replaced_by=hold.person, replaced_at=at)
    found.title = title.text
    found.version += 1
    found.save()
    keep_reasons(found, title, at=at)
    note(hold, "text.renamed", kind="text", subject=found.key)
    return found


@transaction.atomic
def add_section(
    group: uuid.UUID, *, text: uuid.UUID, heading: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> Section:
    """Add a section behind the others; raise GroupText.DoesNotExist, TooManySections, and what `hold_room` raises."""
    hold, found = _hold_text(group, text, actor=actor, at=at, intent=intent)
    if found.sections.count() >= MOST_SECTIONS:
        raise TooManySections
    last: int | None = found.sections.aggregate(last=Max("position"))["last"]
    section = _new_section(hold, found, (last or 0) + 1, heading.text)
    keep_reasons(found, heading, at=at)
    note(hold, "section.added", kind="text", subject=found.key, section=str(section.key))
    return section


@transaction.atomic
def move_up(group: uuid.UUID, *, text: uuid.UUID, section: uuid.UUID, actor: Actor, at: datetime) -> GroupText:
    """Let a section change places with the one above it; the first stays where it is.

    Raise GroupText.DoesNotExist, Section.DoesNotExist, and what `hold_room` raises.
    """
    hold, found = _hold_text(group, text, actor=actor, at=at, intent=Intent())
    in_text = found.sections.filter(pk__in=sections_now(found).values("section"))
    moved = in_text.get(key=section)
    above = in_text.filter(position__lt=moved.position).last()
    if above:
        above.position, moved.position = moved.position, above.position
        Section.objects.bulk_update([above, moved], ["position"])
        note(hold, "section.moved", kind="text", subject=found.key, section=str(section))
    return found


def _hold_text(
    group: uuid.UUID, text: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent
) -> tuple[Hold, GroupText]:
    found = text_in(find_room(group, actor.standing), text)
    hold = hold_room(group, actor=actor, at=at, intent=intent, about=found.dilemma)
    return hold, text_in(hold.room, text)
