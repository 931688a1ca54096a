"""Giving somebody an action at a meeting, moving its date, handing it over, and finishing it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.models import Event
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Action, AgendaItem, Meeting
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.queries.actions import action_with_key, people_to_act
from verder.deliberation.queries.meetings import looks_after, meetings_visible_to
from verder.domain.rungs import Party
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText


class NotTheirAction(Exception):
    """Only the secretariat and the chair of the body give actions; they and the owner say what becomes of one."""


class CannotBeTheirs(Exception):
    """An action goes to somebody who sits in the body, or in the secretariat."""


class DateHasPassed(Exception):
    """An action is for today or a day to come."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is to be done, by whom and when."""

    text: CheckedText
    owner: Person
    due_on: date


@transaction.atomic
def give_action(
    meeting: uuid.UUID, *, to_do: ToDo, item: uuid.UUID | None = None, actor: Actor, at: datetime, intent: Intent
) -> Action:
    """Give somebody an action at a meeting, and tell them.

    Raise Meeting.DoesNotExist and AgendaItem.DoesNotExist for what the actor may not see, NotTheirAction,
    CannotBeTheirs and DateHasPassed.
    """
    held = meetings_visible_to(actor.standing).select_for_update(of=("self",)).get(key=meeting)
    if not looks_after(actor.standing, held.body):
        raise NotTheirAction
    refuse_second_click(intent)
    _refuse_owner(held, to_do.owner, at=at)
    _refuse_date(to_do.due_on, at=at)
    action = Action.objects.create(
        meeting=held,
        item=AgendaItem.objects.get(meeting=held, key=item) if item else None,
        text=to_do.text.text,
        owner=to_do.owner,
        due_on=to_do.due_on,
        given_at=at,
    )
    event = _record(action, "action.given", actor, at=at, intent=intent)
    _tell(action, event, by=actor, at=at)
    return action


@transaction.atomic
def hand_over_action(key: uuid.UUID, *, to: Person, actor: Actor, at: datetime, intent: Intent) -> Action:
    """Let somebody else do it, and tell them; raise CannotBeTheirs, or as `finish_action` does."""
    action = _hold(key, actor, intent)
    _refuse_owner(action.meeting, to, at=at)
    action.owner = to
    event = _save(action, "action.handed_over", actor, at=at, intent=intent)
    _tell(action, event, by=actor, at=at)
    return action


@transaction.atomic
def move_action(key: uuid.UUID, *, due_on: date, actor: Actor, at: datetime, intent: Intent) -> Action:
    """Give an action another date; raise DateHasPassed, or as `finish_action` does."""
    action = _hold(key, actor, intent)
    _refuse_date(due_on, at=at)
    action.due_on = due_on
    _save(action, "action.moved", actor, at=at, intent=intent)
    return action


@transaction.atomic
def finish_action(key: uuid.UUID, *, result: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Action:
    """Say that an action is done, and what came of it.

    Raise Action.DoesNotExist for who may not read it, NotTheirAction, AlreadyTaken for a form that came in before, and
    SomeoneWasFirst when it changed meanwhile or is done.
    """
    action = _hold(key, actor, intent)
    action.done_at, action.result = at, result.text
    _save(action, "action.done", actor, at=at, intent=intent)
    return action


def may_settle(action: Action, actor: Actor) -> bool:
    """Tell whether somebody may say what becomes of an action."""
    return action.owner == actor.standing.person or looks_after(actor.standing, action.meeting.body)


def _hold(key: uuid.UUID, actor: Actor, intent: Intent) -> Action:
    Action.objects.select_for_update(of=("self",), no_key=True).filter(key=key).first()
    action = action_with_key(actor.standing, key)
    refuse_second_click(intent)  # before all: who handed it over has no say over it at the second click
    if not may_settle(action, actor):
        raise NotTheirAction
    if action.done_at or intent.version not in {None, action.version}:
        raise SomeoneWasFirst
    return action


def _refuse_owner(meeting: Meeting, owner: Person, *, at: datetime) -> None:
    if not people_to_act(meeting.body, on=timezone.localdate(at)).filter(pk=owner.pk).exists():
        raise CannotBeTheirs


def _refuse_date(due_on: date, *, at: datetime) -> None:
    if due_on < timezone.localdate(at):
        raise DateHasPassed


def _save(action: Action, what: str, actor: Actor, *, at: datetime, intent: Intent) -> Event:
    action.version += 1
    action.save()
    return _record(action, what, actor, at=at, intent=intent)


def _record(action: Action, what: str, actor: Actor, *, at: datetime, intent: Intent) -> Event:
    body = action.meeting.body
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party(body.kind)
    happening = Happening(
        action=what,
        party=party,
        actor=actor.opaque_id,
        origin=actor.origin_as(party),
        subject_kind="action",
        subject=action.key,
        body=body.key,
        request_key=intent.stored_key,
    )
    return record(happening, at=at)


def _tell(action: Action, event: Event, *, by: Actor, at: datetime) -> None:
    letter = Letter(
        subject=_("U kreeg een actie uit een vergadering"),
        body=_("Er staat een actie op uw naam. Bekijk haar hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse("meeting-action", args=[action.key])},
    )
    owe(letter, event=event.key, to=[action.owner.email] if action.owner != by.standing.person else [], at=at)
