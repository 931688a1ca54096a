"""How far a promise of the council has come, in words."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import Commitment, CommitmentState, Outlook

STATE_WORDS: dict[CommitmentState, Promise] = {
    CommitmentState.OPEN: _("Loopt"),
    CommitmentState.DONE: _("Gedaan"),
    CommitmentState.DROPPED: _("Vervallen"),
}
LAPSED = _("Verlopen")
"""The date has passed, and nobody said that it was done or would not be."""

OUTLOOK_WORDS: dict[Outlook, Promise] = {
    Outlook.NOT_BEGUN: _("Nog niet begonnen"),
    Outlook.UNDER_WAY: _("Wij zijn bezig"),
    Outlook.REQUESTED: _("Aangevraagd voor de agenda"),
    Outlook.SCHEDULED: _("Staat op de agenda"),
    Outlook.STUCK: _("Het zit vast"),
}


def state_in_words(commitment: Commitment, *, today: date) -> Promise:
    """Say how far a commitment has come."""
    return LAPSED if commitment.has_lapsed(today) else STATE_WORDS[CommitmentState(commitment.state)]
