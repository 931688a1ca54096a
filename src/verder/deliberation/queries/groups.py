"""Working groups, and what they work on."""

from __future__ import annotations

import uuid

from django.db.models import Prefetch, QuerySet

from verder.deliberation.models import Dilemma, GroupProduct, ServedDilemma, WorkingGroup
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.guidance.models import PublicationState
from verder.network.standing import Standing


def group_at_work_on(dilemma: Dilemma) -> WorkingGroup | None:
    """Return the group that works on a dilemma now."""
    served = ServedDilemma.objects.filter(dilemma=dilemma, until__isnull=True).select_related("group__body").first()
    return served.group if served else None


def running_groups() -> QuerySet[WorkingGroup]:
    """Return the groups that run, soonest first meeting first; their public question may be shown to anyone."""
    return WorkingGroup.objects.filter(ended_at__isnull=True).select_related("body").order_by("first_meeting_on", "pk")


def groups_for_everyone() -> QuerySet[WorkingGroup]:
    """Return the groups that run and were given a question for the public; their name may then be shown as well."""
    return running_groups().exclude(public_question="")


def finished_groups() -> QuerySet[WorkingGroup]:
    """Return the groups that have ended, latest first."""
    return WorkingGroup.objects.filter(ended_at__isnull=False).select_related("body").order_by("-ended_at")


def group_pages() -> QuerySet[WorkingGroup]:
    """Return groups with their published products at hand."""
    products = GroupProduct.objects.filter(publication__state=PublicationState.PUBLISHED).select_related("publication")
    return WorkingGroup.objects.select_related("body").prefetch_related(Prefetch("products", products))


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
