"""Writing a section: taking it up, saving a version, going back to one, taking it out. Nothing is ever overwritten."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.network.models import Person
from verder.textcheck import CheckedText
from verder.workspace.models import Section, SectionVersion
from verder.workspace.operations.hold import Hold, hold_room, keep_reasons, note
from verder.workspace.queries.rooms import find_room
from verder.workspace.queries.texts import section_in, version_now, version_of


class SectionChanged(Exception):
    """Somebody saved this section since the sender saw it; their words stand, and nothing was saved over them."""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What a section is to say: its heading and its words."""

    heading: CheckedText
    words: CheckedText


@transaction.atomic
def take_up(group: uuid.UUID, *, section: uuid.UUID, actor: Actor, at: datetime) -> Section:
    """Say that one is editing a section, so that others see it; nobody is kept out, the last to say so counts.

    Raise Section.DoesNotExist, and what `hold_room` raises.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=Intent())
    _mark(found, hold.person, at=at)
    return found


@transaction.atomic
def put_down(group: uuid.UUID, *, section: uuid.UUID, actor: Actor, at: datetime) -> Section:
    """Say that one is no longer editing a section; raise as `take_up` does."""
    hold, found = hold_section(group, section, actor=actor, at=at, intent=Intent())
    if found.taken_up_by == hold.person:
        _mark(found, None, at=at)
    return found


@transaction.atomic
def save_section(
    group: uuid.UUID, *, section: uuid.UUID, says: SectionWords, actor: Actor, at: datetime, intent: Intent
) -> SectionVersion:
    """Save what a section says as its next version.

    Raise SectionChanged when it has another version than the sender saw, Section.DoesNotExist, and what `hold_room`
    raises.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    saved = write_version(hold, found, says.heading.text, says.words.text)
    keep_reasons(found.text, says.heading, at=at)
    keep_reasons(found.text, says.words, at=at)
    note(hold, "section.saved", kind="section", subject=section, version=str(saved.number))
    return saved


@transaction.atomic
def restore(
    group: uuid.UUID, *, section: uuid.UUID, number: int, actor: Actor, at: datetime, intent: Intent
) -> SectionVersion:
    """Let a section say again what it said in an earlier version; that becomes its next one.

    Raise SectionVersion.DoesNotExist, or as `save_section` does.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    earlier = version_of(found, number)
    if earlier.is_out:
        raise SectionVersion.DoesNotExist
    saved = write_version(hold, found, earlier.heading, earlier.words, restores=number)
    note(hold, "section.restored", kind="section", subject=section, version=str(saved.number), restores=str(number))
    return saved


@transaction.atomic
def take_out(group: uuid.UUID, *, section: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> SectionVersion:
    """Take a section out of its text, as its next version; going back to an earlier one puts it in again.

    Raise SectionChanged too for one that is out already, or as `save_section` does.
    """
    hold, found = hold_section(group, section, actor=actor, at=at, intent=intent)
    now = version_now(found)
    if now.is_out:
        raise SectionChanged
    saved = write_version(hold, found, now.heading, "", is_out=True)
    note(hold, "section.taken_out", kind="section", subject=section, version=str(saved.number))
    return saved


def hold_section(
    group: uuid.UUID, section: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent
) -> tuple[Hold, Section]:
    """Lock a workspace for a change of one section; raise Section.DoesNotExist, and what `hold_room` raises."""
    about = section_in(find_room(group, actor.standing), section).text.dilemma
    hold = hold_room(group, actor=actor, at=at, intent=intent, about=about)
    return hold, section_in(hold.room, section)


def write_version(
    hold: Hold, section: Section, heading: str, words: str, *, restores: int | None = None, is_out: bool = False
) -> SectionVersion:
    """Add a version to a section that the caller holds; raise SectionChanged when it is not the one that was seen."""
    if hold.intent.version not in {None, section.version}:
        raise SectionChanged
    section.latest += 1
    section.version += 1
    section.taken_up_by = section.taken_up_at = None
    section.save()
    return SectionVersion.objects.create(
        section=section,
        number=section.latest,
        heading=heading,
        words=words,
        by=hold.person,
        at=hold.at,
        restores=restores,
        is_out=is_out,
    )


def _mark(section: Section, person: Person | None, *, at: datetime) -> None:
    section.taken_up_by, section.taken_up_at = person, at if person else None
    section.save()
