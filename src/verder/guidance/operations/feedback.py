"""Telling how it went with published guidance. Who tells it is kept nowhere: no reader, and no organisation."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from verder.audit.record import Happening, record
from verder.guidance.letters import a_reader_told
from verder.guidance.models import Feedback, Publication, Verdict
from verder.guidance.operations.evidence import weigh
from verder.guidance.operations.pen import refuse_second_click
from verder.guidance.queries import feedback_on, published, who_answers_for
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
    voice: str = "",
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Feedback:
    """Keep what a reader tells of a published piece, and tell who answers for it, by at most one letter a day.

    A `voice` says that it came through a personal link; what the same voice told of this piece before gives way.
    Raise Publication.DoesNotExist for who may not read the piece, and DoneAlready for a form that came in before.
    """
    # Two clicks wait for each other here, and so do two readers who are each the first of the day.
    readable = published(standing).select_related("owner").select_for_update(of=("self",), no_key=True)
    publication = readable.get(slug=slug)
    refuse_second_click(request_key)
    today = timezone.localdate(at)
    is_first_today = not feedback_on(publication).filter(told_on=today).exists()
    if voice:
        feedback_on(publication).filter(voice=voice).delete()
    feedback = Feedback.objects.create(
        publication=publication,
        edition=publication.edition,
        verdict=verdict,
        why=why.text,
        told_on=today,
        voice=voice,
    )
    if voice:
        weigh(publication, at=at)
    event = record(_told(publication, request_key), at=at)
    if is_first_today:
        owe(a_reader_told(publication.key), event=event.key, to=who_answers_for(publication, on=today), at=at)
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
