"""Plays the example from its first day to today, in the order in which things happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial

from django.db import transaction
from django.utils import timezone

from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, Manner, Reply
from verder.deliberation.operations import agenda, invitations, planning, replies
from verder.deliberation.operations.meetings import Plan
from verder.deliberation.queries.invitations import invitations_to
from verder.deliberation.starter import guidance, reading
from verder.deliberation.starter.afterwards import after
from verder.deliberation.starter.agendas import send_signal, work_on_agenda
from verder.deliberation.starter.basics import add_routes
from verder.deliberation.starter.network import invite_specialist, make_network
from verder.deliberation.starter.spreading import spreading
from verder.deliberation.starter.stage import Stage, checked
from verder.deliberation.starter.steps import CLERK, STEPS, Scene
from verder.deliberation.starter.texts import DilemmaText, MeetingText, StepText
from verder.network.models import Body, Organisation

FIRST_DAY = -400
MEETINGS_BEGIN = time(9)


class HasContent(Exception):
    """There is content already; nothing was loaded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens on a day; on one day meetings are planned first, and closed before what comes after."""

    day: int
    rank: int
    do: Callable[[datetime], object]


@transaction.atomic
def load(*, at: datetime, also: Iterable[Callable[[Stage], Iterable[Entry]]] = ()) -> None:
    """Load the example content, whole or not at all, with what rooms above this one add to it.

    Raise HasContent when there is content already.
    """
    if Organisation.objects.exists() or Dilemma.objects.exists():
        raise HasContent
    stage = Stage(timezone.localdate(at))
    make_network(stage, stage.moment(FIRST_DAY))
    add_routes(at=at)
    added = [entry for more in also for entry in more(stage)]
    for entry in sorted([*_entries(stage), *added], key=lambda one: (one.day, one.rank)):
        entry.do(stage.moment(entry.day))


def _entries(stage: Stage) -> Iterator[Entry]:
    for subject in (_meetings, _agendas, _guidance, _spreading, _specialists, _dilemmas):
        yield from subject(stage)


def _meetings(stage: Stage) -> Iterator[Entry]:
    for text in reading.meetings():
        yield Entry(text.planned, 0, partial(_plan, stage, text))
        if text.invited:
            yield Entry(text.invited, 1, partial(_invite, stage, text))
        for role, answer in text.replies.items():
            yield Entry(text.invited + 1, 1, partial(_reply, stage, text, role, Reply(answer)))
        if text.closed:
            yield Entry(text.on, 2, partial(_close, stage, text))
        for day, do in after(stage, text):
            yield Entry(day, 3, do)


def _plan(stage: Stage, text: MeetingText, at: datetime) -> None:
    starts_at = timezone.make_aware(datetime.combine(stage.day(text.on), MEETINGS_BEGIN))
    plan = Plan(starts_at, text.place, Manner(text.manner))
    body = Body.objects.get(kind=text.body)
    stage.meetings[text.key] = planning.plan_meeting(body, plan, actor=stage.as_actor(CLERK, at), at=at)


def _invite(stage: Stage, text: MeetingText, at: datetime) -> None:
    invitations.invite(
        stage.meetings[text.key].key,
        introduction=checked(text.introduction),
        actor=stage.as_actor(CLERK, at),
        at=at,
        intent=Intent(),
    )


def _reply(stage: Stage, text: MeetingText, role: str, answer: Reply, at: datetime) -> None:
    invitation = invitations_to(stage.meetings[text.key]).get(person=stage.people[role])
    replies.reply(invitation.key, replies.Answer(answer), at=at)


def _close(stage: Stage, text: MeetingText, at: datetime) -> None:
    actor = stage.as_actor(CLERK, at)
    agenda.close_meeting(stage.meetings[text.key].key, reason=checked(text.closed), cancelled=False, actor=actor, at=at)


def _agendas(stage: Stage) -> Iterator[Entry]:
    for text in reading.agendas():
        yield Entry(text.on, 1, partial(work_on_agenda, stage, text))
    for signal in reading.signals():
        yield Entry(signal.on, 1, partial(send_signal, stage, signal))


def _guidance(stage: Stage) -> Iterator[Entry]:
    principle = reading.principle()
    yield Entry(principle.set, 1, partial(guidance.set_shared_principle, stage, principle))
    rules = reading.evidence()
    yield Entry(rules.set, 1, partial(guidance.set_rules_of_evidence, stage, rules))
    for text in reading.guidance():
        yield Entry(text.written, 1, partial(guidance.write, stage, text))
        yield Entry(text.published, 1, partial(guidance.release, stage, text))


def _spreading(stage: Stage) -> Iterator[Entry]:
    for day, do in spreading(stage, reading.spreading()):
        yield Entry(day, 2, do)


def _specialists(stage: Stage) -> Iterator[Entry]:
    for text in reading.network().specialists:
        yield Entry(text.starts, 1, partial(invite_specialist, stage, text))


def _dilemmas(stage: Stage) -> Iterator[Entry]:
    for dilemma in reading.dilemmas():
        for step in dilemma.way:
            yield Entry(step.on, 1, partial(_take, stage, dilemma, step))


def _take(stage: Stage, dilemma: DilemmaText, step: StepText, at: datetime) -> None:
    STEPS[step.name](Scene(stage, dilemma, step.name, step.argument, at))
