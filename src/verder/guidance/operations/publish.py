"""Writing guidance and publishing it, after a second person has read it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from verder.audit.record import Happening, record
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind, PublicationState
from verder.network.models import Person
from verder.network.standing import Standing
from verder.textcheck import CheckedText


class MayNotWrite(Exception):
    """Guidance is written by the secretariat and by members of bodies."""


class NeedsASecondReader(Exception):
    """Whoever wrote it does not review it."""


class NotConfirmed(Exception):
    """The reviewer has not confirmed that it repeats nothing of its sources."""


class LabelTooStrict(Exception):
    """Guidance is published for everyone with an account, or for everyone."""


class ReviewDateHasPassed(Exception):
    """The date on which it is looked at again lies after today."""


class ChangedMeanwhile(Exception):
    """A colleague changed or published it first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Guidance in words."""

    kind: PublicationKind
    title: CheckedText
    summary: CheckedText
    text: CheckedText


PUBLISHED_AS = frozenset({Tlp.CLEAR, Tlp.GREEN})


@transaction.atomic
def write(draft: Draft, *, standing: Standing, at: datetime) -> Publication:
    """Start a piece of guidance as a draft."""
    if standing.person is None or not (standing.is_secretariat or standing.is_in_the_community):
        raise MayNotWrite
    publication = Publication.objects.create(
        slug=_free_slug(draft.title.text),
        title=draft.title.text,
        kind=draft.kind,
        summary=draft.summary.text,
        text=draft.text.text,
        written_by=standing.person,
    )
    _record(publication, "publication.written", standing.person, at=at)
    return publication


def _free_slug(title: str) -> str:
    slug = slugify(title)[:100] or "stuk"
    taken = Publication.objects.filter(slug=slug).exists()
    return f"{slug}-{uuid.uuid4().hex[:6]}" if taken else slug


@transaction.atomic
def rewrite(key: uuid.UUID, draft: Draft, *, version: int, standing: Standing, at: datetime) -> Publication:
    """Change a draft; raise ChangedMeanwhile when a colleague was first, MayNotWrite for others than its writers."""
    publication = _hold(key, version)
    if standing.person is None or not (standing.is_secretariat or standing.person == publication.written_by):
        raise MayNotWrite
    publication.kind, publication.title = draft.kind, draft.title.text
    publication.summary, publication.text = draft.summary.text, draft.text.text
    publication.version += 1
    publication.save()
    _record(publication, "publication.rewritten", standing.person, at=at)
    return publication


@transaction.atomic
def publish(
    key: uuid.UUID,
    *,
    version: int,
    tlp: Tlp,
    review_on: date,
    repeats_nothing: bool,
    standing: Standing,
    at: datetime,
) -> Publication:
    """Publish a draft as its second reader, who confirms that it repeats nothing of its sources."""
    publication = _hold(key, version)
    _refuse(publication, tlp, review_on, standing, repeats_nothing=repeats_nothing, at=at)
    publication.tlp, publication.review_on = tlp, review_on
    publication.state, publication.published_at = PublicationState.PUBLISHED, at
    publication.reviewed_by = standing.person
    publication.version += 1
    publication.save()
    _record(publication, "publication.published", standing.person, at=at)
    return publication


def _refuse(
    publication: Publication, tlp: Tlp, review_on: date, standing: Standing, *, repeats_nothing: bool, at: datetime
) -> None:
    if not (standing.is_secretariat or standing.is_in_the_community):
        raise MayNotWrite
    if standing.person == publication.written_by:
        raise NeedsASecondReader
    if not repeats_nothing:
        raise NotConfirmed
    if tlp not in PUBLISHED_AS:
        raise LabelTooStrict
    if review_on <= at.date():
        raise ReviewDateHasPassed


def _hold(key: uuid.UUID, version: int) -> Publication:
    publication = Publication.objects.select_for_update().get(key=key)
    if publication.version != version or publication.state != PublicationState.DRAFT:
        raise ChangedMeanwhile
    return publication


def _record(publication: Publication, action: str, person: Person | None, *, at: datetime) -> None:
    happening = Happening(
        action=action,
        party="account",
        actor=person.opaque_id if person else None,
        subject_kind="publication",
        subject=publication.key,
    )
    record(happening, at=at)
