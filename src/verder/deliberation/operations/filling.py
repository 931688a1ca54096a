"""Filling an agenda: putting on, taking off, arranging, and what an item says."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    CoverNote,
    Dilemma,
    ItemKind,
    ItemPurpose,
    ItemState,
    Meeting,
)
from verder.deliberation.operations.agenda import bring_to
from verder.deliberation.operations.items import (
    AgendaChanged,
    AgendaHold,
    changed,
    hold_agenda,
    insert_first,
    insert_last,
    new_item,
    tell_of,
    title_of_fixed,
)
from verder.deliberation.operations.signalling import release_signal, take_signal
from verder.deliberation.queries.actions import action_with_key
from verder.deliberation.queries.agenda import items_carried_over
from verder.deliberation.queries.dilemmas import FIT_TO_SHARE, dilemmas_visible_to
from verder.deliberation.queries.meetings import WAITING_FOR
from verder.domain.tlp import Tlp
from verder.guidance.queries import published
from verder.network.models import BodyKind
from verder.textcheck import CheckedText

ALWAYS_CARRIED = (ItemPurpose.UNSOLVED, ItemPurpose.FIELD)


class MovesADilemma(Exception):
    """A dilemma that is to be decided on comes and goes by a step on its own page."""


class AlwaysCarried(Exception):
    """The council's agenda always carries this item."""


class NotTheirsToRead(Exception):
    """The body may not read this dilemma, so that it cannot be discussed there."""


class StandsThereAlready(Exception):
    """It stands on this agenda already."""


@dataclass(frozen=True, slots=True)
class FixedItem:
    """An item that every agenda has: what for, what is asked, how long, and whether it comes first or last."""

    purpose: ItemPurpose
    kind: ItemKind
    minutes: int
    place: int | None = None
    """Its place from the top; None for what closes an agenda."""


FIXED_ITEMS = (
    FixedItem(ItemPurpose.OPENING, ItemKind.INFORMATION, 5, 1),
    FixedItem(ItemPurpose.PREVIOUS_MINUTES, ItemKind.DECISION, 5, 2),
    FixedItem(ItemPurpose.ANY_OTHER_BUSINESS, ItemKind.DISCUSSION, 5),
    FixedItem(ItemPurpose.CLOSING, ItemKind.INFORMATION, 0),
)


@transaction.atomic
def put_fixed_items(meeting: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> Meeting:
    """Put on an agenda what stands on every one and is missing; raise what `hold_agenda` raises."""
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    there = set(hold.meeting.items.exclude(state=ItemState.WITHDRAWN).values_list("purpose", flat=True))
    tell_of(hold, "agenda.fixed_items")
    for fixed in FIXED_ITEMS:
        if fixed.purpose not in there:
            _put_fixed(hold, fixed)
    changed(hold.meeting, "added", actor=actor, at=at)
    return hold.meeting


def _put_fixed(hold: AgendaHold, fixed: FixedItem) -> None:
    about = {
        "purpose": fixed.purpose,
        "kind": fixed.kind,
        "minutes": fixed.minutes,
        "title": title_of_fixed(fixed.purpose),
    }
    if fixed.place is not None:
        insert_first(hold.meeting, fixed.place, **about)
    else:
        insert_last(hold.meeting, **about)


@transaction.atomic
def put_dilemma_on(
    number: str, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Put a dilemma on an agenda for information or discussion, which moves no rung.

    Its body reads it from then on when it waits for that body; a dilemma that waits elsewhere must be known there.
    Raise MovesADilemma for a decision, Dilemma.DoesNotExist, NotTheirsToRead, StandsThereAlready.
    """
    if kind is ItemKind.DECISION:
        raise MovesADilemma
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    readable = dilemmas_visible_to(actor.standing).filter(FIT_TO_SHARE)
    dilemma = Dilemma.objects.select_for_update().filter(pk__in=readable.values("pk")).get(number=number)
    if hold.meeting.items.filter(dilemma=dilemma, state=ItemState.OPEN).exists():
        raise StandsThereAlready
    if WAITING_FOR.get(BodyKind(hold.meeting.body.kind)) == dilemma.rung:
        bring_to(dilemma, hold.meeting.body, at=at)
    elif dilemma.tlp not in {Tlp.CLEAR, Tlp.GREEN} and not dilemma.brought.filter(body=hold.meeting.body).exists():
        raise NotTheirsToRead
    return _put(hold, kind, dilemma=dilemma)


@transaction.atomic
def put_signal_on(
    key: uuid.UUID, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Put a signal or an insight on an agenda; raise Signal.DoesNotExist when it is not there to be put on."""
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    return _put(hold, kind, signal=take_signal(key, actor=actor))


@transaction.atomic
def put_guidance_on(
    key: uuid.UUID, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Put guidance on an agenda, to be confirmed; raise Publication.DoesNotExist or StandsThereAlready."""
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    publication = published(actor.standing).get(key=key)
    if AgendaItem.objects.filter(publication=publication, state=ItemState.OPEN).exists():
        raise StandsThereAlready
    return _put(hold, kind, publication=publication)


@transaction.atomic
def put_action_on(
    key: uuid.UUID, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Put an action on an agenda, to ask after it; raise Action.DoesNotExist when it is not to be read.

    An action at a dilemma is named by that dilemma's number alone: its words travel no further than the dilemma does.
    """
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    action = action_with_key(actor.standing, key)
    if action.item and action.item.dilemma:
        return _put(hold, kind, title=_("Actie bij dilemma %(number)s") % {"number": action.item.dilemma.number})
    return _put(hold, kind, title=Truncator(_("Actie: %(text)s") % {"text": action.text}).chars(150))


@transaction.atomic
def put_item_on(
    key: uuid.UUID, *, meeting: uuid.UUID, kind: ItemKind, actor: Actor, at: datetime, intent: Intent
) -> AgendaItem:
    """Put an item in own words on an agenda again, as it stood on the one that did not get to it.

    Raise AgendaItem.DoesNotExist for one that this body did not carry over, or that stands on a later agenda already.
    """
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    earlier = items_carried_over(hold.meeting.body).get(key=key)
    words = {"title": earlier.title, "minutes": earlier.minutes, "annotation": earlier.annotation}
    return _put(hold, kind, carried_from=earlier, **words)


def _put(hold: AgendaHold, kind: ItemKind, **about: object) -> AgendaItem:
    item = new_item(hold.meeting, kind=kind, **about)
    tell_of(hold, "item.added", item=str(item.key))
    changed(hold.meeting, "added", actor=hold.actor, at=hold.at)
    return item


@transaction.atomic
def take_off(item: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> AgendaItem:
    """Take an item off; one that was sent keeps its number and shows as withdrawn.

    Raise MovesADilemma for a dilemma that is to be decided on, AlwaysCarried for what the council always gets.
    """
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    if found.dilemma_id and found.kind == ItemKind.DECISION:
        raise MovesADilemma
    if found.purpose in ALWAYS_CARRIED:
        raise AlwaysCarried
    found.state = ItemState.WITHDRAWN
    found.save(update_fields=["state"])
    if found.signal_id:
        release_signal(found.signal_id)
    tell_of(hold, "item.withdrawn", item=str(found.key))
    changed(hold.meeting, "withdrawn", actor=actor, at=at)
    return found


@transaction.atomic
def arrange(meeting: uuid.UUID, *, order: Sequence[uuid.UUID], actor: Actor, at: datetime, intent: Intent) -> Meeting:
    """Put the open items of an agenda in this order; what is done or withdrawn keeps its place among them.

    Raise AgendaChanged when these are not the items that are open now.
    """
    hold = hold_agenda(meeting, actor=actor, at=at, intent=intent)
    items = {item.key: item for item in hold.meeting.items.filter(state=ItemState.OPEN).order_by("position")}
    if sorted(order) != sorted(items):
        raise AgendaChanged
    places = [item.position for item in items.values()]
    for key, place in zip(order, places, strict=True):
        if items[key].position != place:
            items[key].position = place
            items[key].save(update_fields=["position"])
    tell_of(hold, "agenda.arranged")
    changed(hold.meeting, "moved", actor=actor, at=at)
    return hold.meeting


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What an item says; `title` counts only for an item that is not about anything else."""

    kind: ItemKind
    minutes: int
    title: CheckedText | None = None
    annotation: CheckedText | None = None


@transaction.atomic
def change_item(item: uuid.UUID, *, words: ItemWords, actor: Actor, at: datetime, intent: Intent) -> AgendaItem:
    """Change what an item says. What is noted for the chair alone withdraws no signature.

    Raise MovesADilemma for a change of kind that would begin or end a decision on a dilemma.
    """
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    if found.dilemma_id and (found.kind == ItemKind.DECISION) != (words.kind is ItemKind.DECISION):
        raise MovesADilemma
    before = (found.kind, found.minutes, found.title)
    found.kind, found.minutes = words.kind, words.minutes
    if found.title and words.title:
        found.title = words.title.text
    if words.annotation is not None:
        found.annotation = words.annotation.text
    found.save()
    tell_of(hold, "item.changed", item=str(found.key))
    if before != (found.kind, found.minutes, found.title):
        changed(hold.meeting, "changed", actor=actor, at=at)
    return found


@transaction.atomic
def write_cover_note(
    item: uuid.UUID,
    *,
    asked: CheckedText,
    tried: CheckedText,
    options: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> CoverNote:
    """Write the cover note of an item, in place of the one that its dossier makes."""
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    words = {"asked": asked.text, "tried": tried.text, "options": options.text}
    by = {"edited_by": actor.standing.person, "edited_at": at}
    note, _made = CoverNote.objects.update_or_create(item=found, defaults=words | by)
    tell_of(hold, "cover_note.written", item=str(found.key))
    changed(hold.meeting, "cover_note", actor=actor, at=at)
    return note


@transaction.atomic
def make_cover_note_anew(item: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> AgendaItem:
    """Let the dossier make the cover note again; what was written goes."""
    hold, found = hold_item(item, actor=actor, at=at, intent=intent)
    CoverNote.objects.filter(item=found).delete()
    tell_of(hold, "cover_note.made_anew", item=str(found.key))
    changed(hold.meeting, "cover_note", actor=actor, at=at)
    return found


def hold_item(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> tuple[AgendaHold, AgendaItem]:
    """Lock the agenda of an open item; raise AgendaItem.DoesNotExist when it is not open any more."""
    meeting = Meeting.objects.get(items__key=key)
    hold = hold_agenda(meeting.key, actor=actor, at=at, intent=intent)
    return hold, hold.meeting.items.get(key=key, state=ItemState.OPEN)
