"""A dilemma as it stands on its group's page, with the verdicts that this reader can give."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from verder.deliberation.models import Dilemma, WorkingGroup
from verder.domain.ladder import steps_from
from verder.domain.rungs import Party, Rung
from verder.network.standing import Standing
from verder.web.words import RUNG_WORDS
from verder.web.words.steps import STEP


@dataclass(frozen=True, slots=True)
class Verdict:
    """A way to end a group's work on a dilemma: its button and where that leads."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Work:
    """One dilemma that a group serves or served."""

    number: str
    question: str
    tlp: str
    where: str
    verdicts: tuple[Verdict, ...]


def work_on(dilemma: Dilemma, group: WorkingGroup, visitor: Standing) -> Work:
    """Say where a dilemma is, and which verdicts the visitor can give on it."""
    return Work(
        number=dilemma.number,
        question=dilemma.shared.question,
        tlp=dilemma.tlp,
        where=str(RUNG_WORDS[Rung(dilemma.rung)].title),
        verdicts=_verdicts(dilemma) if visitor.is_secretariat or group.body_id in visitor.led_groups else (),
    )


def _verdicts(dilemma: Dilemma) -> tuple[Verdict, ...]:
    if dilemma.rung != Rung.WORKING_GROUP:
        return ()
    return tuple(
        Verdict(str(STEP[step.name].button), reverse("dilemma-step", args=[dilemma.number, step.name]))
        for step in steps_from(Rung.WORKING_GROUP)
        if step.taken_by == {Party.WORKING_GROUP}
    )
