"""Giving an action framework its decision aid, whole: what was there before goes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.guidance.models import AidAnswer, AidStep, Publication, PublicationKind
from verder.guidance.operations.pen import hold, save, take_pen
from verder.network.models import Person
from verder.network.standing import Standing
from verder.textcheck import CheckedText


class NotAFramework(Exception):
    """Only an action framework has a decision aid."""


class KeysNotApart(Exception):
    """Two steps of the aid have the same key, so that an answer cannot tell which it leads to."""


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer in words, and the key of the step that it leads to; empty when that is not yet chosen."""

    text: CheckedText
    hint: CheckedText
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A question with its answers in words, or an outcome."""

    key: str
    title: CheckedText
    text: CheckedText
    is_outcome: bool = False
    answers: tuple[AnswerWords, ...] = ()


@transaction.atomic
def set_aid(
    key: uuid.UUID,
    steps: Sequence[StepWords],
    *,
    version: int,
    standing: Standing,
    at: datetime,
    request_key: uuid.UUID | None = None,
) -> Publication:
    """Give a draft this decision aid, sound or not yet; no steps take the aid away.

    Who sets it wrote the latest version. Raise NotAFramework or KeysNotApart, or as `rewrite` does.
    """
    publication, writer = hold_framework(key, version, standing, request_key)
    if len({step.key for step in steps}) != len(steps):
        raise KeysNotApart
    publication.aid_steps.all().delete()
    _put(publication, steps)
    take_pen(publication, writer)
    return save(publication, "publication.aid_set", standing, at=at, request_key=request_key)


def hold_framework(
    key: uuid.UUID, version: int, standing: Standing, request_key: uuid.UUID | None
) -> tuple[Publication, Person]:
    """Lock a draft whose decision aid somebody changes now; raise NotAFramework, or as `hold` does."""
    publication, writer = hold(key, version, standing, request_key)
    if publication.kind != PublicationKind.ACTION_FRAMEWORK:
        raise NotAFramework
    return publication, writer


def answer_rows(step: AidStep, answers: Iterable[AnswerWords]) -> Iterator[AidAnswer]:
    """Make the rows of a step's answers, in their order."""
    for position, answer in enumerate(answers, 1):
        yield AidAnswer(
            step=step, position=position, text=answer.text.text, hint=answer.hint.text, leads_to=answer.leads_to
        )


def _put(publication: Publication, steps: Sequence[StepWords]) -> None:
    rows = AidStep.objects.bulk_create(
        AidStep(
            publication=publication,
            key=step.key,
            position=position,
            title=step.title.text,
            text=step.text.text,
            is_outcome=step.is_outcome,
        )
        for position, step in enumerate(steps, 1)
    )
    AidAnswer.objects.bulk_create(
        answer for row, step in zip(rows, steps, strict=True) for answer in answer_rows(row, step.answers)
    )
