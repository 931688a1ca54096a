"""What a draft still lacks before it can be published, and all its words that readers would see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verder.domain.decision_aid import Aid, Fault
from verder.domain.guidance_parts import Lack, Part, lacks
from verder.guidance.models import Principle, Publication, PublicationKind
from verder.guidance.queries import faults_of_aid


class Need(StrEnum):
    """What a draft waits for, besides its parts and its aid."""

    EXPERTS = "experts"
    OWNER = "owner"
    PRINCIPLE = "principle"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Unready:
    """Everything that keeps a draft from being published; false when there is nothing."""

    lacks: tuple[Lack, ...]
    faults: tuple[Fault, ...]
    needs: tuple[Need, ...]

    def __bool__(self) -> bool:
        """Tell whether something is missing."""
        return bool(self.lacks or self.faults or self.needs)


def what_is_missing(
    publication: Publication, *, parts: list[Part], aid: Aid, has_contacts: bool, principle: Principle | None
) -> Unready:
    """Find what keeps a draft from being published, whoever its second reader is."""
    kind = PublicationKind(publication.kind)
    found = lacks(kind, parts, has_contacts=has_contacts)
    return Unready(tuple(found), tuple(faults_of_aid(aid)), tuple(_needs(publication, principle)))


def _needs(publication: Publication, principle: Principle | None) -> Iterator[Need]:
    if publication.experts_heard is None or not publication.experts:
        yield Need.EXPERTS
    if not publication.owner.is_active:
        yield Need.OWNER
    if principle is None:
        yield Need.PRINCIPLE
    if publication.returned_id is not None:
        yield Need.RETURNED


def words_of(publication: Publication, parts: list[Part], aid: Aid) -> Iterator[str]:
    """Return everything in a piece that readers will see and that somebody typed, for the text check."""
    yield from (publication.title, publication.summary, publication.experts, publication.change)
    for part in parts:
        yield from (part.heading, part.text, part.source, part.read_by)
    for step in aid.steps:
        yield from (step.title, step.text)
        for answer in step.answers:
            yield from (answer.text, answer.hint)
