"""Leaving a dilemma ended, although readers told that the guidance that answered it did not help.

Taking it up again is a step of the ladder, `reopen`, and needs nothing of this.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import DeclinedReopening
from verder.deliberation.operations.climb import note_down, require, take_hold
from verder.deliberation.operations.sharing import NotAllowed
from verder.deliberation.queries.reopening import heard_until
from verder.domain.rungs import Party
from verder.guidance.models import Publication
from verder.textcheck import CheckedText


class ToldMeanwhile(Exception):
    """What readers tell changed since the sender read it, or a colleague decided on it first."""


@transaction.atomic
def decline_to_reopen(
    number: str,
    *,
    publication: Publication,
    heard: int,
    reason: CheckedText,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> DeclinedReopening:
    """Leave a dilemma ended, with the reason; `heard` is the latest word of readers that was looked at.

    Who may take it up again may decline to. Raise NotAllowed, StepRefused when it is taken up already, and
    ToldMeanwhile.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if actor.standing.person is None:
        raise NotAllowed
    require(hold, "reopen")
    if not heard or heard != heard_until(publication, number):
        raise ToldMeanwhile
    declined = DeclinedReopening.objects.create(
        dilemma=hold.dilemma,
        publication=publication,
        heard_until=heard,
        reason=reason.text,
        by=actor.standing.person,
        at=at,
    )
    note_down(hold, "reopening.declined", Party.SECRETARIAT, publication=str(publication.key))
    return declined
