"""Writing guidance and publishing it, after a second person has read it.

A draft is in the hands of who wrote the latest version, the second reader whom they asked, and its owner. Each may
write; only one who did not write the latest version may publish it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from verder.domain.decision_aid import Fault
from verder.domain.tlp import DEFAULT, Tlp
from verder.guidance.letters import please_read
from verder.guidance.models import Principle, Publication, PublicationKind, PublicationState, Review
from verder.guidance.operations.pen import (
    ChangedMeanwhile,
    MayNotWrite,
    hold,
    note,
    refuse_second_click,
    save,
    take_pen,
)
from verder.guidance.operations.succession import NoLongerPublished, take_place
from verder.guidance.queries import aid_of, contacts_of, current_principle, may_read_second, parts_of
from verder.guidance.readiness import Unready, what_is_missing, words_of
from verder.network.models import Person
from verder.network.queries import allowed_words
from verder.network.standing import Standing
from verder.post.owe import owe
from verder.textcheck import CheckedText, Dismissal, Level, TextNotClear, check, clear


class MayNotReadSecond(Exception):
    """A second reader is somebody of the secretariat or of a body, and not the writer."""


class NeedsASecondReader(Exception):
    """Whoever wrote the latest version does not publish it."""


class NotConfirmed(Exception):
    """The second reader has not confirmed that it repeats nothing of its sources and keeps to the shared principle."""


class PrincipleChanged(Exception):
    """The Platform set another version of the shared principle than the one the piece was held against."""


class NotReady(Exception):
    """Something that no piece can be published without is missing: `missing` says what."""

    def __init__(self, missing: Unready) -> None:
        super().__init__(f"{len(missing.lacks)} parts, {len(missing.needs)} needs")
        self.missing = missing


class WordsNotJudged(Exception):
    """The text check stops at words of it, and the second reader did not say that they may stand."""


class LabelTooStrict(Exception):
    """Guidance is published for everyone with an account, or for everyone."""


class AidNotSound(Exception):
    """Its decision aid would leave a walker stuck: `faults` says where."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__(f"{len(found)} faults")
        self.faults = tuple(found)


class ReviewDateHasPassed(Exception):
    """The date on which it is looked at again lies after today."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Guidance in words."""

    kind: PublicationKind
    title: CheckedText
    summary: CheckedText
    text: CheckedText


@dataclass(frozen=True, slots=True)
class Release:
    """What a second reader decides and confirms; `principle` is the version that the piece was held against."""

    tlp: Tlp
    review_on: date
    principle: int
    repeats_nothing: bool
    keeps_to_principle: bool
    words_may_stand: bool = False


TAKEN_BACK = frozenset({PublicationState.PUBLISHED, PublicationState.WITHDRAWN})
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
        owner=standing.person,
    )
    note(publication, "publication.written", standing, at=at, request_key=request_key)
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
    event = note(publication, "publication.reader_asked", standing, at=at, request_key=request_key)
    if reader != standing.person:
        owe(please_read(publication.key), event=event.key, to=[reader.email], at=at)
    return publication


@transaction.atomic
def publish(
    key: uuid.UUID,
    release: Release,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Publish a draft as its second reader, who confirms that it repeats nothing and keeps to the shared principle.

    A next edition takes the place of the one that stands, which stays to be read as an earlier one. A framework without
    a decision aid may be published, one with an aid that is not sound may not. Raise
    NeedsASecondReader, NotConfirmed, LabelTooStrict, ReviewDateHasPassed, AidNotSound, NotReady, PrincipleChanged or
    WordsNotJudged, or as `rewrite` does.
    """
    publication, reader = hold(key, version, standing, request_key)
    if reader == publication.written_by:
        raise NeedsASecondReader
    _refuse_release(release, today=timezone.localdate(at))
    principle = _refuse_unready(publication, release)
    Review.objects.create(
        publication=publication, version=version, principle=principle, reader=reader, holds=True, at=at
    )
    publication.tlp, publication.review_on, publication.reviewed_by = release.tlp, release.review_on, reader
    publication.published_at = at
    if publication.succeeds is not None:
        publication = _next_edition(publication, publication.succeeds)
    else:
        publication.state, publication.edition = PublicationState.PUBLISHED, publication.edition + 1
    return save(publication, "publication.published", standing, at=at, request_key=request_key)


def _next_edition(draft: Publication, succeeded: Publication) -> Publication:
    try:
        return take_place(draft, succeeded)
    except NoLongerPublished as gone:
        raise ChangedMeanwhile from gone


def _refuse_release(release: Release, *, today: date) -> None:
    if not (release.repeats_nothing and release.keeps_to_principle):
        raise NotConfirmed
    if release.tlp not in PUBLISHED_AS:
        raise LabelTooStrict
    if release.review_on <= today:
        raise ReviewDateHasPassed


def _refuse_unready(publication: Publication, release: Release) -> Principle:
    parts, aid, principle = parts_of(publication), aid_of(publication), current_principle()
    has_contacts = bool(contacts_of(publication))
    missing = what_is_missing(publication, parts=parts, aid=aid, has_contacts=has_contacts, principle=principle)
    if missing.faults:
        raise AidNotSound(missing.faults)
    if missing or principle is None:
        raise NotReady(missing)
    if principle.number != release.principle:
        raise PrincipleChanged
    _refuse_words(words_of(publication, parts, aid), may_stand=release.words_may_stand)
    return principle


def _refuse_words(texts: Iterable[str], *, may_stand: bool) -> None:
    """Check all words once more by the rules of today; a number that is proven to be one cannot stand at all."""
    allowed = allowed_words()
    for text in texts:
        stops = [finding for finding in check(text, allowed=allowed) if finding.level is Level.STOP]
        kept = [Dismissal(one.label, text[one.start : one.end], "judged") for one in stops] if may_stand else []
        try:
            clear(text, allowed=allowed, dismissals=kept)
        except TextNotClear as found:
            raise WordsNotJudged from found


@transaction.atomic
def take_back(
    key: uuid.UUID, *, version: int, standing: Standing, at: datetime, request_key: uuid.UUID | None = None
) -> Publication:
    """Make a draft of what was published or withdrawn, to be mended; raise MayNotWrite outside the secretariat."""
    if standing.person is None or not standing.is_secretariat:
        raise MayNotWrite
    publication = Publication.objects.select_for_update(of=("self",)).get(key=key)
    refuse_second_click(request_key)
    if publication.version != version or publication.state not in TAKEN_BACK:
        raise ChangedMeanwhile
    publication.state, publication.tlp = PublicationState.DRAFT, DEFAULT
    publication.withdrawn_because, publication.replaced_by = "", None
    return save(publication, "publication.taken_back", standing, at=at, request_key=request_key)
