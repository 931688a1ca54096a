"""Telling how it went with published guidance. Nothing of the reader who tells it is kept, in no table."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from verder.audit.record import Happening, record
from verder.guidance.letters import a_reader_told
from verder.guidance.models import Feedback, Publication, Verdict
from verder.guidance.operations.pen import refuse_second_click
from verder.guidance.queries import feedback_on, published
from verder.network.standing import Standing
from verder.post.owe import owe
from verder.textcheck import CheckedText

READER = "reader"


@transaction.atomic
def tell(
    slug: str,
    verdict: Verdict,
    *,
    why: CheckedText,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Feedback:
    """Keep what a reader tells of a published piece, and tell its owner, by at most one letter a day.

    Raise Publication.DoesNotExist for who may not read the piece, and DoneAlready for a form that came in before.
    """
    # Two clicks wait for each other here, and so do two readers who are each the first of the day.
    readable = published(standing).select_related("owner").select_for_update(of=("self",), no_key=True)
    publication = readable.get(slug=slug)
    refuse_second_click(request_key)
    today = timezone.localdate(at)
    is_first_today = not feedback_on(publication).filter(told_on=today).exists()
    feedback = Feedback.objects.create(
        publication=publication, edition=publication.edition, verdict=verdict, why=why.text, told_on=today
    )
    event = record(_told(publication, request_key), at=at)
    if is_first_today and publication.owner.is_active:
        owe(a_reader_told(publication.key), event=event.key, to=[publication.owner.email], at=at)
    return feedback


def _told(publication: Publication, request_key: uuid.UUID | None) -> Happening:
    """Say that a reader told something, and not which reader, even when they are signed in."""
    return Happening(
        action="publication.feedback_given",
        party=READER,
        subject_kind="publication",
        subject=publication.key,
        request_key=request_key,
    )
