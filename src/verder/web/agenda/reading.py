"""An agenda in words: its rows with their times, and what became different in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.models import ItemKind, ItemState, SignOffRole
from verder.deliberation.operations.filling import ALWAYS_CARRIED
from verder.deliberation.queries.agenda import total_minutes
from verder.deliberation.queries.sign_offs import may_sign_for, sign_offs_of
from verder.web.meetings.agenda import title_of
from verder.web.words.agenda import CHANGE_WORDS, ROLE_WORDS
from verder.web.words.meetings import ITEM_KIND_WORDS, became

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from verder.deliberation.models import Meeting, SignOff
    from verder.deliberation.queries.agenda import Point
    from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Row:
    """An item as who makes the agenda sees it: when it begins, and what can be done with it."""

    key: uuid.UUID
    number: int
    title: str
    kind: str
    state: str
    minutes: int
    starts: datetime | None
    is_open: bool
    is_first: bool
    is_last: bool
    may_take_off: bool
    carry_over: str


def rows_of(points: Sequence[Point], meeting: Meeting) -> list[Row]:
    """Set out the items with the time at which each begins, as long as all before it have their minutes.

    In writing nothing begins at a time.
    """
    starts = None if meeting.is_in_writing else timezone.localtime(meeting.starts_at)
    open_ones = [point.key for point in points if point.is_open]
    rows = []
    for point in points:
        rows.append(
            Row(
                key=point.key,
                number=point.number,
                title=title_of(point),
                kind=str(ITEM_KIND_WORDS[point.kind]),
                state="" if point.is_open else became(point.kind, point.state),
                minutes=point.minutes,
                starts=starts,
                is_open=point.is_open,
                is_first=point.key == open_ones[0] if open_ones else False,
                is_last=point.key == open_ones[-1] if open_ones else False,
                may_take_off=point.is_open and not point.awaits_decision and point.purpose not in ALWAYS_CARRIED,
                carry_over=_carry_over(point),
            )
        )
        if point.state in {ItemState.OPEN, ItemState.DECIDED}:
            starts = starts + timedelta(minutes=point.minutes) if starts and point.minutes else None
    return rows


@dataclass(frozen=True, slots=True)
class Hours:
    """How many minutes the items take together, of how many there are, and how many items have none yet."""

    total: int
    available: int
    untimed: int

    @property
    def too_many(self) -> int:
        """How many minutes the meeting would run over."""
        return max(self.total - self.available, 0)


def hours_of(points: Sequence[Point], meeting: Meeting) -> Hours:
    """Add up what the items take, beside what the meeting has."""
    available = (meeting.ends_at - meeting.starts_at) // timedelta(minutes=1)
    return Hours(total_minutes(points), available, sum(point.is_open and not point.minutes for point in points))


def _carry_over(point: Point) -> str:
    """Return where a dilemma that is to be decided on is taken off, with a reason that its submitter reads."""
    if not point.awaits_decision or point.dilemma is None:
        return ""
    step = "defer" if point.dilemma.rung == "council" else "carry_over"
    return reverse("dilemma-step", args=[point.dilemma.number, step])


@dataclass(frozen=True, slots=True)
class Signature:
    """One of the three who sign: who did, whether the visitor can, and which earlier signatures lapsed and why."""

    role: SignOffRole
    title: str
    by: str
    at: datetime | None
    may_sign: bool
    lapsed: tuple[str, ...]


def signatures_of(meeting: Meeting, visitor: Standing) -> list[Signature]:
    """Set out who signed the agenda of the council, and what a change withdrew."""
    given = sign_offs_of(meeting)
    return [_signature(role, [one for one in given if one.role == role], visitor) for role in SignOffRole]


def _signature(role: SignOffRole, given: Sequence[SignOff], visitor: Standing) -> Signature:
    stands = next((one for one in given if one.withdrawn_at is None), None)
    return Signature(
        role=role,
        title=str(ROLE_WORDS[role]),
        by=stands.person.name if stands else "",
        at=stands.at if stands else None,
        may_sign=stands is None and may_sign_for(visitor, role),
        lapsed=tuple(_lapsed(one) for one in given if one.withdrawn_at is not None),
    )


def _lapsed(one: SignOff) -> str:
    words = {
        "who": one.person.name,
        "by": one.withdrawn_by.name if one.withdrawn_by else _("de inbrenger"),
        "day": f"{timezone.localtime(one.withdrawn_at):%d-%m-%Y}",
        "what": CHANGE_WORDS[one.change],
    }
    return _("Akkoord van %(who)s verviel op %(day)s: %(what)s (door %(by)s).") % words


KINDS_TO_CHOOSE = [(str(kind), words) for kind, words in ITEM_KIND_WORDS.items()]
KINDS_BESIDES_DECISION = [choice for choice in KINDS_TO_CHOOSE if choice[0] != ItemKind.DECISION]
