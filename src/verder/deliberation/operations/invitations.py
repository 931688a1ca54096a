"""Asking people to a meeting: members, their substitutes, and guests for one item; reminding who did not reply."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Asks
from verder.deliberation.models import AgendaItem, Invitation, InvitedAs, ItemState, Manner, Meeting, Submitter
from verder.deliberation.operations.calling import (
    letter_of_another_time,
    letter_of_cancelling,
    letter_of_inviting,
    letter_of_reminding,
    owe_letters,
)
from verder.deliberation.operations.meetings import MeetingHasPassed, Plan, hold_meeting, note_meeting
from verder.deliberation.queries.agenda import item_of, starts_of_items
from verder.deliberation.queries.invitations import (
    can_reply,
    find_guest,
    invitations_to,
    meetings_to_remind,
    members_to_invite,
    possible_guests,
    presenting_submitter,
    without_reply,
)
from verder.gate.tokens import hash_of, token_of
from verder.network.models import Person
from verder.textcheck import CheckedText

REST = timedelta(days=2)
"""How long people are left alone after an invitation before a reminder goes out by itself."""
REMINDERS = uuid.UUID("0b1f7a42-7a3c-4b52-9e0f-5a1a4f3c9d27")
"""Keys made in it stand for the one reminder of replies to a meeting on its date."""


class NobodyToInvite(Exception):
    """Everyone who has a seat in the body was invited already."""


class NobodyToRemind(Exception):
    """Everyone who was invited has replied."""


class CannotBeGuest(Exception):
    """Somebody cannot come as a guest: invited already, without an address, or for no item that is still open."""


@dataclass(frozen=True, slots=True)
class Slot:
    """From when until when a guest is there."""

    starts_at: datetime
    ends_at: datetime


@transaction.atomic
def invite(key: uuid.UUID, *, introduction: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Meeting:
    """Invite everyone who has a seat in the body on the day of its meeting; later only who came since.

    Raise NobodyToInvite, or MeetingHasPassed once it has begun.
    """
    meeting = hold_meeting(key, actor=actor, intent=intent)
    _refuse_begun(meeting, at)
    members = list(members_to_invite(meeting))
    if not members:
        raise NobodyToInvite
    meeting.introduction = introduction.text
    meeting.invited_at = at
    meeting.version += 1
    meeting.save()
    event = note_meeting(meeting, "meeting.invited", actor, at=at, intent=intent)
    invited = [enter(Invitation(meeting=meeting, person=member)) for member in members]
    owe_letters(invited, event.key, lambda one: letter_of_inviting(one, at=at), at=at)
    return meeting


def enter(invitation: Invitation) -> Invitation:
    """Save a new invitation with the secret of its link."""
    invitation.token_hash = hash_of(token_of(Asks.REPLY, invitation.key))
    invitation.save()
    return invitation


def _refuse_begun(meeting: Meeting, at: datetime) -> None:
    if not can_reply(meeting, at=at):
        raise MeetingHasPassed


@transaction.atomic
def invite_guest(
    key: uuid.UUID,
    number: int,
    *,
    guest: Person | None,
    slot: Slot,
    actor: Actor,
    at: datetime,
    intent: Intent,
) -> Invitation:
    """Invite somebody for one item: a person with an account, or else whoever put its dilemma in and presents it.

    Raise CannotBeGuest, or MeetingHasPassed once the meeting has begun.
    """
    meeting = hold_meeting(key, actor=actor, intent=intent)
    _refuse_begun(meeting, at)
    item = item_of(meeting, number)
    if item is None or item.state != ItemState.OPEN or meeting.is_in_writing or not _within(slot, meeting):
        raise CannotBeGuest
    invitation = Invitation(
        meeting=meeting,
        invited_as=InvitedAs.GUEST,
        item=item,
        slot_starts_at=slot.starts_at,
        slot_ends_at=slot.ends_at,
        item_starts_at=starts_of_items(meeting).get(item.pk),
        **_whom(item, guest),
    )
    event = note_meeting(meeting, "guest.invited", actor, at=at, intent=intent)
    owe_letters([enter(invitation)], event.key, lambda one: letter_of_inviting(one, at=at), at=at)
    return invitation


def _within(slot: Slot, meeting: Meeting) -> bool:
    return meeting.starts_at <= slot.starts_at < slot.ends_at <= meeting.ends_at


def _whom(item: AgendaItem, guest: Person | None) -> dict[str, Person | Submitter]:
    if guest is not None:
        if not possible_guests(item.meeting).filter(pk=guest.pk).exists():
            raise CannotBeGuest
        return {"person": guest}
    submitter = presenting_submitter(item)
    if submitter is None or invitations_to(item.meeting).filter(submitter=submitter).exists():
        raise CannotBeGuest
    return {"submitter": submitter}


@transaction.atomic
def withdraw_guest(key: uuid.UUID, guest: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Tell a guest that there is no need to come any more."""
    meeting = hold_meeting(key, actor=actor, intent=intent)
    event = note_meeting(meeting, "guest.withdrawn", actor, at=at, intent=intent)
    withdraw(find_guest(meeting, guest), meeting, event.key, at=at)


def withdraw(invitation: Invitation, meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    """Take an invitation back and tell so; its appointment goes from the calendar."""
    meeting.sequence += 1
    meeting.save()
    invitation.meeting, invitation.withdrawn_at = meeting, at
    invitation.save()
    owe_letters([invitation], event, lambda one: letter_of_cancelling(one, at=at), at=at)


def let_guests_follow(meeting: Meeting, event: uuid.UUID, *, at: datetime) -> None:
    """Give guests the time that their items have on an agenda that goes out, and tell whoever gets another one.

    A guest whose item was taken off need not come any more.
    """
    starts, were = starts_of_items(meeting), {}
    for invited in invitations_to(meeting).filter(invited_as=InvitedAs.GUEST):
        begins = starts.get(invited.item_id or 0)
        if begins is None:
            withdraw(invited, meeting, event, at=at)
        elif invited.item_starts_at and begins != invited.item_starts_at:
            invited.meeting = meeting
            were[invited] = _follow(invited, begins)
    if were:
        meeting.sequence += 1
        meeting.save()
        owe_letters(were, event, lambda one: letter_of_another_time(one, were[one], at=at), at=at)


def _follow(invited: Invitation, begins: datetime) -> Plan:
    """Move the time of a guest as far as their item moved; return what it was."""
    meeting = invited.meeting
    was = Plan(invited.slot_starts_at or begins, meeting.place, Manner(meeting.manner), invited.slot_ends_at)
    by = begins - (invited.item_starts_at or begins)
    invited.slot_starts_at, invited.slot_ends_at = was.starts_at + by, was.until + by
    invited.item_starts_at = begins
    invited.save()
    return was


@transaction.atomic
def remind_now(key: uuid.UUID, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Remind everyone who did not reply; raise NobodyToRemind, or MeetingHasPassed once it has begun."""
    meeting = hold_meeting(key, actor=actor, intent=intent)
    _refuse_begun(meeting, at)
    waiting = list(without_reply(meeting))
    if not waiting:
        raise NobodyToRemind
    event = note_meeting(meeting, "meeting.reminded", actor, at=at, intent=intent)
    owe_letters(waiting, event.key, lambda one: letter_of_reminding(one, at=at), at=at)


def remind_of_replies(*, at: datetime) -> None:
    """Remind who did not reply, once for each date of a meeting, as long before it as its body asks."""
    for meeting in meetings_to_remind(at=at, rest=REST):
        _remind_once(meeting, at=at)


@transaction.atomic
def _remind_once(seen: Meeting, *, at: datetime) -> None:
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=seen.pk)
    key = uuid.uuid5(REMINDERS, f"{meeting.key} {meeting.starts_at.isoformat()}")
    if not can_reply(meeting, at=at) or event_of_request(key):
        return
    happening = Happening(
        action="meeting.reminded",
        party="installation",
        subject_kind="meeting",
        subject=meeting.key,
        body=meeting.body.key,
        request_key=key,
    )
    event = record(happening, at=at)
    owe_letters(without_reply(meeting), event.key, lambda one: letter_of_reminding(one, at=at), at=at)
