"""Who holds the pen of a draft: taking it, keeping a new version, and writing down that it happened."""

from __future__ import annotations

import uuid
from datetime import datetime

from verder.audit.models import Event
from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.guidance.models import Publication, PublicationState
from verder.guidance.queries import drafts_open_to
from verder.network.models import Person
from verder.network.standing import Standing


class MayNotWrite(Exception):
    """Guidance is written by the secretariat and by members of bodies, and a draft by its two readers alone."""


class ChangedMeanwhile(Exception):
    """A colleague changed or published it first."""


class DoneAlready(Exception):
    """The same form was sent before; what it did stands, on the publication with `key`."""

    def __init__(self, key: uuid.UUID) -> None:
        super().__init__(str(key))
        self.key = key


def take_pen(publication: Publication, writer: Person) -> None:
    """Make somebody the writer of the latest version; who wrote it before reads it second, from now on.

    Words that sent an earlier version back have been answered with it.
    """
    publication.returned = None
    if publication.written_by != writer:
        publication.written_by, publication.reviewed_by = writer, publication.written_by


def hold(key: uuid.UUID, version: int, standing: Standing, request_key: uuid.UUID | None) -> tuple[Publication, Person]:
    """Lock a draft for who changes it now; raise as `rewrite` does, or MayNotWrite."""
    if standing.person is None:
        raise MayNotWrite
    drafts = drafts_open_to(standing, with_published=True).select_related("written_by", "reviewed_by", "owner")
    publication = drafts.select_for_update(of=("self",)).get(key=key)
    refuse_second_click(request_key)
    if publication.version != version or publication.state != PublicationState.DRAFT:
        raise ChangedMeanwhile
    return publication, standing.person


def refuse_second_click(request_key: uuid.UUID | None) -> None:
    """Raise DoneAlready for a form that came in before."""
    before = event_of_request(request_key) if request_key else None
    if before is not None and before.subject is not None:
        raise DoneAlready(before.subject)


def save(
    publication: Publication, action: str, standing: Standing, *, at: datetime, request_key: uuid.UUID | None
) -> Publication:
    """Keep a new version of a piece, with the event that tells of it."""
    publication.version += 1
    publication.save()
    note(publication, action, standing, at=at, request_key=request_key)
    return publication


def note(
    publication: Publication, action: str, standing: Standing, *, at: datetime, request_key: uuid.UUID | None
) -> Event:
    """Write down what happened to a piece, without anything of its words."""
    happening = Happening(
        action=action,
        party="account",
        actor=standing.opaque_id,
        origin=standing.origin,
        subject_kind="publication",
        subject=publication.key,
        request_key=request_key,
    )
    return record(happening, at=at)
