"""What kinds and states of meetings and their items are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import ItemKind, ItemState, Manner, MeetingState, Reply, Suits
from verder.network.models import BodyKind

if TYPE_CHECKING:
    from django.utils.functional import Promise

ITEM_KIND_WORDS: dict[ItemKind, Promise] = {
    ItemKind.INFORMATION: _("ter informatie"),
    ItemKind.DISCUSSION: _("ter bespreking"),
    ItemKind.DECISION: _("ter besluitvorming"),
}
ITEM_STATE_WORDS: dict[ItemState, Promise] = {
    ItemState.OPEN: _("open"),
    ItemState.DECIDED: _("besloten"),
    ItemState.CARRIED_OVER: _("doorgeschoven"),
    ItemState.WITHDRAWN: _("ingetrokken"),
}
DEALT_WITH = _("behandeld")
DECIDED_WORDS: dict[str, Promise] = {
    ItemState.CARRIED_OVER: _("Dit punt schuift door naar de volgende vergadering."),
    ItemState.WITHDRAWN: _("Dit punt is ingetrokken."),
}
"""What is told of an item where nobody wrote a decision and no dilemma took a step."""
MEETING_STATE_WORDS: dict[MeetingState, Promise] = {
    MeetingState.PLANNED: _("gepland"),
    MeetingState.HELD: _("afgesloten"),
    MeetingState.CANCELLED: _("afgezegd"),
}
UNDER_WAY = _("bezig")
MANNER_WORDS: dict[Manner, Promise] = {
    Manner.IN_PERSON: _("Op een plek, bij elkaar"),
    Manner.ONLINE: _("Online"),
    Manner.BOTH: _("Bij elkaar, en online voor wie niet kan komen"),
    Manner.IN_WRITING: _("Schriftelijk"),
}
PLACE_WORDS: dict[Manner, Promise] = {
    Manner.IN_PERSON: _("Bij elkaar:"),
    Manner.ONLINE: _("Online:"),
    Manner.BOTH: _("Bij elkaar, of online:"),
}
OWN_REPLY_WORDS: dict[Reply, Promise] = {
    Reply.COMING: _("Ik kom"),
    Reply.NOT_COMING: _("Ik kom niet"),
    Reply.SUBSTITUTE: _("Iemand anders komt in mijn plaats"),
}
SUITS_WORDS: dict[Suits, Promise] = {
    Suits.YES: _("Ja, ik kan"),
    Suits.IF_NEEDED: _("Als het moet"),
    Suits.NO: _("Nee, ik kan niet"),
}
WHAT_IS_DECIDED: dict[BodyKind, Promise] = {
    BodyKind.PLATFORM: _("Wat besluit het Platform?"),
    BodyKind.COUNCIL: _("Wat besluit het Beraad?"),
}


def became(kind: str, state: str) -> str:
    """Say what became of an item: one that asks for no decision is dealt with, not decided."""
    is_dealt_with = state == ItemState.DECIDED and kind != ItemKind.DECISION
    return str(DEALT_WITH if is_dealt_with else ITEM_STATE_WORDS[ItemState(state)])
