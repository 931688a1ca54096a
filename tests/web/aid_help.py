"""Frameworks with a decision aid, for tests of pages."""

from __future__ import annotations

from datetime import timedelta

from tests.factories import checked
from tests.guidance.pieces import decided, made_ready
from tests.personas import secretary
from tests.web.guidance_help import NOW, TODAY, YEAR, written
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.guidance.operations.aid import AnswerWords, StepWords, set_aid
from verder.guidance.operations.publish import publish
from verder.network.standing import standing_of


def question(key: str, title: str, **leads_to: str) -> StepWords:
    """Make a question whose answers lead to steps."""
    answers = tuple(
        AnswerWords(checked(answer.replace("_", " ")), checked("Dan kijken wij verder"), step)
        for answer, step in leads_to.items()
    )
    return StepWords(key, checked(title), checked("Denk aan vandaag."), answers=answers)


def outcome(key: str, title: str) -> StepWords:
    """Make an outcome."""
    return StepWords(key, checked(title), checked("Doe dit vandaag."), is_outcome=True)


STEPS = (
    question("gevaar", "Is er nu gevaar?", Ja="bel", Nee="jong"),
    question("jong", "Is het een kind?", Ja="meldcode", Nee="advies"),
    outcome("bel", "Bel 112"),
    outcome("meldcode", "Volg de meldcode"),
    outcome("advies", "Vraag advies"),
)
LOOP = (question("wacht", "Is het al rustig?", Ja="klaar", Nee="wacht"), outcome("klaar", "Praat met elkaar"))
STUCK = (question("gevaar", "Is er nu gevaar?", Ja="bel", Nee="weg"), outcome("bel", "Bel 112"))


def draft_with(steps: tuple[StepWords, ...] = STEPS) -> Publication:
    """Write a framework with an aid."""
    draft = written("Wat kan ik vandaag doen?")
    standing = standing_of(draft.written_by, TODAY)
    return set_aid(draft.key, steps, version=draft.version, standing=standing, at=NOW)


def published_with(
    steps: tuple[StepWords, ...] = STEPS, *, tlp: Tlp = Tlp.CLEAR, ago: timedelta = timedelta(0)
) -> Publication:
    """Write a framework with an aid, and let somebody else publish it for a year."""
    draft, at = made_ready(draft_with(steps)), NOW - ago
    return publish(
        draft.key,
        decided(at.date() + YEAR, tlp),
        version=draft.version,
        standing=standing_of(secretary(), TODAY),
        at=at,
    )
