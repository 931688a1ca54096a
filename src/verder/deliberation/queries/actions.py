"""What people will do after meetings, as far as somebody may read it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from verder.deliberation.models import Action, Meeting
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.due import BATCH, in_batches
from verder.network.models import Body, Person
from verder.network.standing import Standing


def actions_visible_to(standing: Standing) -> QuerySet[Action]:
    """Return the actions of the bodies that somebody sits in and one's own, but none on a dilemma one may not read."""
    if standing.person is None:
        return Action.objects.none()
    own = Q(owner=standing.person)
    near = Q() if standing.is_secretariat else Q(meeting__body__in=standing.bodies) | own
    about = Q(item__isnull=True) | Q(item__dilemma__isnull=True) | Q(item__dilemma__in=dilemmas_visible_to(standing))
    found = Action.objects.filter(near, about | own)
    return found.select_related("owner", "meeting__body", "item__dilemma")


def actions_to_do(standing: Standing, *, own: bool = False) -> QuerySet[Action]:
    """Return what is still to be done, everybody's or one's own."""
    still = actions_visible_to(standing).filter(done_at__isnull=True)
    return still.filter(owner=standing.person) if own else still


def action_list_of(meeting: Meeting, standing: Standing) -> list[Action]:
    """Return the actions that were given at a meeting, earliest date first."""
    return list(actions_visible_to(standing).filter(meeting=meeting).order_by("due_on", "pk"))


def overdue_actions_of(body: Body, standing: Standing, *, on: date) -> QuerySet[Action]:
    """Return what a body's actions are late with on a day."""
    return actions_to_do(standing).filter(meeting__body=body, due_on__lt=on).order_by("due_on", "pk")


def action_with_key(standing: Standing, key: uuid.UUID) -> Action:
    """Return an action; raise Action.DoesNotExist for who may not read it."""
    return actions_visible_to(standing).get(key=key)


def people_to_act(body: Body, *, on: date) -> QuerySet[Person]:
    """Return who can be given an action of a body: who sits in it on a day, and the secretariat, by name."""
    held = Q(memberships__ends_on__isnull=True) | Q(memberships__ends_on__gte=on)
    seat = Q(memberships__body=body) | Q(memberships__body__kind="secretariat")
    people = Person.objects.filter(held, seat, memberships__starts_on__lte=on, is_active=True)
    return people.select_related("organisation").order_by("name", "pk").distinct()


def actions_due(*, until: date, size: int = BATCH) -> Iterator[list[Action]]:
    """Yield the actions that are to be done on or before `until`, earliest first."""
    return in_batches(Action.objects.filter(done_at__isnull=True, due_on__lte=until), by="due_on", size=size)
