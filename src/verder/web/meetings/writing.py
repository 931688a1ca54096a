"""What people wrote about the item that one looks at, before the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from verder.deliberation.queries.agenda import item_of
from verder.deliberation.queries.invitations import can_reply, inputs_to, may_be_written_about

if TYPE_CHECKING:
    from verder.deliberation.models import Meeting, WrittenInput
    from verder.deliberation.queries.agenda import Point
    from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written, whether the reader can write, and whether they did."""

    inputs: tuple[WrittenInput, ...]
    may_write: bool
    has_written: bool


def writing_at(meeting: Meeting, point: Point | None, visitor: Standing) -> Writing | None:
    """Read what was written about an item; nothing of it under TLP:RED, and nothing to who may not read the item."""
    item = item_of(meeting, point.number) if point else None
    if item is None:
        return None
    inputs = tuple(inputs_to(item, visitor))
    may_write = can_reply(meeting, at=timezone.now()) and may_be_written_about(item, visitor)
    return Writing(inputs, may_write, any(one.person == visitor.person for one in inputs))
