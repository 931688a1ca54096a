"""Writes and publishes the guidance of the example: its parts, its decision aid, and the principle it is held to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from verder.deliberation.operations import groups
from verder.deliberation.starter.stage import Stage, checked
from verder.deliberation.starter.steps import CLERK
from verder.deliberation.starter.texts import AidStepText, EvidenceText, GuidanceText, PartText, PrincipleText
from verder.domain.evidence import Thresholds
from verder.domain.guidance_parts import PartCode
from verder.domain.tlp import Tlp
from verder.guidance.models import PublicationKind
from verder.guidance.operations import publish
from verder.guidance.operations.aid import AnswerWords, StepWords, set_aid
from verder.guidance.operations.evidence import set_rules
from verder.guidance.operations.parts import Contents, PartWords, set_parts
from verder.guidance.operations.placing import place
from verder.guidance.operations.principle import set_principle
from verder.guidance.queries import current_principle
from verder.network.models import UrgentRoute
from verder.network.queries import professions, themes, urgent_routes

SECOND_READER = "secretariaat-2"


def set_shared_principle(stage: Stage, text: PrincipleText, at: datetime) -> None:
    """Write down the principle that all guidance of the example is held against."""
    standing = stage.as_actor(CLERK, at).standing
    set_principle(checked(text.text.strip()), checked(text.reason), seen=0, standing=standing, at=at)


def set_rules_of_evidence(stage: Stage, text: EvidenceText, at: datetime) -> None:
    """Write down from when guidance of the example is tried and proven."""
    thresholds = Thresholds(text.used, text.helped, text.percent, text.percent_to_stay)
    set_rules(thresholds, checked(text.reason), seen=0, standing=stage.as_actor(CLERK, at).standing, at=at)


def write(stage: Stage, text: GuidanceText, at: datetime) -> None:
    """Write one piece as the clerk, and make it the product of its group."""
    draft = publish.Draft(
        PublicationKind(text.kind), checked(text.title), checked(text.summary), checked(text.text.strip())
    )
    standing = stage.as_actor(CLERK, at).standing
    publication = publish.write(draft, standing=standing, at=at)
    publication = set_parts(publication.key, _contents(text), version=publication.version, standing=standing, at=at)
    if text.aid:
        publication = set_aid(publication.key, _aid(text.aid), version=publication.version, standing=standing, at=at)
    publication = place(
        publication.key,
        themes=[theme for theme in themes() if theme.name in text.themes],
        professions=[profession for profession in professions() if profession.name in text.professions],
        version=publication.version,
        standing=standing,
        at=at,
    )
    if text.group in stage.groups:
        groups.add_product(stage.groups[text.group], publication, actor=stage.as_actor(CLERK, at), at=at)
    stage.publications[text.group] = publication


def release(stage: Stage, text: GuidanceText, at: datetime) -> None:
    """Publish one piece as its second reader."""
    draft, principle = stage.publications[text.group], current_principle()
    decided = publish.Release(
        tlp=Tlp.CLEAR,
        review_on=at.date() + timedelta(days=text.review_after),
        principle=principle.number if principle else 0,
        repeats_nothing=True,
        keeps_to_principle=True,
    )
    standing = stage.as_actor(SECOND_READER, at).standing
    stage.publications[text.group] = publish.publish(
        draft.key, decided, version=draft.version, standing=standing, at=at
    )


def _contents(text: GuidanceText) -> Contents:
    contacts = _contacts(text.contacts)
    return Contents(list(_parts(text.parts)), contacts, experts_heard=False, experts=checked(text.experts))


def _parts(texts: Sequence[PartText]) -> Iterator[PartWords]:
    numbers: dict[str, int] = {}
    for text in texts:
        numbers[text.code] = numbers.get(text.code, 0) + 1
        yield PartWords(
            PartCode(text.code),
            numbers[text.code],
            checked(text.text.strip()),
            checked(text.heading),
            checked(text.source),
            checked(text.read_by),
            ask_privacy_officer=text.ask_privacy_officer,
        )


def _contacts(names: Sequence[str]) -> list[UrgentRoute]:
    """Find the routes with these names, or all of them where the office gave them other names."""
    routes = urgent_routes()
    named = [route for route in routes if route.name in names]
    return named or (routes if names else [])


def _aid(steps: Sequence[AidStepText]) -> list[StepWords]:
    return [
        StepWords(step.key, checked(step.title), checked(step.text), step.outcome, tuple(map(_answer, step.answers)))
        for step in steps
    ]


def _answer(answer: Mapping[str, str]) -> AnswerWords:
    return AnswerWords(checked(answer["text"]), checked(answer.get("hint", "")), answer["to"])
