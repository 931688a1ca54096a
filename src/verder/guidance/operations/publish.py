"""Writing guidance and publishing it, after a second person has read it.

A draft is in the hands of two: who wrote the latest version, and the second reader whom they asked. Each may write;
only the one who did not write the latest version may publish it.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from verder.audit.models import Event
from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.domain.decision_aid import Fault
from verder.domain.tlp import DEFAULT, Tlp
from verder.guidance.letters import please_read
from verder.guidance.models import Publication, PublicationKind, PublicationState
from verder.guidance.queries import aid_of, drafts_open_to, faults_of_aid, may_read_second
from verder.network.models import Person
from verder.network.standing import Standing
from verder.post.owe import owe
from verder.textcheck import CheckedText


class MayNotWrite(Exception):
    """Guidance is written by the secretariat and by members of bodies, and a draft by its two readers alone."""


class MayNotReadSecond(Exception):
    """A second reader is somebody of the secretariat or of a body, and not the writer."""


class NeedsASecondReader(Exception):
    """Whoever wrote the latest version does not publish it."""


class NotConfirmed(Exception):
    """The second reader has not confirmed that it repeats nothing of its sources."""


class LabelTooStrict(Exception):
    """Guidance is published for everyone with an account, or for everyone."""


class AidNotSound(Exception):
    """Its decision aid would leave a walker stuck: `faults` says where."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__(f"{len(found)} faults")
        self.faults = tuple(found)


class ReviewDateHasPassed(Exception):
    """The date on which it is looked at again lies after today."""


class ChangedMeanwhile(Exception):
    """A colleague changed or published it first."""


class DoneAlready(Exception):
    """The same form was sent before; what it did stands, on the publication with `key`."""

    def __init__(self, key: uuid.UUID) -> None:
        super().__init__(str(key))
        self.key = key


@dataclass(frozen=True, slots=True)
class Draft:
    """Guidance in words."""

    kind: PublicationKind
    title: CheckedText
    summary: CheckedText
    text: CheckedText


PUBLISHED_AS = frozenset({Tlp.CLEAR, Tlp.GREEN})


@transaction.atomic
def write(draft: Draft, *, standing: Standing, at: datetime, request_key: uuid.UUID | None = None) -> Publication:
    """Start a piece of guidance as a draft; raise MayNotWrite, or DoneAlready for a form that came in before."""
    if standing.person is None or not standing.is_in_the_community:
        raise MayNotWrite
    # Two clicks wait for each other here, so that the second one finds what the first one did.
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=standing.person.pk)
    refuse_second_click(request_key)
    publication = Publication.objects.create(
        slug=_free_slug(draft.title.text),
        title=draft.title.text,
        kind=draft.kind,
        summary=draft.summary.text,
        text=draft.text.text,
        written_by=standing.person,
    )
    _record(publication, "publication.written", standing, at=at, request_key=request_key)
    return publication


def _free_slug(title: str) -> str:
    slug = slugify(title)[:100].strip("-") or "stuk"
    taken = Publication.objects.filter(slug=slug).exists()
    return f"{slug}-{uuid.uuid4().hex[:6]}" if taken else slug


@transaction.atomic
def rewrite(
    key: uuid.UUID,
    draft: Draft,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Change a draft; who wrote it before reads it second, from now on.

    Raise Publication.DoesNotExist for who may not read it, ChangedMeanwhile when a colleague was first, and DoneAlready
    for a form that came in before.
    """
    publication, writer = hold(key, version, standing, request_key)
    take_pen(publication, writer)
    publication.kind, publication.title = draft.kind, draft.title.text
    publication.summary, publication.text = draft.summary.text, draft.text.text
    return save(publication, "publication.rewritten", standing, at=at, request_key=request_key)


@transaction.atomic
def ask_second_reader(
    key: uuid.UUID,
    reader: Person,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Ask somebody by mail to read a draft, who opens it from then on; raise MayNotReadSecond, or as `rewrite` does."""
    publication, _asker = hold(key, version, standing, request_key)
    if reader == publication.written_by or not may_read_second(reader, on=timezone.localdate(at)):
        raise MayNotReadSecond
    publication.reviewed_by = reader
    publication.version += 1
    publication.save()
    event = _record(publication, "publication.reader_asked", standing, at=at, request_key=request_key)
    if reader != standing.person:
        owe(please_read(publication.key), event=event.key, to=[reader.email], at=at)
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
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Publish a draft as its second reader, who confirms that it repeats nothing of its sources.

    A framework without a decision aid may be published, one with an aid that is not sound may not. Raise
    NeedsASecondReader, NotConfirmed, LabelTooStrict, ReviewDateHasPassed or AidNotSound, or as `rewrite` does.
    """
    publication, reader = hold(key, version, standing, request_key)
    if reader == publication.written_by:
        raise NeedsASecondReader
    if not repeats_nothing:
        raise NotConfirmed
    _refuse_release(tlp, review_on, today=timezone.localdate(at))
    if found := faults_of_aid(aid_of(publication)):
        raise AidNotSound(found)
    publication.tlp, publication.review_on, publication.reviewed_by = tlp, review_on, reader
    publication.state, publication.published_at = PublicationState.PUBLISHED, at
    return save(publication, "publication.published", standing, at=at, request_key=request_key)


def _refuse_release(tlp: Tlp, review_on: date, *, today: date) -> None:
    if tlp not in PUBLISHED_AS:
        raise LabelTooStrict
    if review_on <= today:
        raise ReviewDateHasPassed


@transaction.atomic
def take_back(
    key: uuid.UUID, *, version: int, standing: Standing, at: datetime, request_key: uuid.UUID | None = None
) -> Publication:
    """Make a draft of what was published, so that it can be mended; raise MayNotWrite outside the secretariat."""
    if standing.person is None or not standing.is_secretariat:
        raise MayNotWrite
    publication = Publication.objects.select_for_update(of=("self",)).get(key=key)
    refuse_second_click(request_key)
    if publication.version != version or publication.state != PublicationState.PUBLISHED:
        raise ChangedMeanwhile
    publication.state, publication.tlp = PublicationState.DRAFT, DEFAULT
    return save(publication, "publication.taken_back", standing, at=at, request_key=request_key)


def take_pen(publication: Publication, writer: Person) -> None:
    """Make somebody the writer of the latest version; who wrote it before reads it second, from now on."""
    if publication.written_by != writer:
        publication.written_by, publication.reviewed_by = writer, publication.written_by


def hold(key: uuid.UUID, version: int, standing: Standing, request_key: uuid.UUID | None) -> tuple[Publication, Person]:
    """Lock a draft for who changes it now; raise as `rewrite` does, or MayNotWrite."""
    if standing.person is None:
        raise MayNotWrite
    drafts = drafts_open_to(standing, with_published=True).select_related("written_by", "reviewed_by")
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
    _record(publication, action, standing, at=at, request_key=request_key)
    return publication


def _record(
    publication: Publication, action: str, standing: Standing, *, at: datetime, request_key: uuid.UUID | None
) -> Event:
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
