"""The steps that a reader can take now, and why the others are shut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from verder.domain.ladder import Refusal, Step
from verder.domain.rungs import Need
from verder.web.dilemmas.refusals import why_not
from verder.web.dilemmas.steps.registry import STEP_PAGES
from verder.web.words import SELDOM
from verder.web.words.dossier import TURNS
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.deliberation.queries.situation import Situation


@dataclass(frozen=True, slots=True)
class Opening:
    """A step with its button and what it does; or, without an address, why it is shut."""

    title: str
    text: str
    address: str = ""
    is_expected: bool = False


def open_steps(situation: Situation) -> tuple[Opening, ...]:
    """List the steps that the reader can take now: what is expected and prepared first, withdrawing last."""
    found = [step for step, verdict in situation.verdicts() if verdict and step.name in STEP_PAGES]
    found.sort(
        key=lambda step: (
            step.name == "withdraw",
            step.name in SELDOM,
            situation.responsible not in step.taken_by,
            not _prepared(step),
        )
    )
    return tuple(
        Opening(
            str(STEP[step.name].button),
            str(STEP[step.name].does),
            reverse("dilemma-step", args=[situation.dilemma.number, step.name]),
            is_expected=step.name not in SELDOM,
        )
        for step in found
    )


def _prepared(step: Step) -> bool:
    return Need.SHARED_VERSION in step.needs


def shut_steps(situation: Situation) -> tuple[Opening, ...]:
    """List the steps that lead on from here but are shut for this reader, each with the reason."""
    if looks_on(situation):
        return ()
    return tuple(
        Opening(str(STEP[step.name].button), why_not(step, verdict, situation))
        for step, verdict in situation.verdicts()
        if verdict.refusal not in {None, Refusal.NOT_FROM_HERE}
    )


def looks_on(situation: Situation) -> bool:
    """Tell whether every step from here is taken by others: then a list of what is shut would say one thing often."""
    refusals = {verdict.refusal for _step, verdict in situation.verdicts()}
    return refusals <= {Refusal.NOT_YOURS, Refusal.NOT_FROM_HERE}


def whose_turn(situation: Situation) -> Promise | str:
    """Say to a reader who looks on who takes the next step, and how; empty for anyone else and after an end."""
    return TURNS[situation.responsible] if situation.responsible and looks_on(situation) else ""
