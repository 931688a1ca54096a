"""Writing the parts of a draft, whole: what was there before goes."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.domain.guidance_parts import PartCode
from verder.guidance.models import Publication, PublicationPart
from verder.guidance.operations.pen import hold, save, take_pen
from verder.network.models import UrgentRoute
from verder.network.standing import Standing
from verder.textcheck import CheckedText


@dataclass(frozen=True, slots=True)
class PartWords:
    """A part, or one row of it, in words."""

    code: PartCode
    number: int
    text: CheckedText
    heading: CheckedText | None = None
    source: CheckedText | None = None
    read_by: CheckedText | None = None
    ask_privacy_officer: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a piece holds besides what it opens with and its decision aid."""

    parts: Sequence[PartWords]
    contacts: Sequence[UrgentRoute]
    experts_heard: bool | None
    """Whether experts by experience were heard; None as long as nobody said so."""
    experts: CheckedText


@transaction.atomic
def set_parts(
    key: uuid.UUID,
    contents: Contents,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Give a draft these parts, done or not yet; who sets them wrote the latest version. Raise as `rewrite` does."""
    publication, writer = hold(key, version, standing, request_key)
    publication.parts.all().delete()
    PublicationPart.objects.bulk_create(_row(publication, part) for part in contents.parts)
    publication.contacts.set(contents.contacts)
    publication.experts_heard, publication.experts = contents.experts_heard, contents.experts.text
    take_pen(publication, writer)
    return save(publication, "publication.parts_set", standing, at=at, request_key=request_key)


def _row(publication: Publication, part: PartWords) -> PublicationPart:
    return PublicationPart(
        publication=publication,
        code=part.code,
        number=part.number,
        text=part.text.text,
        heading=_words(part.heading),
        source=_words(part.source),
        read_by=_words(part.read_by),
        ask_privacy_officer=part.ask_privacy_officer,
    )


def _words(given: CheckedText | None) -> str:
    return given.text if given else ""
