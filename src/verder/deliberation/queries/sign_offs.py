"""Whose agreement the agenda of the council needs, and who gave it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from verder.deliberation.models import Meeting, SignOff, SignOffRole
from verder.deliberation.queries.people import seated
from verder.network.models import Body, BodyKind, Person, Seat
from verder.network.standing import Standing


@dataclass(frozen=True, slots=True)
class Office:
    """Where somebody sits who may sign: a body, and the seats in it that count."""

    kind: BodyKind
    seats: tuple[Seat, ...]


CHAIR_OR_DEPUTY = (Seat.CHAIR, Seat.DEPUTY)
SIGNS_FOR = {
    SignOffRole.SECRETARIAT: Office(BodyKind.SECRETARIAT, tuple(Seat)),
    SignOffRole.PLATFORM: Office(BodyKind.PLATFORM, CHAIR_OR_DEPUTY),
    SignOffRole.COUNCIL_CHAIR: Office(BodyKind.COUNCIL, CHAIR_OR_DEPUTY),
}
"""Who signs for whom; a deputy signs as the chair does."""


def needs_sign_offs(body: Body) -> bool:
    """Tell whether an agenda of this body goes out only when all three have signed."""
    return body.kind == BodyKind.COUNCIL


def may_sign_for(standing: Standing, role: SignOffRole) -> bool:
    """Tell whether somebody may sign in a role."""
    office = SIGNS_FOR[role]
    return any(seat.body.kind == office.kind and seat.seat in office.seats for seat in standing.seats)


def roles_of(standing: Standing) -> list[SignOffRole]:
    """List the roles in which somebody may sign."""
    return [role for role in SignOffRole if may_sign_for(standing, role)]


def signs_under(meeting: Meeting, standing: Standing) -> bool:
    """Tell whether somebody signs this agenda in some role, and so may read it before it is sent."""
    return needs_sign_offs(meeting.body) and bool(roles_of(standing))


def agenda_to_sign(standing: Standing, key: uuid.UUID) -> Meeting:
    """Find a meeting whose agenda somebody may sign; raise Meeting.DoesNotExist."""
    meetings = Meeting.objects.select_related("body").filter(body__kind=BodyKind.COUNCIL)
    return (meetings if roles_of(standing) else meetings.none()).get(key=key)


def people_who_sign(role: SignOffRole, *, on: date) -> QuerySet[Person]:
    """Return who may sign in a role on a day."""
    office = SIGNS_FOR[role]
    return seated(on, memberships__body__kind=office.kind, memberships__seat__in=office.seats)


def standing_sign_offs(meeting: Meeting) -> QuerySet[SignOff]:
    """Return the signatures that stand under an agenda."""
    return meeting.sign_offs.filter(withdrawn_at__isnull=True)


def sign_offs_of(meeting: Meeting) -> list[SignOff]:
    """List every signature that was given, oldest first, also those that a change withdrew."""
    return list(meeting.sign_offs.select_related("person", "withdrawn_by").order_by("pk"))
