"""What the people write who were asked to a meeting: whether they come, and what they have to say beforehand."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Invitation, InvitedAs, Meeting, Reply, WrittenInput
from verder.deliberation.operations.calling import letter_of_inviting, owe_letters
from verder.deliberation.operations.climb import refuse_second_click
from verder.deliberation.operations.invitations import enter, withdraw
from verder.deliberation.queries.agenda import item_of
from verder.deliberation.queries.invitations import can_reply, may_be_written_about, possible_substitutes
from verder.deliberation.queries.meetings import meetings_visible_to
from verder.domain.rungs import Party
from verder.network.models import Person
from verder.textcheck import CheckedText


class TooLate(Exception):
    """The meeting has begun, was held or was cancelled."""


class NoSubstitute(Exception):
    """Nobody was named who comes instead, or somebody who cannot: only a member can send one."""


class NotHere(Exception):
    """Nothing can be written about this item here: it is closed, confidential, or does not exist for the writer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody replies; who sends a substitute says who, from the list or in words."""

    reply: Reply
    substitute: Person | None = None
    words: CheckedText | None = None

    @property
    def said(self) -> str:
        """Who comes instead, in words."""
        return self.words.text if self.words and self.reply is Reply.SUBSTITUTE and not self.substitute else ""


@transaction.atomic
def reply(key: uuid.UUID, answer: Answer, *, at: datetime) -> Invitation:
    """Write down what somebody replies to their invitation, in place of what they replied before.

    A substitute with an account gets an invitation of their own; one who is not needed any more hears so. Raise TooLate
    and NoSubstitute.
    """
    seen = Invitation.objects.get(key=key, withdrawn_at__isnull=True)
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=seen.meeting_id)
    invitation = Invitation.objects.select_related("person", "submitter").get(pk=seen.pk)
    invitation.meeting = meeting
    if not can_reply(meeting, at=at) or meeting.is_in_writing or invitation.withdrawn_at:
        raise TooLate
    _check_substitute(invitation, answer)
    invitation.reply, invitation.substitute_words = answer.reply, answer.said
    invitation.replied_at = at
    invitation.moved_from, invitation.moved_until, invitation.earlier_reply = None, None, Reply.NONE
    invitation.save()
    event = _record(invitation, at=at)
    _change_stand_in(invitation, answer.substitute, event, at=at)
    return invitation


def _check_substitute(invitation: Invitation, answer: Answer) -> None:
    if answer.reply is not Reply.SUBSTITUTE:
        return
    if invitation.invited_as != InvitedAs.MEMBER or not (answer.substitute or answer.said):
        raise NoSubstitute
    if answer.substitute and not possible_substitutes(invitation).filter(pk=answer.substitute.pk).exists():
        raise NoSubstitute


def _change_stand_in(invitation: Invitation, substitute: Person | None, event: Event, *, at: datetime) -> None:
    comes = substitute if invitation.reply == Reply.SUBSTITUTE else None
    there = invitation.stand_ins.filter(withdrawn_at__isnull=True).select_related("person").first()
    if there is not None and there.person != comes:
        withdraw(there, invitation.meeting, event.key, at=at)
    if comes is not None and (there is None or there.person != comes):
        stand_in = Invitation(
            meeting=invitation.meeting, person=comes, invited_as=InvitedAs.SUBSTITUTE, stands_in_for=invitation
        )
        owe_letters([enter(stand_in)], event.key, lambda one: letter_of_inviting(one, at=at), at=at)


def _record(invitation: Invitation, *, at: datetime) -> Event:
    person = invitation.person
    happening = Happening(
        action="invitation.replied",
        party=Party(invitation.meeting.body.kind) if person else Party.SUBMITTER,
        actor=person.opaque_id if person else None,
        subject_kind="meeting",
        subject=invitation.meeting.key,
        body=invitation.meeting.body.key,
        details={"reply": invitation.reply},
    )
    return record(happening, at=at)


@transaction.atomic
def write_input(
    key: uuid.UUID, number: int, *, text: CheckedText, actor: Actor, at: datetime, intent: Intent
) -> WrittenInput | None:
    """Write something about an item before the meeting, in place of what one wrote before; nothing takes it back.

    Raise TooLate once the meeting has begun, and NotHere for an item that one cannot write about.
    """
    meeting = meetings_visible_to(actor.standing).select_for_update(of=("self",)).get(key=key)
    refuse_second_click(intent)
    if not can_reply(meeting, at=at):
        raise TooLate
    item = item_of(meeting, number)
    if item is None or not may_be_written_about(item, actor.standing):
        raise NotHere
    happening = Happening(
        action="input.written" if text.text else "input.taken_back",
        party="reader",
        actor=actor.opaque_id,
        origin=actor.origin_as("reader"),
        subject_kind="meeting",
        subject=meeting.key,
        body=meeting.body.key,
        request_key=intent.stored_key,
        details={"item": str(item.key)},
    )
    record(happening, at=at)
    if not text.text:
        WrittenInput.objects.filter(item=item, person=actor.standing.person).delete()
        return None
    values = {"text": text.text, "at": at}
    return WrittenInput.objects.update_or_create(item=item, person=actor.standing.person, defaults=values)[0]
