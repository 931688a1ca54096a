"""A group at work, with its lead, a specialist from outside and the secretariat, and what they do in its workspace."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from tests import factories
from tests.factories import MONDAY, checked
from tests.personas import as_actor, participant, secretary, specialist
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, WorkingGroup
from verder.deliberation.operations import groups
from verder.domain.tlp import Tlp
from verder.network.models import Person
from verder.workspace.content import WORKSHEET
from verder.workspace.models import GroupText, Section
from verder.workspace.operations import texts
from verder.workspace.operations.writing import SectionWords
from verder.workspace.queries.rooms import Room, find_room

Result = TypeVar("Result")
NOW = MONDAY + timedelta(days=10)
"""A few days after the group was formed."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A group and its people."""

    group: WorkingGroup
    dilemma: Dilemma
    lead: Person
    outsider: Person
    """The specialist from outside."""
    clerk: Person

    @property
    def key(self) -> uuid.UUID:
        """The key by which the group is found."""
        return self.group.body.key


def at_work(*, tlp: Tlp = Tlp.AMBER_STRICT) -> Scene:
    """Return a group that serves one dilemma."""
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead, tlp=tlp)
    group = WorkingGroup.objects.select_related("body").latest("pk")
    outsider = specialist(group.body, ends_on=(NOW + timedelta(days=30)).date())
    return Scene(group, dilemma, lead, outsider, clerk)


def do(
    operation: Callable[..., Result],
    scene: Scene,
    by: Person,
    *,
    version: int | None = None,
    key: uuid.UUID | None = None,
    **needs: object,
) -> Result:
    """Carry an operation out in the workspace of a group, with a fresh form unless its key is given."""
    intent = Intent(version, key or uuid.uuid4())
    return operation(scene.key, actor=as_actor(by, NOW), at=NOW, intent=intent, **needs)


def press(operation: Callable[..., Result], scene: Scene, by: Person, **needs: object) -> Result:
    """Carry out what one small button does."""
    return operation(scene.key, actor=as_actor(by, NOW), at=NOW, **needs)


def worksheet(scene: Scene, *, by: Person | None = None) -> GroupText:
    """Begin a worksheet for the dilemma of a group."""
    new = texts.NewText(checked("Werkblad"), scene.dilemma.number, WORKSHEET)
    return do(texts.start_text, scene, by or scene.lead, new=new)


def shared_text(scene: Scene) -> GroupText:
    """Begin an empty text about all that a group does."""
    return do(texts.start_text, scene, scene.lead, new=texts.NewText(checked("Onze aanpak")))


def first_section(text: GroupText) -> Section:
    """Return the first section of a text as it stands now."""
    return Section.objects.filter(text=text).select_related("text").first()


def says(words: str, heading: str = "De feiten") -> SectionWords:
    """Return what a section is to say."""
    return SectionWords(checked(heading), checked(words))


def room_for(scene: Scene, person: Person) -> Room:
    """Return the workspace of a group as somebody finds it."""
    return find_room(scene.key, as_actor(person, NOW).standing)


def end(scene: Scene) -> None:
    """Let the group give its last verdict."""
    groups.let_lapse(
        scene.dilemma.number,
        why_gone=checked("Een nieuwe regel."),
        message=checked("Het is weg."),
        actor=as_actor(scene.lead, NOW),
        at=NOW,
        intent=Intent(),
    )
