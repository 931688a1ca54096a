"""Working groups, and what they work on."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from verder.deliberation.models import Dilemma, GroupProduct, ServedDilemma, WorkingGroup
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.guidance.models import Publication
from verder.guidance.queries import published
from verder.network.models import Membership
from verder.network.standing import Standing


def group_at_work_on(dilemma: Dilemma) -> WorkingGroup | None:
    """Return the group that works on a dilemma now."""
    served = ServedDilemma.objects.filter(dilemma=dilemma, until__isnull=True).select_related("group__body").first()
    return served.group if served else None


def running_groups() -> QuerySet[WorkingGroup]:
    """Return the groups that run, soonest first meeting first; their public question may be shown to anyone."""
    return WorkingGroup.objects.filter(ended_at__isnull=True).select_related("body").order_by("first_meeting_on", "pk")


def groups_for_everyone(*, ended: bool = False) -> QuerySet[WorkingGroup]:
    """Return the groups that run, or have ended, and were given a question for the public, as is then their name."""
    groups = WorkingGroup.objects.filter(ended_at__isnull=not ended).exclude(public_question="").select_related("body")
    return groups.order_by("-ended_at", "-pk") if ended else groups.order_by("first_meeting_on", "pk")


def groups_of(standing: Standing) -> QuerySet[WorkingGroup]:
    """Return the running groups that somebody sits in; for the secretariat all of them."""
    return running_groups() if standing.is_secretariat else running_groups().filter(body__in=standing.bodies)


def group_for(standing: Standing, key: uuid.UUID) -> WorkingGroup:
    """Find a group that somebody may know of; raise WorkingGroup.DoesNotExist."""
    group = WorkingGroup.objects.select_related("body").get(body__key=key)
    if group.public_question or may_enter(standing, group):
        return group
    raise WorkingGroup.DoesNotExist


def products_of(group: WorkingGroup, standing: Standing) -> QuerySet[Publication]:
    """Return the published guidance that a group made, as far as this reader may read it."""
    made = GroupProduct.objects.filter(group=group).values("publication")
    return published(standing).filter(pk__in=made)


def members_of(group: WorkingGroup, *, on: date) -> QuerySet[Membership]:
    """Return who sits in a group on a day, its lead first."""
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(held, body=group.body_id, starts_on__lte=on)
    return seats.select_related("person__organisation").order_by("seat", "person__name")


def may_enter(standing: Standing, group: WorkingGroup) -> bool:
    """Tell whether someone sits in a group, or looks after it."""
    return standing.is_secretariat or group.body_id in standing.bodies


def dilemmas_of_group(group: WorkingGroup, standing: Standing) -> QuerySet[Dilemma]:
    """Return the dilemmas that a group serves or served, as far as this reader may read them."""
    served = ServedDilemma.objects.filter(group=group).values("dilemma")
    return dilemmas_visible_to(standing).filter(pk__in=served).select_related("shared").order_by("pk")


def group_to_work_for(key: uuid.UUID, standing: Standing) -> WorkingGroup:
    """Find the group that somebody leads or looks after; raise WorkingGroup.DoesNotExist for others."""
    groups = WorkingGroup.objects.select_related("body")
    if not standing.is_secretariat:
        groups = groups.filter(body__in=standing.led_groups)
    return groups.get(body__key=key)
