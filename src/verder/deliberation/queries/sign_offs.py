"""Whose agreement the agenda of the council needs, and who gave it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from verder.deliberation.models import Meeting, MeetingState, SignOff, SignOffRole
from verder.deliberation.queries.meetings import start_of
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


def agendas_to_sign(standing: Standing, *, today: date) -> QuerySet[Meeting]:
    """Return the meetings whose agenda waits for a chair or a deputy: the secretariat signed, or they did before.

    The secretariat makes the agenda, and sees there that it did not sign yet.
    """
    roles = [role for role in roles_of(standing) if role is not SignOffRole.SECRETARIAT]
    given = SignOff.objects.filter(meeting=OuterRef("pk"))
    stands = given.filter(withdrawn_at__isnull=True)
    is_asked = Exists(stands.filter(role=SignOffRole.SECRETARIAT)) | Exists(given.filter(role__in=roles))
    is_missing = reduce(or_, (~Exists(stands.filter(role=role)) for role in roles), Q(pk__in=[]))
    planned = Meeting.objects.filter(
        body__kind=BodyKind.COUNCIL, state=MeetingState.PLANNED, starts_at__gte=start_of(today)
    )
    waiting = planned.filter(is_asked, is_missing) if roles else planned.none()
    return waiting.select_related("body").order_by("starts_at", "pk")


def roles_never_signed(meeting: Meeting) -> list[SignOffRole]:
    """List the roles in which nobody signed this agenda yet, as it is or as it was."""
    signed = set(meeting.sign_offs.values_list("role", flat=True))
    return [role for role in SignOffRole if role not in signed]


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
