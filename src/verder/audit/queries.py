"""All reads of the events."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import QuerySet

from verder.audit.models import Event


def events_of(subject: uuid.UUID) -> QuerySet[Event]:
    """Return what happened to `subject`, oldest first."""
    return Event.objects.filter(subject=subject).order_by("pk")


def steps_of(subjects: Collection[uuid.UUID]) -> QuerySet[Event]:
    """Return the steps that dilemmas took, oldest first."""
    return Event.objects.filter(subject__in=subjects, action__startswith="step.").order_by("pk")


def events_that(actions: Collection[str]) -> QuerySet[Event]:
    """Return what happened in one of these ways, oldest first."""
    return Event.objects.filter(action__in=actions).order_by("pk")


def is_known(key: uuid.UUID) -> bool:
    """Tell whether an event of this key happened here."""
    return Event.objects.filter(key=key).exists()


def event_of_request(request_key: uuid.UUID) -> Event | None:
    """Return the event that a form sent before has led to, if any."""
    return Event.objects.filter(request_key=request_key).first()


def known_requests(request_keys: Collection[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Return which of the keys have led to an event before."""
    found = Event.objects.filter(request_key__in=request_keys).values_list("request_key", flat=True)
    return frozenset(key for key in found if key)
