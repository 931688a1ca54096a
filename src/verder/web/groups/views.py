"""Pages of working groups: what anyone may know of them, and the inside for who sits in one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from verder.deliberation.models import WorkingGroup
from verder.deliberation.queries.groups import (
    dilemmas_served,
    group_for,
    groups_open_to,
    may_enter,
    members_of,
    products_of,
)
from verder.guidance.models import PublicationState
from verder.network.models import Seat
from verder.web.groups.verdicts import date_for_verdict, label_of, work_on
from verder.web.leafing import leaf
from verder.web.standing import standing
from verder.web.words.seats import SEAT_WORDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SIZE = 20


def group_list(request: HttpRequest) -> HttpResponse:
    """Show the groups that run, or those that are done, with their question and what they made."""
    visitor, done = standing(request), request.GET.get("welke") == "klaar"
    groups = groups_open_to(visitor, ended=done)
    page = leaf(request, groups, "-ended_at" if done else "first_meeting_on", size=SIZE)
    return render(request, "web/groups/list.html", {"page": page, "done": done, "today": timezone.localdate()})


def group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show a group: to everyone its question and products, to who sits in it also its work."""
    visitor = standing(request)
    try:
        found = group_for(visitor, key)
    except WorkingGroup.DoesNotExist as unknown:
        raise Http404 from unknown
    today = timezone.localdate()
    products = products_of(found, visitor)
    known = {"group": found, "products": products, "today": today}
    if not may_enter(visitor, found):
        return render(request, "web/groups/outside.html", known)
    looks_after = visitor.is_secretariat or found.body_id in visitor.led_groups
    served = dilemmas_served(found, visitor)
    waits = not any(product.state == PublicationState.PUBLISHED for product in products)
    inside = {
        "asks_verdict": date_for_verdict(served, on=today) if waits else None,
        "label": label_of(served),
        "work": [work_on(one, may_judge=looks_after) for one in served],
        "members": [(one, SEAT_WORDS[Seat(one.seat)]) for one in members_of(found, on=today)],
        "keeps": looks_after and found.ended_at is None,
    }
    return render(request, "web/groups/inside.html", {**known, **inside})
