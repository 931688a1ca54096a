"""Writing a decision aid step by step: adding one, changing one, taking one away, and saying where one begins."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from verder.guidance.models import AidAnswer, AidStep, Publication
from verder.guidance.operations.aid import AnswerWords, answer_rows, hold_framework
from verder.guidance.operations.pen import save, take_pen
from verder.network.models import Person
from verder.network.standing import Standing
from verder.textcheck import CheckedText

MOST_STEPS = 60
KEY_LENGTH = 32


class NoSuchStep(Exception):
    """The aid has no step of this key: it was taken away meanwhile, or was never there."""


class StillLedTo(Exception):
    """Answers of other steps lead to this one; `titles` says of which."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.titles = tuple(titles)


class TooManySteps(Exception):
    """An aid of more steps than this is walked by nobody."""


@dataclass(frozen=True, slots=True)
class StepText:
    """A step in words: a question with its answers, or an outcome, of which answers are left out."""

    title: CheckedText
    text: CheckedText
    is_outcome: bool
    answers: tuple[AnswerWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, as of which version, when, and with which form."""

    version: int
    standing: Standing
    at: datetime
    request_key: uuid.UUID


@transaction.atomic
def add_step(key: uuid.UUID, words: StepText, *, pen: Pen, after: tuple[str, int] | None = None) -> str:
    """Add a step, and let answer `after` (a step's key, and the answer counted from 1) lead to it; return its key.

    Raise NoSuchStep, TooManySteps, NotAFramework, or as `rewrite` does.
    """
    publication, writer = _hold(key, pen)
    keys = list(publication.aid_steps.values_list("key", flat=True))
    if len(keys) >= MOST_STEPS:
        raise TooManySteps
    last = publication.aid_steps.order_by("position").last()
    step = AidStep(publication=publication, key=_free_key(words.title.text, keys))
    step.position = last.position + 1 if last else 1
    _write(step, words, [*keys, step.key])
    if after is not None:
        led = AidAnswer.objects.filter(step__publication=publication, step__key=after[0], position=after[1])
        if not led.update(leads_to=step.key):
            raise NoSuchStep
    _keep(publication, writer, "publication.aid_step_added", pen)
    return step.key


@transaction.atomic
def change_step(key: uuid.UUID, step: str, words: StepText, *, pen: Pen) -> None:
    """Give a step other words and answers; raise NoSuchStep, NotAFramework, or as `rewrite` does."""
    publication, writer = _hold(key, pen)
    found = _find(publication, step)
    _write(found, words, list(publication.aid_steps.values_list("key", flat=True)))
    _keep(publication, writer, "publication.aid_step_changed", pen)


@transaction.atomic
def remove_step(key: uuid.UUID, step: str, *, pen: Pen) -> None:
    """Take a step away; raise StillLedTo while answers of others lead to it, NoSuchStep, or as `rewrite` does."""
    publication, writer = _hold(key, pen)
    found = _find(publication, step)
    leading = publication.aid_steps.filter(answers__leads_to=step).exclude(pk=found.pk).distinct()
    if leading:
        raise StillLedTo([one.title for one in leading])
    found.delete()
    _keep(publication, writer, "publication.aid_step_removed", pen)


@transaction.atomic
def begin_with(key: uuid.UUID, step: str, *, pen: Pen) -> None:
    """Let everybody begin at a step; raise NoSuchStep, NotAFramework, or as `rewrite` does."""
    publication, writer = _hold(key, pen)
    first = _find(publication, step)
    others = publication.aid_steps.exclude(pk=first.pk).order_by("position")
    in_order = [first, *others]
    for start in (MOST_STEPS * 2, 1):  # two rounds, since two steps never share a place
        for position, one in enumerate(in_order, start):
            AidStep.objects.filter(pk=one.pk).update(position=position)
    _keep(publication, writer, "publication.aid_begins", pen)


def _hold(key: uuid.UUID, pen: Pen) -> tuple[Publication, Person]:
    return hold_framework(key, pen.version, pen.standing, pen.request_key)


def _find(publication: Publication, step: str) -> AidStep:
    found = publication.aid_steps.filter(key=step).first()
    if found is None:
        raise NoSuchStep
    return found


def _write(step: AidStep, words: StepText, keys: Sequence[str]) -> None:
    answers = () if words.is_outcome else words.answers
    if any(answer.leads_to and answer.leads_to not in keys for answer in answers):
        raise NoSuchStep
    step.title, step.text, step.is_outcome = words.title.text, words.text.text, words.is_outcome
    step.save()
    step.answers.all().delete()
    AidAnswer.objects.bulk_create(answer_rows(step, answers))


def _keep(publication: Publication, writer: Person, action: str, pen: Pen) -> None:
    take_pen(publication, writer)
    save(publication, action, pen.standing, at=pen.at, request_key=pen.request_key)


def _free_key(title: str, taken: Sequence[str]) -> str:
    """Make a key of a title that no other step has."""
    base = slugify(title)[:KEY_LENGTH].strip("-") or "stap"
    numbered = (f"{base}-{number}" for number in range(2, MOST_STEPS + 2))
    return next(key for key in (base, *numbered) if key not in taken)
