"""Meetings to which people are called, and what they were written, for tests."""

from __future__ import annotations

from datetime import datetime

from icalendar import Calendar

from tests import factories
from tests.factories import MONDAY, checked, new_intent
from tests.personas import as_actor
from verder.deliberation.links import Asks
from verder.deliberation.models import Ballot, Invitation, Meeting
from verder.deliberation.operations import invitations
from verder.gate.tokens import token_of
from verder.network.models import BodyKind, Person
from verder.post.addresses import recipient_hash
from verder.post.models import Delivery


def called(
    by: Person, kind: BodyKind = BodyKind.PLATFORM, *, at: datetime = MONDAY, in_days: int = 7, said: str = ""
) -> Meeting:
    """Plan a meeting, and invite everyone with a seat."""
    meeting = factories.meeting_of(kind, by, at=at, in_days=in_days)
    return invitations.invite(
        meeting.key, introduction=checked(said), actor=as_actor(by, at), at=at, intent=new_intent()
    )


def letters_about(address: str, *, forget: bool = False) -> list[Delivery]:
    """List the letters that are owed to an address, oldest first; `forget` throws them away."""
    letters = Delivery.objects.filter(recipient_hash=recipient_hash(address)).order_by("pk")
    listed = list(letters)
    if forget:
        letters.delete()
    return listed


def texts_to(address: str) -> list[str]:
    """List the words of the letters that are owed to an address."""
    return [letter.body for letter in letters_about(address)]


def subjects_to(address: str) -> list[str]:
    """List the first word of what each letter is about."""
    return [letter.subject.split(":")[0] for letter in letters_about(address)]


def appointment_in(letter: Delivery) -> tuple[str, str, int]:
    """Read the appointment that a letter carries: what it asks of a calendar, its name there, and its turn."""
    calendar = Calendar.from_ical(letter.calendar)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"])


def invitation_for(person: Person) -> Invitation:
    """Find the one invitation of somebody that stands."""
    return Invitation.objects.get(person=person, withdrawn_at__isnull=True)


def reply_path(invitation: Invitation) -> str:
    """Return where the link in a letter leads."""
    return f"/antwoord/{token_of(Asks.REPLY, invitation.key)}"


def ballot_path(ballot: Ballot) -> str:
    """Return where the link of a poll leads."""
    return f"/datumprikker/{token_of(Asks.BALLOT, ballot.key)}"
