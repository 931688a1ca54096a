"""The pack of a meeting: asked for by who reads its agenda, made in a job, and forgotten once it is out of date."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Meeting, MeetingPack, PackState
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.items import lock_meeting, record_on
from verder.deliberation.queries.agenda import agenda_is_open_to
from verder.deliberation.queries.meetings import meetings_visible_to
from verder.deliberation.queries.papers import contents_of

MAKER = "verder.web.jobs.make_pack"
"""The job that makes a pack, by name: what a document says is put in words above this room."""
PATIENCE = timedelta(minutes=10)
"""After which a pack that did not come may be asked for again."""
NOTHING = {"content": None, "made_at": None, "fingerprint": "", "done": 0, "total": 0}


@transaction.atomic
def ask_for_pack(meeting: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> MeetingPack:
    """Have the pack of a meeting made, in place of the one that there was; one that is being made comes by itself.

    Raise Meeting.DoesNotExist for who may not read the agenda, AlreadyTaken for a form that came in before.
    """
    found = lock_meeting(meeting)
    is_theirs = meetings_visible_to(actor.standing).filter(pk=found.pk).exists()
    if not (is_theirs and agenda_is_open_to(found, actor.standing)):
        raise Meeting.DoesNotExist
    refuse_second_click(intent)
    before = MeetingPack.objects.defer("content").filter(meeting=found).first()
    if before and before.state in {PackState.QUEUED, PackState.MAKING} and at < before.asked_at + PATIENCE:
        return before
    asked = {**NOTHING, "state": PackState.QUEUED, "asked_at": at}
    pack, _made = MeetingPack.objects.update_or_create(meeting=found, defaults=asked)
    record_on(found, "pack.asked", actor=actor, at=at, intent=intent)
    app.configure_task(MAKER).defer(meeting=str(meeting))
    return pack


def note_progress(meeting: uuid.UUID, *, done: int, total: int) -> None:
    """Write down how far the making of a pack is, for who waits for it."""
    making = {**NOTHING, "state": PackState.MAKING, "done": done, "total": total}
    MeetingPack.objects.filter(meeting__key=meeting).update(**making)


def keep_pack(meeting: uuid.UUID, *, content: bytes, fingerprint: str, at: datetime) -> None:
    """Keep a pack that was made, with the fingerprint of what it was made from."""
    made = {"state": PackState.DONE, "content": content, "fingerprint": fingerprint, "made_at": at}
    MeetingPack.objects.filter(meeting__key=meeting).update(**made)


def give_up_pack(meeting: uuid.UUID) -> None:
    """Write down that a pack could not be made."""
    MeetingPack.objects.filter(meeting__key=meeting).update(**NOTHING, state=PackState.FAILED)


def forget_packs_with(dilemma: uuid.UUID, files: Collection[int]) -> None:
    """Throw away, at once, every pack in which a dilemma or one of these files may stand."""
    about = Q(meeting__items__dilemma__key=dilemma) | Q(meeting__items__papers__file__in=files)
    MeetingPack.objects.filter(about).delete()


def forget_packs_out_of_date() -> int:
    """Throw away every pack that is no longer what the meeting reads; return how many.

    What was taken out of a dilemma so does not live on in a file.
    """
    forgotten = 0
    packs = MeetingPack.objects.defer("content").filter(state=PackState.DONE).select_related("meeting__body")
    for pack in packs:
        if contents_of(pack.meeting).fingerprint != pack.fingerprint:
            deleted, _rows = MeetingPack.objects.filter(pk=pack.pk, fingerprint=pack.fingerprint).delete()
            forgotten += deleted
    return forgotten
