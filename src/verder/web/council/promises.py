"""A commitment as it stands on a page: in words, with how late it is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise as LazyText

from verder.deliberation.models import Commitment, CommitmentState, Outlook, ProgressReport
from verder.web.words.dates import day_in_words, plain_day
from verder.web.words.promises import OUTLOOK_WORDS, state_in_words


@dataclass(frozen=True, slots=True)
class Told:
    """One report about a commitment, ready to read."""

    when: str
    outlook: LazyText
    text: str
    by: str


def told_of(report: ProgressReport, *, today: date) -> Told:
    """Say a report in words; its writer must be at hand."""
    day = plain_day(timezone.localdate(report.at), today=today)
    return Told(day, OUTLOOK_WORDS[Outlook(report.outlook)], report.text, report.by.name)


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment, ready to read; `where` is a forum or an organisation."""

    key: uuid.UUID
    text: str
    question: str
    number: str
    owner: str
    where: str
    due: date
    when: str
    state: LazyText
    is_open: bool
    is_late: bool
    outcome: str
    outlook: str
    dilemma_rung: str


def promise_of(commitment: Commitment, *, today: date) -> Promise:
    """Say a commitment in words; its dilemma with shared version, owner and organisation must be at hand."""
    still_open = commitment.state == CommitmentState.OPEN
    last: str = vars(commitment).get("last_outlook") or ""
    return Promise(
        key=commitment.key,
        text=commitment.text,
        question=commitment.dilemma.shared.question,
        number=commitment.dilemma.number,
        owner=commitment.owner.name,
        where=commitment.forum or (commitment.organisation.name if commitment.organisation else ""),
        due=commitment.due_on,
        when=day_in_words(commitment.due_on, today=today) if still_open else plain_day(commitment.due_on, today=today),
        state=state_in_words(commitment, today=today),
        is_open=still_open,
        is_late=commitment.has_lapsed(today),
        outcome=commitment.reason,
        outlook=str(OUTLOOK_WORDS[Outlook(last)]) if still_open and last else "",
        dilemma_rung=commitment.dilemma.rung,
    )
