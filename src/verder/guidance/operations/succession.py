"""How a next edition takes the place of the one that is published: its words move in, the old ones move out.

The published piece keeps its key and its address, so that whatever leads to it goes on to do so. The row of the draft
becomes the earlier edition, with everything that readers found in it.
"""

from __future__ import annotations

import uuid

from verder.guidance.models import AidStep, Publication, PublicationPart, PublicationState, Review

COLUMNS = (
    "title",
    "kind",
    "summary",
    "text",
    "experts_heard",
    "experts",
    "tlp",
    "written_by",
    "reviewed_by",
    "owner",
    "published_at",
    "review_on",
    "change",
    "edition",
)
SETS = ("contacts", "themes", "professions")
BELONGINGS = (PublicationPart, AidStep, Review)


class NoLongerPublished(Exception):
    """What the next edition was written for is not published any more."""


def take_place(draft: Publication, succeeded: Publication) -> Publication:
    """Put a next edition where the published one stands, and return the published piece with its new words."""
    live = Publication.objects.select_for_update(of=("self",)).get(pk=succeeded.pk)
    if live.state != PublicationState.PUBLISHED:
        raise NoLongerPublished
    draft.edition = live.edition + 1
    for column in COLUMNS:
        new, old = getattr(draft, column), getattr(live, column)
        setattr(live, column, new)
        setattr(draft, column, old)
    _exchange_belongings(draft, live)
    draft.state, draft.edition_of, draft.succeeds = PublicationState.EARLIER, live, None
    draft.version += 1
    draft.save()
    return live


def _exchange_belongings(one: Publication, other: Publication) -> None:
    """Give each what the other has; rows keep their keys, so one of the two waits elsewhere for a moment."""
    waiting = Publication.objects.create(
        slug=uuid.uuid4().hex, kind=one.kind, written_by=one.written_by, owner=one.owner
    )
    for source, goal in ((one, waiting), (other, one), (waiting, other)):
        for model in BELONGINGS:
            model.objects.filter(publication=source).update(publication=goal)
    waiting.delete()
    for name in SETS:
        theirs = list(getattr(one, name).all())
        getattr(one, name).set(getattr(other, name).all())
        getattr(other, name).set(theirs)
