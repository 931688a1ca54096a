"""Spreads a piece of the example to organisations, and lets some of them tell what came of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from django.conf import settings

from verder.deliberation.starter.stage import Stage, checked
from verder.deliberation.starter.steps import CLERK
from verder.deliberation.starter.texts import SpreadingText
from verder.distribution.handing_out import owe_next
from verder.distribution.links import token_of
from verder.distribution.models import Distribution, Recipient
from verder.distribution.operations.responding import pass_on, receive, tell_how_it_went
from verder.distribution.operations.spreading import spread
from verder.distribution.queries import Selection
from verder.domain.regions import NATIONWIDE, REGIONS
from verder.guidance.models import Verdict
from verder.network.models import OrganisationKind
from verder.post.bounces import Bounce
from verder.post.returning import take_back
from verder.post.sending import send_letters_of

NO_SUCH_MAILBOX = "5.1.1"


def spreading(stage: Stage, text: SpreadingText) -> Iterator[tuple[int, Callable[[datetime], object]]]:
    """Say on which days what happens after a piece is spread."""
    yield text.on, partial(_spread, stage, text)
    for name, day in text.came_back.items():
        yield day, partial(_comes_back, stage, name)
    for name, day in text.received.items():
        yield day, partial(_receives, stage, name)
    for name, (day, colleagues) in text.told.items():
        yield day, partial(_passes_on, stage, name, colleagues)
    for name, (day, verdict, why) in text.used.items():
        yield day, partial(_tells, stage, name, Verdict(verdict), why)
    yield text.reminded, lambda at: _send_letters(Distribution.objects.get(), at)


def _spread(stage: Stage, text: SpreadingText, at: datetime) -> None:
    kinds = OrganisationKind.objects.filter(name__in=text.kinds).values_list("pk", flat=True)
    everywhere = Selection(frozenset(kinds), frozenset({NATIONWIDE, *REGIONS}))
    standing = stage.as_actor(CLERK, at).standing
    piece = stage.publications[text.group]
    _send_letters(spread(piece.key, everywhere, days_to_respond=14, standing=standing, at=at), at)


def _send_letters(distribution: Distribution, at: datetime) -> None:
    """Owe each letter, and bring it at once where letters stay on this machine."""
    while owe_next(distribution.key, at=at):
        pass
    if settings.MAIL_URL.startswith("mailbox:"):
        for event in _events_of(distribution):
            send_letters_of(event, clock=lambda: at)


def _events_of(distribution: Distribution) -> set[uuid.UUID]:
    letters = Recipient.objects.filter(distribution=distribution).values_list("letter__event", "reminder__event")
    return {event for events in letters for event in events if event}


def _comes_back(stage: Stage, name: str, at: datetime) -> None:
    recipient = _recipient(stage, name)
    if recipient.letter is not None:
        take_back(Bounce((recipient.letter.key,), NO_SUCH_MAILBOX, (recipient.organisation.email,)), at=at)


def _receives(stage: Stage, name: str, at: datetime) -> None:
    receive(token_of(_recipient(stage, name).secret), at=at)


def _passes_on(stage: Stage, name: str, colleagues: int, at: datetime) -> None:
    pass_on(token_of(_recipient(stage, name).secret), colleagues=colleagues, at=at)


def _tells(stage: Stage, name: str, verdict: Verdict, why: str, at: datetime) -> None:
    tell_how_it_went(token_of(_recipient(stage, name).secret), verdict, why=checked(why), at=at)


def _recipient(stage: Stage, name: str) -> Recipient:
    return Recipient.objects.select_related("organisation", "letter").get(organisation=stage.organisations[name])
