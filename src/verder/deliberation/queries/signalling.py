"""Signals and insights: who may read them, and which wait for a body."""

from __future__ import annotations

import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from verder.deliberation.models.agenda import AgendaItem
from verder.deliberation.models.sending import SentOverview
from verder.deliberation.models.signal import Signal, SignalState
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import Standing

SENDERS = (BodyKind.SECRETARIAT, BodyKind.PLATFORM, BodyKind.WORKING_GROUP)
"""Where people sit who send signals."""
OPEN = (SignalState.NEW, SignalState.ON_AGENDA, SignalState.DISCUSSED)


def signals_visible_to(standing: Standing) -> QuerySet[Signal]:
    """Return the signals that somebody may read.

    Their own; to the secretariat all; to who takes part those for everyone; and to a body what stands on its agenda or
    was carried along to it.
    """
    signals = Signal.objects.select_related("theme", "body", "person")
    if standing.person is None or standing.is_administrator:
        return signals.none()
    if standing.is_secretariat:
        return signals
    on_agenda = AgendaItem.objects.filter(signal=OuterRef("pk"), meeting__body__in=standing.bodies)
    carried = SentOverview.objects.filter(signal=OuterRef("pk"), sending__meeting__body__in=standing.bodies)
    reached = Q(person=standing.person) | Q(Exists(on_agenda)) | Q(Exists(carried)) | Q(tlp=Tlp.CLEAR)
    return signals.filter(reached | Q(tlp=Tlp.GREEN) if standing.is_in_the_community else reached)


def may_send_signals(standing: Standing) -> bool:
    """Tell whether somebody sits where signals are sent from; an invited specialist of a group does too."""
    return bool(bodies_of_sender(standing))


def bodies_of_sender(standing: Standing) -> list[Body]:
    """List the bodies on whose behalf somebody may send a signal."""
    return list({seat.body.pk: seat.body for seat in standing.seats if seat.body.kind in SENDERS}.values())


def signals_waiting(standing: Standing) -> QuerySet[Signal]:
    """Return the signals that stand on no agenda yet, oldest first."""
    return signals_visible_to(standing).filter(state=SignalState.NEW).order_by("pk")


def signal_here(standing: Standing, key: uuid.UUID) -> Signal:
    """Find a signal that somebody may read; raise Signal.DoesNotExist."""
    return signals_visible_to(standing).select_related("dilemma").get(key=key)


def own_signals(person: Person) -> QuerySet[Signal]:
    """Return what somebody sent."""
    return Signal.objects.filter(person=person).select_related("theme", "body", "person")
