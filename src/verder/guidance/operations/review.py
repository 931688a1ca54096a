"""What a second reader and an owner do with a draft besides publishing it: send it back, and hand it over."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from verder.guidance.letters import please_mend
from verder.guidance.models import Publication, Review
from verder.guidance.operations.pen import hold, note, save
from verder.guidance.operations.publish import NeedsASecondReader, NotReady
from verder.guidance.queries import current_principle, may_read_second
from verder.guidance.readiness import Need, Unready
from verder.network.models import Person
from verder.network.standing import Standing
from verder.post.owe import owe
from verder.textcheck import CheckedText


class MayNotOwn(Exception):
    """An owner has an account and a seat of some weight, so that somebody can be asked whether a piece still holds."""


@transaction.atomic
def send_back(
    key: uuid.UUID,
    words: CheckedText,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Send a draft back to its writer as second reader, saying what must change; nobody publishes it before that.

    Raise NeedsASecondReader, or NotReady while there is no principle to hold it against, or as `rewrite` does.
    """
    publication, reader = hold(key, version, standing, request_key)
    if reader == publication.written_by:
        raise NeedsASecondReader
    principle = current_principle()
    if principle is None:
        raise NotReady(Unready((), (), (Need.PRINCIPLE,)))
    publication.reviewed_by = reader
    publication.returned = Review.objects.create(
        publication=publication,
        version=version,
        principle=principle,
        reader=reader,
        holds=False,
        words=words.text,
        at=at,
    )
    publication.version += 1
    publication.save()
    event = note(publication, "publication.sent_back", standing, at=at, request_key=request_key)
    owe(please_mend(publication.key), event=event.key, to=[publication.written_by.email], at=at)
    return publication


@transaction.atomic
def hand_over(
    key: uuid.UUID,
    owner: Person,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Make somebody the owner of a draft, who answers for it once it is published.

    Raise MayNotOwn, or as `rewrite` does.
    """
    publication, _asker = hold(key, version, standing, request_key)
    if not may_read_second(owner, on=timezone.localdate(at)):
        raise MayNotOwn
    publication.owner = owner
    return save(publication, "publication.owner_set", standing, at=at, request_key=request_key)
