"""Whatever way one walks through the decision aids of the example, it is printed on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from verder.deliberation.starter.reading import guidance, routes
from verder.deliberation.starter.texts import GuidanceText
from verder.domain.decision_aid import Aid, Answer, Step, Walk, walk
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind
from verder.network.models import UrgentRoute
from verder.web.guidance.printed import walk_on_paper

WITH_AID = [text for text in guidance() if text.aid]
LONG_AGO = date(2020, 1, 1)
"""A piece past its date carries its mark and its warning: the page is fullest then."""


def aid_in(text: GuidanceText) -> Aid:
    return Aid(
        tuple(
            Step(
                step.key,
                step.title,
                step.text,
                step.outcome,
                tuple(Answer(answer["text"], answer["to"], answer.get("hint", "")) for answer in step.answers),
            )
            for step in text.aid
        )
    )


def walks(aid: Aid, answers: tuple[int, ...] = ()) -> Iterator[Walk]:
    """Walk every way that asks nothing twice, and stand still at each step of it."""
    walked = walk(aid, answers)
    if walked.now in [choice.step for choice in walked.choices]:
        return
    yield walked
    for number in range(1, len(walked.now.answers) + 1):
        yield from walks(aid, (*answers, number))


def length(walked: Walk) -> int:
    said = sum(len(choice.step.title) + len(choice.answer.text) for choice in walked.choices)
    return said + len(walked.now.title) + len(walked.now.text)


def published(text: GuidanceText) -> Publication:
    return Publication(
        slug="kader",
        title=text.title,
        kind=PublicationKind.ACTION_FRAMEWORK,
        tlp=Tlp.CLEAR,
        published_at=datetime(2019, 1, 1, tzinfo=UTC),
        review_on=LONG_AGO,
    )


def to_call(text: GuidanceText, walked: Walk) -> list[UrgentRoute]:
    """Return whom the example says to call where this way ends, each checked."""
    named = [route for route in routes() if route.name in text.contacts and walked.now.is_outcome]
    return [UrgentRoute(**asdict(route), last_checked_on=LONG_AGO) for route in named]


def pages(text: GuidanceText, walked: Walk) -> int:
    return len(PdfReader(BytesIO(walk_on_paper(published(text), walked, to_call(text, walked)).content)).pages)


def test_the_example_holds_four_decision_aids():
    assert len(WITH_AID) == 4


@pytest.mark.slow
@pytest.mark.parametrize("text", WITH_AID, ids=[text.group for text in WITH_AID])
def test_the_longest_ways_are_printed_on_one_page(text):
    every = list(walks(aid_in(text)))
    by_words, by_answers = max(every, key=length), max(every, key=lambda walked: len(walked.choices))

    assert [pages(text, by_words), pages(text, by_answers)] == [1, 1]
