"""Beginning the next edition of what is published, and withdrawing a piece."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from verder.guidance.models import AidAnswer, AidStep, Publication, PublicationPart, PublicationState
from verder.guidance.operations.pen import ChangedMeanwhile, MayNotWrite, note, refuse_second_click, save
from verder.guidance.operations.succession import SETS
from verder.guidance.queries import may_begin_next
from verder.network.models import Person
from verder.network.standing import Standing
from verder.textcheck import CheckedText


class BegunAlready(Exception):
    """Somebody writes the next edition already."""


@transaction.atomic
def begin_next(
    key: uuid.UUID,
    change: CheckedText,
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Start a draft of the next edition with all that the published one holds, which readers keep until then.

    `change` says what will change and why. Raise MayNotWrite, Publication.DoesNotExist, ChangedMeanwhile, BegunAlready
    or DoneAlready.
    """
    live, writer = _hold_published(key, version, standing, request_key)
    if not may_begin_next(standing, live):
        raise MayNotWrite
    if Publication.objects.filter(succeeds=live).exists():
        raise BegunAlready
    draft = Publication.objects.create(
        slug=f"{live.slug[:100]}-{uuid.uuid4().hex[:6]}",
        title=live.title,
        kind=live.kind,
        summary=live.summary,
        text=live.text,
        experts_heard=live.experts_heard,
        experts=live.experts,
        change=change.text,
        written_by=writer,
        owner=live.owner,
        succeeds=live,
    )
    _copy_belongings(live, draft)
    note(draft, "publication.next_begun", standing, at=at, request_key=request_key)
    return draft


def _copy_belongings(live: Publication, draft: Publication) -> None:
    for name in SETS:
        getattr(draft, name).set(getattr(live, name).all())
    parts = list(live.parts.all())
    for part in parts:
        part.pk, part.publication = None, draft
    PublicationPart.objects.bulk_create(parts)
    steps = list(live.aid_steps.prefetch_related("answers"))
    answers = [(step, answer) for step in steps for answer in step.answers.all()]
    for step in steps:
        step.pk, step.publication = None, draft
    AidStep.objects.bulk_create(steps)
    for step, answer in answers:
        answer.pk, answer.step = None, step
    AidAnswer.objects.bulk_create(answer for _step, answer in answers)


@transaction.atomic
def withdraw(
    key: uuid.UUID,
    reason: CheckedText,
    *,
    replaced_by: Publication | None,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Withdraw a piece: its page says why, and what replaces it. Raise MayNotWrite outside the secretariat."""
    live, _clerk = _hold_published(key, version, standing, request_key)
    if not standing.is_secretariat:
        raise MayNotWrite
    live.state, live.withdrawn_because = PublicationState.WITHDRAWN, reason.text
    live.replaced_by = replaced_by
    return save(live, "publication.withdrawn", standing, at=at, request_key=request_key)


def _hold_published(
    key: uuid.UUID, version: int, standing: Standing, request_key: uuid.UUID | None
) -> tuple[Publication, Person]:
    if standing.person is None:
        raise MayNotWrite
    live = Publication.objects.select_for_update(of=("self",)).get(key=key)
    refuse_second_click(request_key)
    if live.version != version or live.state != PublicationState.PUBLISHED:
        raise ChangedMeanwhile
    return live, standing.person
