"""Reminds whoever owes a step of its date, and tells them when it has passed; each once for every date."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from verder.audit.queries import event_of_request, known_requests
from verder.audit.record import Happening, record, record_once
from verder.deliberation.models import Action, Commitment, CommitmentState, Dilemma, Message, WorkingGroup
from verder.deliberation.operations import reminder_letters as letters
from verder.deliberation.operations.access_reminders import warn_of_access
from verder.deliberation.operations.invitations import remind_of_replies
from verder.deliberation.operations.polls import remind_of_polls
from verder.deliberation.operations.reminder_letters import Kind
from verder.deliberation.queries.actions import actions_due
from verder.deliberation.queries.due import commitments_due, dilemmas_due, groups_due, questions_due
from verder.deliberation.queries.people import (
    people_responsible,
    readers_under_label,
    seated,
    secretariat_for,
    secretariat_on,
    submitters_to_tell,
)
from verder.domain.ladder import responsible_now
from verder.domain.rungs import Party, Rung
from verder.network.models import Person, Seat
from verder.post.owe import owe

Row = TypeVar("Row")
DAYS_BEFORE = timedelta(days=3)
MORNING = 7
NAMESPACE = uuid.UUID("3d0e2b8a-9a55-4a43-8a55-0f7c5f2f6a10")
"""Keys made in it stand for one reminder each, so that the database itself refuses a second one."""


def remind_once_a_day(*, at: datetime) -> None:
    """Remind everyone, the first time that this is called from seven in the morning on; later that day do nothing.

    What was missed on days without a worker is made up for. Stopped halfway, the next call goes on where it was.
    """
    now = timezone.localtime(at)
    key = _key("day", now.date().isoformat())
    if now.hour < MORNING or event_of_request(key):
        return
    remind(at=at)
    remind_of_replies(at=at)
    remind_of_polls(at=at)
    warn_of_access(at=at)
    record_once(Happening(action="reminder.day", party="installation", request_key=key), at=at)


def remind(*, at: datetime) -> None:
    """Remind everyone who owes a step, a promise or an answer within three days, and tell who is late.

    When an answer is late it is the secretariat that hears of it: it asked, and the dilemma waits for nobody else.
    """
    until = timezone.localdate(at) + DAYS_BEFORE
    _each(dilemmas_due(until=until), lambda one: (one.key, one.next_date), _remind_of_dilemma, at=at)
    _each(groups_due(until=until), lambda one: (one.body.key, one.structural_until), _remind_of_group, at=at)
    _each(commitments_due(until=until), lambda one: (one.key, one.due_on), _remind_of_commitment, at=at)
    _each(questions_due(until=until), lambda one: (one.key, one.answer_by), _remind_of_question, at=at)
    _each(actions_due(until=until), lambda one: (one.key, one.due_on), _remind_of_action, at=at)


def _each(
    batches: Iterator[list[Row]],
    date_of: Callable[[Row], tuple[uuid.UUID, date | None]],
    remind_of: Callable[..., None],
    *,
    at: datetime,
) -> None:
    """Remind of each that nobody was reminded of before; `date_of` says what it is found by, and its date."""
    for batch in batches:
        keys = {_key_of(*date_of(one), at): one for one in batch}
        for key in keys.keys() - known_requests(keys):
            remind_of(keys[key], at=at)


@transaction.atomic
def _remind_of_dilemma(seen: Dilemma, *, at: datetime) -> None:
    dilemma = Dilemma.objects.select_for_update().get(pk=seen.pk)
    key = _key_of(dilemma.key, dilemma.next_date, at)
    if dilemma.next_date != seen.next_date or event_of_request(key):
        return  # it moved on, or another worker was first
    kind, today = _kind(dilemma.next_date, at), timezone.localdate(at)
    event = _record(kind, "dilemma", dilemma.key, dilemma.next_date, key, at=at)
    if responsible_now(Rung(dilemma.rung), dilemma.next_date, today) is Party.SUBMITTER:
        for submitter in submitters_to_tell(dilemma).filter(dilemma=dilemma):
            owe(letters.to_submitter(submitter), event=event, to=[submitter.email], at=at)
    else:
        people = people_responsible(dilemma, on=today)
        owe(letters.about_dilemma(dilemma, kind), event=event, to=people.values_list("email", flat=True), at=at)


@transaction.atomic
def _remind_of_group(seen: WorkingGroup, *, at: datetime) -> None:
    group = WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(pk=seen.pk)
    key = _key_of(group.body.key, group.structural_until, at)
    if group.ended_at or group.structural_until != seen.structural_until or event_of_request(key):
        return
    kind, today = _kind(group.structural_until, at), timezone.localdate(at)
    event = _record(kind, "group", group.body.key, group.structural_until, key, at=at)
    leads = seated(today, memberships__body=group.body, memberships__seat=Seat.LEAD)
    people = leads if leads.exists() else secretariat_on(today)
    owe(letters.about_stay(group, kind), event=event, to=people.values_list("email", flat=True), at=at)


@transaction.atomic
def _remind_of_commitment(seen: Commitment, *, at: datetime) -> None:
    commitment = Commitment.objects.select_for_update(of=("self",)).select_related("dilemma").get(pk=seen.pk)
    key = _key_of(commitment.key, commitment.due_on, at)
    if commitment.state != CommitmentState.OPEN or event_of_request(key):
        return
    kind = _kind(commitment.due_on, at)
    event = _record(kind, "commitment", commitment.key, commitment.due_on, key, at=at)
    owner = readers_under_label(Person.objects.filter(pk=commitment.owner_id, is_active=True), commitment.dilemma)
    letter = letters.about_promise(commitment.dilemma, kind)
    owe(letter, event=event, to=owner.values_list("email", flat=True), at=at)


@transaction.atomic
def _remind_of_question(seen: Message, *, at: datetime) -> None:
    dilemma = Dilemma.objects.select_for_update().get(pk=seen.dilemma_id)
    question = Message.objects.get(pk=seen.pk)
    key = _key_of(question.key, question.answer_by, at)
    if question.answered_at is not None or dilemma.next_date is None or event_of_request(key):
        return
    kind = _kind(question.answer_by, at)
    event = _record(kind, "question", question.key, question.answer_by, key, at=at)
    if kind is Kind.BEFORE:
        for submitter in submitters_to_tell(dilemma).filter(dilemma=dilemma):
            owe(letters.to_submitter(submitter), event=event, to=[submitter.email], at=at)
    else:
        people = secretariat_for(dilemma, timezone.localdate(at))
        owe(letters.without_answer(dilemma), event=event, to=people.values_list("email", flat=True), at=at)


@transaction.atomic
def _remind_of_action(seen: Action, *, at: datetime) -> None:
    action = Action.objects.select_for_update(of=("self",)).get(pk=seen.pk)
    key = _key_of(action.key, action.due_on, at)
    if action.done_at or action.due_on != seen.due_on or event_of_request(key):
        return
    kind = _kind(action.due_on, at)
    event = _record(kind, "action", action.key, action.due_on, key, at=at)
    owner = Person.objects.filter(pk=action.owner_id, is_active=True)
    people = owner if owner.exists() else secretariat_on(timezone.localdate(at))
    owe(letters.about_action(action, kind), event=event, to=people.values_list("email", flat=True), at=at)


def _kind(day: date | None, at: datetime) -> Kind:
    return Kind.AFTER if day and day < timezone.localdate(at) else Kind.BEFORE


def _key_of(subject: uuid.UUID, day: date | None, at: datetime) -> uuid.UUID:
    return _key(str(subject), _kind(day, at), str(day))


def _key(*parts: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, " ".join(parts))


def _record(
    kind: Kind, subject_kind: str, subject: uuid.UUID, day: date | None, key: uuid.UUID, *, at: datetime
) -> uuid.UUID:
    happening = Happening(
        action=f"reminder.{kind}",
        party="installation",
        subject_kind=subject_kind,
        subject=subject,
        request_key=key,
        details={"date": str(day)},
    )
    return record(happening, at=at).key
