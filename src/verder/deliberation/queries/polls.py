"""Polls for a date: what was asked, who answered what, and who did not."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, QuerySet

from verder.deliberation.models import Ballot, BallotAnswer, DatePoll, PollOption, PollState, Suits
from verder.deliberation.queries.people import seated
from verder.gate.tokens import hash_of
from verder.network.models import Body, Person
from verder.network.standing import Standing


def polls_visible_to(standing: Standing) -> QuerySet[DatePoll]:
    """Return the polls of the bodies that somebody sits in; the secretariat sees all."""
    polls = DatePoll.objects.select_related("body", "meeting")
    return polls if standing.is_secretariat else polls.filter(body__in=standing.bodies)


def open_polls(standing: Standing) -> QuerySet[DatePoll]:
    """Return the polls without an outcome yet, those that close first on top."""
    return polls_visible_to(standing).filter(state=PollState.OPEN).order_by("closes_at")


def can_answer(poll: DatePoll, *, at: datetime) -> bool:
    """Tell whether members can still answer."""
    return poll.state == PollState.OPEN and at < poll.closes_at


def members_to_ask(body: Body, day: date) -> QuerySet[Person]:
    """Return who has a seat in a body on a day."""
    return seated(day, memberships__body=body)


def ballot_of_token(token: str) -> Ballot:
    """Find the answers that a link stands for; raise Ballot.DoesNotExist."""
    return Ballot.objects.select_related("poll__body", "poll__meeting", "person").get(token_hash=hash_of(token))


def own_ballot(poll: DatePoll, standing: Standing) -> Ballot | None:
    """Find the answers of somebody who is signed in."""
    return poll.ballots.filter(person=standing.person).first() if standing.person else None


def unanswered(poll: DatePoll) -> QuerySet[Ballot]:
    """Return who was asked and did not answer."""
    waiting = poll.ballots.filter(answered_at__isnull=True, person__is_active=True)
    return waiting.select_related("poll__body", "person")


def polls_to_remind(*, at: datetime) -> QuerySet[DatePoll]:
    """Return the polls that close as soon as their body reminds of answers that are missing."""
    before = F("body__poll_reminder_days") * timedelta(days=1)
    closing = DatePoll.objects.filter(state=PollState.OPEN, closes_at__gt=at, closes_at__lte=at + before)
    return closing.order_by("pk")


def answers_of(ballot: Ballot) -> dict[int, Suits]:
    """Return how each date suits somebody, by the key of the date."""
    return {option: Suits(suits) for option, suits in ballot.answers.values_list("option", "suits")}


@dataclass(frozen=True, slots=True)
class Tallied:
    """One date with how it suits people: their names by answer, and how many were asked in all."""

    option: PollOption
    names: dict[Suits, list[str]]
    asked: int

    @property
    def yes(self) -> int:
        """How many can come."""
        return len(self.names[Suits.YES])

    @property
    def if_needed(self) -> int:
        """How many can come if need be."""
        return len(self.names[Suits.IF_NEEDED])

    @property
    def suits(self) -> tuple[int, int]:
        """How well it suits: how many come at all, and how many of them gladly."""
        return self.yes + self.if_needed, self.yes

    @property
    def no(self) -> int:
        """How many cannot come."""
        return len(self.names[Suits.NO])


def tally(poll: DatePoll) -> list[Tallied]:
    """Count how the dates suit the members, in their order."""
    asked = poll.ballots.count()
    options = {option.pk: Tallied(option, {suits: [] for suits in Suits}, asked) for option in poll.options.all()}
    rows = BallotAnswer.objects.filter(ballot__poll=poll).order_by("ballot__person__name")
    for option, suits, name in rows.values_list("option", "suits", "ballot__person__name"):
        options[option].names[Suits(suits)].append(name)
    return list(options.values())


def best_of(rows: list[Tallied]) -> list[Tallied]:
    """Find the date that suits most people, or those that do so equally well; none while nobody answered."""
    answered = [row for row in rows if row.yes or row.if_needed]
    most = max((row.suits for row in answered), default=None)
    return [row for row in answered if row.suits == most]


def poll_of(standing: Standing, key: uuid.UUID) -> DatePoll:
    """Find a poll; raise DatePoll.DoesNotExist where somebody does not sit in its body."""
    return polls_visible_to(standing).get(key=key)
