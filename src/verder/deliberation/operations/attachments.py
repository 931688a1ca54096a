"""Files with a dilemma: adding them, having them looked at, sharing them, and taking them away for good."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, DilemmaFile, SharedVersion
from verder.deliberation.operations.checked import keep_exemptions_of_file
from verder.deliberation.operations.climb import Hold, note_down, take_hold
from verder.deliberation.operations.exchange import speaks_as
from verder.deliberation.operations.sharing import (
    REWRITTEN_ON,
    NotAllowed,
    NothingToSee,
    TooLate,
    hold_for_secretariat,
    keep_until_seen,
)
from verder.deliberation.operations.telling import tell_responsible, tell_submitters
from verder.deliberation.queries.attachments import MOST_FILES
from verder.domain.rungs import ENDS, Party
from verder.files.checked import CheckedFile
from verder.files.operations import destroy, keep, note_look
from verder.files.queries import READABLE


class TooManyFiles(Exception):
    """A dilemma holds no more files than it can be looked after with."""


class NotLookedAt(Exception):
    """A computer could not read all of this file, and nobody has looked at it yet."""


class IsShared(Exception):
    """The file is part of the shared version; only the secretariat takes it out of there."""


@transaction.atomic
def attach(number: str, *, files: Sequence[CheckedFile], actor: Actor, at: datetime, intent: Intent) -> None:
    """Add files to a dilemma, as its submitter or as the secretariat; the other is told.

    Raise NotInConversation for anyone else, TooManyFiles when there would be more than a dilemma holds.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    party = speaks_as(hold)
    keep_files(hold.dilemma, files, party, at=at)
    event = note_down(hold, "file.added", party)
    if party is Party.SECRETARIAT:
        tell_submitters(hold.dilemma, event.key, at=at)
    elif hold.dilemma.rung not in ENDS:
        tell_responsible(hold.dilemma, event.key, by=actor, at=at)


def keep_files(dilemma: Dilemma, files: Sequence[CheckedFile], party: Party, *, at: datetime) -> None:
    """Keep files with a dilemma that the caller holds; raise TooManyFiles when it has no room for them."""
    if not files:
        return
    held = DilemmaFile.objects.filter(READABLE, dilemma=dilemma).count()
    if held + len(files) > MOST_FILES:
        raise TooManyFiles
    for file in files:
        DilemmaFile.objects.create(dilemma=dilemma, file=keep(file, at=at), party=party, at=at)
        keep_exemptions_of_file(dilemma, file.dismissals, at=at)


@transaction.atomic
def state_looked_at(number: str, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Note that somebody of the secretariat looked at a file that a computer could not read in full.

    Raise NotAllowed outside the secretariat, DilemmaFile.DoesNotExist when it was taken away.
    """
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    if actor.opaque_id is None:  # pragma: no cover -- the secretariat is somebody
        raise NotAllowed
    note_look(_link(hold, file).file.key, by=actor.opaque_id, at=at)
    note_down(hold, "file.looked_at", Party.SECRETARIAT, file=str(file))


@transaction.atomic
def share_file(number: str, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Make a file part of the shared version, which is then offered to the submitter again.

    Raise NotAllowed outside the secretariat, TooLate while a body has the dilemma before it, NothingToSee without a
    shared version, NotLookedAt, DilemmaFile.DoesNotExist when it was taken away.
    """
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    if hold.dilemma.rung not in REWRITTEN_ON:
        raise TooLate
    link = _link(hold, file)
    if not link.file.is_seen:
        raise NotLookedAt
    offered = SharedVersion.objects.filter(dilemma=hold.dilemma).update(offered_at=at, seen_at=None, how_seen="")
    if not offered:
        raise NothingToSee
    link.shared_at = at
    link.save()
    keep_until_seen(hold, "file.shared", file=str(file))


@transaction.atomic
def unshare_file(number: str, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Take a file out of the shared version, at any rung; raise NotAllowed outside the secretariat."""
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    link = _link(hold, file)
    link.shared_at = None
    link.save()
    note_down(hold, "file.unshared", Party.SECRETARIAT, file=str(file))


@transaction.atomic
def remove_file(number: str, *, file: uuid.UUID, actor: Actor, at: datetime, intent: Intent) -> None:
    """Take a file away and destroy it: the secretariat any file, a submitter their own until it is shared.

    Raise NotInConversation for anyone else, NotAllowed for a file of somebody else, IsShared.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    party, link = speaks_as(hold), _link(hold, file)
    if party is Party.SUBMITTER:
        if link.party != Party.SUBMITTER:
            raise NotAllowed
        if link.shared_at is not None:
            raise IsShared
    destroy(link.file.key, at=at)
    note_down(hold, "file.removed", party, file=str(file))


def destroy_own_files(dilemma: Dilemma, *, at: datetime) -> None:
    """Destroy every file that a submitter added and that is not part of the shared version, hidden or not."""
    own = dilemma.files.filter(
        party=Party.SUBMITTER, shared_at__isnull=True, file__destroyed_at__isnull=True
    ).select_related("file")
    for link in own:
        destroy(link.file.key, at=at)


def _link(hold: Hold, file: uuid.UUID) -> DilemmaFile:
    held = DilemmaFile.objects.select_related("file").filter(READABLE, dilemma=hold.dilemma)
    return held.get(file__key=file)
