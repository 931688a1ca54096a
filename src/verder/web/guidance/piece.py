"""A piece of guidance with everything in it, read once: what pages, paper and data are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from verder.guidance.queries import aid_of, contacts_of, parts_of
from verder.web.guidance.composing import composed
from verder.web.guidance.reading import Reading, read

if TYPE_CHECKING:
    from verder.domain.decision_aid import Aid
    from verder.domain.guidance_parts import Part
    from verder.guidance.models import Publication
    from verder.network.models import UrgentRoute


@dataclass(frozen=True)
class Piece:
    """The parts and the contacts of a publication; its decision aid and its text are read when asked for."""

    publication: Publication
    parts: list[Part]
    contacts: list[UrgentRoute]

    @cached_property
    def aid(self) -> Aid:
        """The decision aid, which has no steps when there is none."""
        return aid_of(self.publication)

    @cached_property
    def text(self) -> str:
        """The whole text as Markdown."""
        return composed(self.publication, self.parts)

    @cached_property
    def reading(self) -> Reading:
        """The whole text as a page shows it."""
        return read(self.text)


def piece_of(publication: Publication) -> Piece:
    """Read everything that a publication holds."""
    return Piece(publication, parts_of(publication), contacts_of(publication))
