"""Signals and insights: sent in, put on agendas, discussed, and closed with words back to who sent them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaSending,
    Dilemma,
    ItemState,
    Meeting,
    Signal,
    SignalKind,
    SignalReach,
    SignalState,
)
from verder.deliberation.operations.climb import SomeoneWasFirst, refuse_second_click
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.people import secretariat_on
from verder.deliberation.queries.signalling import bodies_of_sender, signals_visible_to
from verder.domain.tlp import Tlp
from verder.network.models import Body, Theme
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText


class NotASender(Exception):
    """Signals come from the secretariat, the Platform and working groups."""


class NotTheSecretariats(Exception):
    """Only the secretariat closes a signal."""


class ClosedAlready(Exception):
    """The signal was closed; it cannot be closed again or put on an agenda."""


class UnknownDilemma(Exception):
    """The sender may read no dilemma of this number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw or understood, where it is felt, and what it has to do with."""

    kind: SignalKind
    title: CheckedText
    text: CheckedText
    reach: SignalReach
    tlp: Tlp
    body: Body
    theme: Theme | None = None
    dilemma: str = ""


@transaction.atomic
def send_signal(seen: Seen, *, actor: Actor, at: datetime, intent: Intent) -> Signal:
    """Send a signal in, and tell the secretariat that there is one.

    Raise NotASender outside the bodies that send signals, AlreadyTaken for a form that came in before, and
    UnknownDilemma for a number of none that the sender may read.
    """
    person = actor.standing.person
    if person is None or seen.body not in bodies_of_sender(actor.standing):
        raise NotASender
    Body.objects.select_for_update(no_key=True).get(pk=seen.body.pk)
    refuse_second_click(intent)
    signal = Signal.objects.create(
        kind=seen.kind,
        title=seen.title.text,
        text=seen.text.text,
        reach=seen.reach,
        tlp=seen.tlp,
        theme=seen.theme,
        dilemma=_dilemma(seen.dilemma, actor),
        person=person,
        body=seen.body,
        sent_at=at,
    )
    event = _record(signal, "signal.sent", actor, at=at, intent=intent)
    owe(_letter_to_secretariat(signal), event=event, to=_secretariat(actor, at), at=at)
    return signal


def _dilemma(number: str, actor: Actor) -> Dilemma | None:
    if not number:
        return None
    found = dilemmas_visible_to(actor.standing).filter(number=number).first()
    if found is None:
        raise UnknownDilemma
    return found


def _secretariat(actor: Actor, at: datetime) -> list[str]:
    people = secretariat_on(timezone.localdate(at))
    return [person.email for person in people if person != actor.standing.person]


def take_signal(key: uuid.UUID, *, actor: Actor) -> Signal:
    """Put a signal on an agenda that is locked; raise Signal.DoesNotExist when it does not wait any more."""
    waiting = Signal.objects.select_for_update().filter(pk__in=signals_visible_to(actor.standing).values("pk"))
    signal = waiting.get(key=key, state=SignalState.NEW)
    _set_state(signal, SignalState.ON_AGENDA)
    return signal


def release_signal(signal: int) -> None:
    """Let a signal wait again that was taken off an agenda."""
    for one in Signal.objects.select_for_update().filter(pk=signal, state=SignalState.ON_AGENDA):
        _set_state(one, SignalState.NEW)


def settle_signals(meeting: Meeting, *, cancelled: bool) -> None:
    """Say of the signals on the agenda of a locked meeting that they were discussed, or let them wait again."""
    on_agenda = Q(agenda_items__meeting=meeting, agenda_items__state=ItemState.OPEN)
    last = AgendaSending.objects.filter(meeting=meeting).order_by("-ordinal").values("pk")[:1]
    touched = Signal.objects.filter(on_agenda if cancelled else on_agenda | Q(carried_along__sending=last))
    rows = Signal.objects.select_for_update().filter(pk__in=touched.values("pk")).exclude(state=SignalState.CLOSED)
    for signal in rows.order_by("pk"):
        _set_state(signal, SignalState.NEW if cancelled else SignalState.DISCUSSED)


def _set_state(signal: Signal, state: SignalState) -> None:
    signal.state = state
    signal.version += 1
    signal.save(update_fields=["state", "version"])


@transaction.atomic
def close_signal(key: uuid.UUID, *, reply: CheckedText, actor: Actor, at: datetime, intent: Intent) -> Signal:
    """Close a signal with words back to who sent it, who is told.

    Raise NotTheSecretariats, AlreadyTaken, SomeoneWasFirst, ClosedAlready.
    """
    if not actor.standing.is_secretariat:
        raise NotTheSecretariats
    signal = Signal.objects.select_for_update(of=("self",)).select_related("person").get(key=key)
    refuse_second_click(intent)
    if intent.version is not None and intent.version != signal.version:
        raise SomeoneWasFirst
    if signal.state == SignalState.CLOSED:
        raise ClosedAlready
    signal.state, signal.reply, signal.closed_at = SignalState.CLOSED, reply.text, at
    signal.version += 1
    signal.save()
    event = _record(signal, "signal.closed", actor, at=at, intent=intent)
    if signal.person != actor.standing.person:
        owe(_letter_to_sender(signal), event=event, to=[signal.person.email], at=at)
    return signal


def _record(signal: Signal, action: str, actor: Actor, *, at: datetime, intent: Intent) -> uuid.UUID:
    happening = Happening(
        action=action,
        party=signal.body.kind,
        actor=actor.opaque_id,
        origin=actor.origin_as(signal.body.kind),
        subject_kind="signal",
        subject=signal.key,
        body=signal.body.key,
        request_key=intent.stored_key,
    )
    return record(happening, at=at).key


def _letter_to_secretariat(signal: Signal) -> Letter:
    return Letter(
        subject=_("Er is een signaal binnen"),
        body=_("Er kwam een signaal of inzicht binnen. Bekijk het hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse("signal", args=[signal.key])},
    )


def _letter_to_sender(signal: Signal) -> Letter:
    return Letter(
        subject=_("Er is antwoord op wat u meldde"),
        body=_("Er is antwoord op het signaal of inzicht dat u stuurde. Lees het hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse("signal", args=[signal.key])},
    )
