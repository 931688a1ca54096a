"""What a change of a signed agenda does: the signatures under it lapse, visibly, and are asked for again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, ItemKind, ItemState, Meeting, MeetingState, SignOff, SignOffRole
from verder.deliberation.operations.naming import which_meeting
from verder.deliberation.queries.sign_offs import people_who_sign
from verder.domain.rungs import Party
from verder.network.models import BodyKind
from verder.post.owe import Letter, owe

SIGNERS = {
    BodyKind.SECRETARIAT: Party.SECRETARIAT,
    BodyKind.PLATFORM: Party.PLATFORM,
    BodyKind.COUNCIL: Party.COUNCIL,
}


def withdraw_sign_offs(meeting: Meeting, what: str, *, actor: Actor, at: datetime) -> None:
    """Withdraw every signature that stands under an agenda, because of a change, and ask for new ones.

    The rows of the signatures are locked last of all, so that a step on a dilemma may do this without the meeting.
    """
    standing = SignOff.objects.select_for_update().filter(meeting=meeting, withdrawn_at__isnull=True)
    roles = [SignOffRole(role) for role in standing.order_by("pk").values_list("role", flat=True)]
    if not roles:
        return
    standing.update(withdrawn_at=at, withdrawn_by=actor.standing.person, change=what)
    details: dict[str, str | int | bool | list[str]] = {"change": what, "roles": [str(role) for role in roles]}
    event = record_signing(meeting, "sign_off.withdrawn", details, actor=actor, at=at)
    for role in roles:
        people = people_who_sign(role, on=timezone.localdate(at))
        owe(letter_to_sign(meeting), event=event, to=people.values_list("email", flat=True), at=at)


def withdraw_sign_offs_over(dilemma: Dilemma, what: str, *, actor: Actor, at: datetime) -> None:
    """Withdraw the signatures under an agenda to come from which a dilemma goes; those of a meeting that began stay."""
    meetings = Meeting.objects.filter(
        items__dilemma=dilemma,
        items__state=ItemState.OPEN,
        items__kind=ItemKind.DECISION,
        state=MeetingState.PLANNED,
        starts_at__gt=at,
    )
    for meeting in meetings:
        withdraw_sign_offs(meeting, what, actor=actor, at=at)


def record_signing(
    meeting: Meeting,
    action: str,
    details: Mapping[str, str | int | bool | list[str]],
    *,
    actor: Actor,
    at: datetime,
    intent: Intent | None = None,
) -> uuid.UUID:
    """Record that a signature was given or lapsed; return the key of the event."""
    party = next((str(party) for kind, party in SIGNERS.items() if actor.standing.sits_in(kind)), "")
    happening = Happening(
        action=action,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="meeting",
        subject=meeting.key,
        body=meeting.body.key,
        request_key=intent.stored_key if intent else None,
        details=details,
    )
    return record(happening, at=at).key


def letter_to_sign(meeting: Meeting) -> Letter:
    """Write the letter that asks for a signature under an agenda that changed."""
    return Letter(
        subject=_("Een agenda wacht weer op uw akkoord"),
        body=_(
            "Een agenda is veranderd nadat er akkoord was gegeven. Dat akkoord geldt daarom niet meer."
            "\n\n%(meeting)s\n\nBekijk wat er veranderde en geef opnieuw akkoord (u logt eerst in):\n\n%(link)s\n"
        )
        % words_of(meeting),
    )


def words_of(meeting: Meeting) -> dict[str, str]:
    """Return what a letter may say of a meeting whose agenda is signed: which one it is, and a link."""
    return {
        "meeting": which_meeting(meeting),
        "link": settings.BASE_URL + reverse("council-preparation", args=[meeting.key]),
    }
