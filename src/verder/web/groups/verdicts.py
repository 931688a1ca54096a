"""A dilemma as it stands on its group's page, with the verdicts that this reader can give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.models import WorkingGroup
from verder.deliberation.queries.groups import Served
from verder.domain.ladder import steps_from
from verder.domain.rungs import Party, Rung
from verder.domain.tlp import Tlp, strictest
from verder.web.words import RUNG_WORDS
from verder.web.words.steps import STEP

NEAR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A way to end a group's work on a dilemma: its button and where that leads."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Work:
    """One dilemma that a group serves or served; without a number for who may not read it."""

    question: str
    number: str = ""
    tlp: str = ""
    where: str = ""
    verdicts: tuple[Verdict, ...] = ()


def label_of(served: Iterable[Served]) -> Tlp:
    """Return the strictest label of a group's dilemmas, which its assignment inherits."""
    return strictest(Tlp(one.line.tlp) for one in served if one.line)


def date_for_verdict(served: Iterable[Served], *, on: date) -> date | None:
    """Return the day by which the group says what comes of a dilemma, when that is near or past; else None."""
    days = [one.line.next_date for one in served if one.is_under_way and one.line and one.line.next_date]
    nearest = min(days, default=None)
    return nearest if nearest and nearest <= on + NEAR else None


def stay_is_over(group: WorkingGroup, *, on: date) -> bool:
    """Tell whether a group that runs was let stay until a day that has passed."""
    return group.ended_at is None and group.structural_until is not None and group.structural_until < on


def work_on(served: Served, *, may_judge: bool) -> Work:
    """Say where a dilemma is, and which verdicts can be given on it; under TLP:RED without its words."""
    line = served.line
    if line is None:
        return Work(_("Vertrouwelijk dilemma"))
    rung = Rung(line.rung)
    return Work(
        question=_("Vertrouwelijk dilemma") if line.tlp == Tlp.RED else line.question or line.number,
        number=line.number,
        tlp=line.tlp,
        where=str(RUNG_WORDS[rung].title),
        verdicts=_verdicts(line.number, rung) if may_judge and served.is_under_way else (),
    )


def _verdicts(number: str, rung: Rung) -> tuple[Verdict, ...]:
    return tuple(
        Verdict(str(STEP[step.name].button), reverse("dilemma-step", args=[number, step.name]))
        for step in steps_from(rung)
        if step.taken_by == {Party.WORKING_GROUP}
    )
