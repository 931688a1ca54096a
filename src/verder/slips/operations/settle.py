"""What a second person decides about hidden words: destroyed for good, or put back with a reason."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to, find_to_change
from verder.domain.rungs import Party
from verder.slips.holders import BY_TABLE
from verder.slips.marks import is_bare, mark_for
from verder.slips.models import WHOLE_FILE, HiddenPlace, Slip, SlipState
from verder.slips.operations.hide import put_in_place
from verder.slips.operations.journal import write_after_commit
from verder.slips.operations.whole_files import destroy_file, show_file
from verder.slips.queries import may_settle, rows_of
from verder.textcheck import CheckedText


class MayNotSettle(Exception):
    """Whoever hid the words is not the second person, nor is somebody who was not asked."""


class SettledAlready(Exception):
    """Somebody destroyed the words or put them back before; nothing was done."""


class ReasonMissing(Exception):
    """Words are put back with a reason only."""


@transaction.atomic
def destroy(key: uuid.UUID, *, actor: Actor, at: datetime) -> None:
    """Destroy hidden words and files for good; raise MayNotSettle or SettledAlready."""
    slip = _take(key, actor)
    bare = [place for place in slip.places.all() if is_bare(place, slip=slip)]
    _settle(slip, SlipState.DESTROYED, actor=actor, at=at)
    for place in bare:
        _exchange(place, mark_for(place.table, place.row, place.column, slip=slip))
    for place in slip.places.all():
        if place.is_whole_file:
            destroy_file(place.row, at=at)
        # An earlier slip in the same text keeps what stood there then, and so the words that go now.
        here = HiddenPlace.objects.filter(table=place.table, row=place.row, column=place.column)
        here.update(words="", mark="")


@transaction.atomic
def put_back(key: uuid.UUID, *, reason: CheckedText, actor: Actor, at: datetime) -> None:
    """Put hidden words and files back, except where somebody has written since.

    Raise MayNotSettle, SettledAlready or ReasonMissing.
    """
    slip = _take(key, actor)
    if not reason.text.strip():
        raise ReasonMissing
    for place in slip.places.exclude(words=""):
        _exchange(place, place.words)
    for place in slip.places.filter(column=WHOLE_FILE):
        show_file(place.row)
    slip.reason = reason.text
    _settle(slip, SlipState.RESTORED, actor=actor, at=at)
    slip.places.update(words="", mark="")


def _take(key: uuid.UUID, actor: Actor) -> Slip:
    """Lock the dilemma and then the slip, as everywhere."""
    about = dilemmas_visible_to(actor.standing).filter(key__in=Slip.objects.filter(key=key).values("dilemma")).first()
    if about is None:
        raise Dilemma.DoesNotExist
    find_to_change(about.number, actor=actor)
    slip = Slip.objects.select_for_update().get(key=key)
    if not may_settle(actor.standing, slip):
        raise MayNotSettle
    if slip.state != SlipState.HIDDEN:
        raise SettledAlready
    return slip


def _settle(slip: Slip, state: SlipState, *, actor: Actor, at: datetime) -> None:
    slip.state, slip.settled_by, slip.settled_at, slip.is_journalled = state, actor.opaque_id, at, False
    slip.save()
    record(
        Happening(
            action=f"slip.{state}",
            party=Party.SECRETARIAT if actor.standing.is_secretariat else Party.PLATFORM,
            actor=actor.opaque_id,
            subject_kind="dilemma",
            subject=slip.dilemma,
            details={"slip": str(slip.key)},
        ),
        at=at,
    )
    write_after_commit(slip)


def _exchange(place: HiddenPlace, text: str) -> None:
    """Write a text where the mark still stands; what a colleague wrote there since stays."""
    holder = BY_TABLE[place.table]
    if rows_of(holder).filter(**{"pk": place.row, place.column: place.mark}).exists():
        put_in_place(place.table, place.row, place.column, text)
