"""Where the forms of a piece are found: page, paper and walk of what holds now, or of an earlier edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from verder.guidance.models import Publication


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one edition."""

    page: str
    pdf: str
    steps: str
    steps_pdf: str
    scheme: str


def addresses_of(publication: Publication) -> Addresses:
    """Return the addresses of what holds now, or of an earlier edition, which stand below those of what holds now."""
    if publication.edition_of is None:
        return _addresses("guidance", publication.slug)
    return _addresses("guidance-earlier", publication.edition_of.slug, publication.edition)


def _addresses(name: str, *arguments: str | int) -> Addresses:
    pdf, steps, steps_pdf, scheme = (f"{name}-{form}" for form in ("pdf", "steps", "steps-pdf", "scheme"))
    return Addresses(*(reverse(one, args=arguments) for one in (name, pdf, steps, steps_pdf, scheme)))
