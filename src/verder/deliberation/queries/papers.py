"""What a meeting reads: the papers at items of an agenda, and its pack."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from verder.deliberation.models import Dilemma, ItemPaper, ItemPurpose, Meeting, MeetingPack, PackState
from verder.deliberation.queries.agenda import Point, agenda_as_members_get_it
from verder.deliberation.queries.meetings import looks_after
from verder.deliberation.queries.overview import field_of, unsolved_of
from verder.domain.tlp import Tlp
from verder.files.models import LookState
from verder.files.queries import READABLE
from verder.network.standing import Standing, any_member_of

MOST_PAPERS = 10
"""Papers with one item."""
_SEEN = ~Q(file__state=LookState.TO_LOOK_AT)


def papers_of(items: Iterable[uuid.UUID], *, may_keep: bool = False) -> list[ItemPaper]:
    """List the papers of items that the caller may read; who looks after the meeting also sees what waits for a look.

    Give it only items of which `is_told` is true.
    """
    papers = _kept().filter(Q() if may_keep else _SEEN, item__key__in=list(items))
    return list(papers.order_by("item__position", "position"))


def paper_of(item: uuid.UUID, key: uuid.UUID, *, may_keep: bool) -> ItemPaper:
    """Find a paper of an item that the caller may read; raise ItemPaper.DoesNotExist."""
    return _kept().filter(Q() if may_keep else _SEEN, item__key=item).get(file__key=key)


def paper_without_dilemma(key: uuid.UUID, standing: Standing) -> ItemPaper | None:
    """Find a paper at an item that is about no dilemma, for who looks after its meeting."""
    paper = _kept().select_related("item__meeting__body").filter(file__key=key, item__dilemma=None).first()
    return paper if paper and looks_after(standing, paper.item.meeting.body) else None


def is_told(point: Point) -> bool:
    """Tell whether a reader learns what an item is about; under TLP:RED nobody does, not even who may read it."""
    hides_dilemma = point.is_about_a_dilemma and (point.dilemma is None or point.dilemma.tlp == Tlp.RED)
    return not hides_dilemma and not (point.is_about_a_text and point.text is None)


def _kept() -> QuerySet[ItemPaper]:
    return ItemPaper.objects.select_related("file", "item").filter(READABLE)


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a pack, for any member of the body, and a fingerprint that differs once any of it does."""

    member: Standing
    points: tuple[Point, ...]
    papers: Mapping[uuid.UUID, tuple[ItemPaper, ...]]
    fingerprint: str

    @property
    def dilemmas(self) -> frozenset[int]:
        """The keys of the dilemmas of which it says something under their item."""
        return frozenset(point.dilemma.pk for point in self.points if point.dilemma and is_told(point))


def contents_of(meeting: Meeting) -> Contents:
    """Find out what goes into the pack of a meeting today."""
    member = any_member_of(meeting.body)
    points = tuple(agenda_as_members_get_it(meeting, member))
    papers: dict[uuid.UUID, tuple[ItemPaper, ...]] = {}
    for paper in papers_of(point.key for point in points if is_told(point)):
        papers[paper.item.key] = (*papers.get(paper.item.key, ()), paper)
    parts = (
        meeting.agenda_version,
        meeting.version,
        meeting.body.name,
        sorted(_versions(points)),
        [(point.key, point.number, point.state, point.dilemma, point.text) for point in points],
        [(paper.file.key, paper.title) for some in papers.values() for paper in some],
        _overviews(meeting, points, member),
    )
    return Contents(member, points, papers, hashlib.sha256(repr(parts).encode()).hexdigest())


def _versions(points: Iterable[Point]) -> Iterable[tuple[int, int]]:
    keys = [point.dilemma.pk for point in points if point.dilemma]
    return Dilemma.objects.filter(pk__in=keys).values_list("pk", "version")


def _overviews(meeting: Meeting, points: Iterable[Point], member: Standing) -> list[tuple[str, str]]:
    purposes = {point.purpose for point in points}
    said: list[tuple[str, str]] = []
    if ItemPurpose.UNSOLVED in purposes:
        said += [(one.title, f"{one.tlp} {one.rung}") for one in unsolved_of(meeting, member).shown]
    if ItemPurpose.FIELD in purposes:
        said += [(one.title, one.tlp) for one in field_of(meeting, member)]
    return said


def meeting_to_pack(key: uuid.UUID) -> Meeting:
    """Find the meeting of a pack for the job that makes it; raise Meeting.DoesNotExist."""
    return Meeting.objects.select_related("body").get(key=key)


def pack_of(meeting: Meeting) -> MeetingPack | None:
    """Return the pack of a meeting without its bytes, if one was asked for."""
    return MeetingPack.objects.defer("content").filter(meeting=meeting).first()


def made_pack(meeting: Meeting, contents: Contents) -> bytes:
    """Return the bytes of a pack that is made of these contents; raise MeetingPack.DoesNotExist."""
    packs = MeetingPack.objects.filter(meeting=meeting, state=PackState.DONE, fingerprint=contents.fingerprint)
    return bytes(packs.values_list("content", flat=True).get() or b"")
