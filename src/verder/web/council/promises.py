"""A commitment as it stands on a page: in words, with how late it is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import Commitment, CommitmentState
from verder.web.words.dates import day_in_words, plain_day

STATE_WORDS: dict[CommitmentState, LazyText] = {
    CommitmentState.OPEN: _("Loopt"),
    CommitmentState.DONE: _("Gedaan"),
    CommitmentState.DROPPED: _("Vervallen"),
}


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


def promise_of(commitment: Commitment, *, today: date) -> Promise:
    """Say a commitment in words; its dilemma with shared version, owner and organisation must be at hand."""
    still_open = commitment.state == CommitmentState.OPEN
    return Promise(
        key=commitment.key,
        text=commitment.text,
        question=commitment.dilemma.shared.question,
        number=commitment.dilemma.number,
        owner=commitment.owner.name,
        where=commitment.forum or (commitment.organisation.name if commitment.organisation else ""),
        due=commitment.due_on,
        when=day_in_words(commitment.due_on, today=today) if still_open else plain_day(commitment.due_on, today=today),
        state=STATE_WORDS[CommitmentState(commitment.state)],
        is_open=still_open,
        is_late=still_open and commitment.due_on < today,
        outcome=commitment.reason,
    )
