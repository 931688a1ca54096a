"""Pages of working groups: what anyone may know of them, and the inside for who sits in one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from verder.deliberation.models import WorkingGroup
from verder.deliberation.queries.groups import (
    dilemmas_of_group,
    group_for,
    groups_for_everyone,
    groups_of,
    may_enter,
    members_of,
    products_of,
)
from verder.web.groups.verdicts import work_on
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 50


def group_list(request: HttpRequest) -> HttpResponse:
    """Show the groups that run and those that are done, with their question and their products."""
    visitor = standing(request)
    known = {
        "own": groups_of(visitor)[:SHOWN] if visitor.is_signed_in else (),
        "running": groups_for_everyone()[:SHOWN],
        "finished": groups_for_everyone(ended=True)[:SHOWN],
        "today": timezone.localdate(),
    }
    return render(request, "web/groups/list.html", known)


def group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show a group: to everyone its question and products, to who sits in it also its work."""
    visitor = standing(request)
    try:
        found = group_for(visitor, key)
    except WorkingGroup.DoesNotExist as unknown:
        raise Http404 from unknown
    today = timezone.localdate()
    known = {"group": found, "products": products_of(found, visitor), "today": today}
    if not may_enter(visitor, found):
        return render(request, "web/groups/outside.html", known)
    work = [work_on(dilemma, found, visitor) for dilemma in dilemmas_of_group(found, visitor)[:SHOWN]]
    inside = {"work": work, "members": members_of(found, on=today), "keeps": _keeps(request, found)}
    return render(request, "web/groups/inside.html", {**known, **inside})


def _keeps(request: HttpRequest, found: WorkingGroup) -> bool:
    visitor = standing(request)
    return found.ended_at is None and (visitor.is_secretariat or found.body_id in visitor.led_groups)
