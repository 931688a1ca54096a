"""Pages of working groups: what anyone may know of them, and the inside for who sits in one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib.auth.views import redirect_to_login
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
    past_access,
    products_of,
    shown_members_of,
)
from verder.guidance.models import PublicationState
from verder.network.models import Membership, Seat
from verder.web.groups.verdicts import date_for_verdict, label_of, stay_is_over, work_on
from verder.web.leafing import leaf
from verder.web.standing import standing
from verder.web.words.seats import SEAT_WORDS

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.guidance.models import Publication
    from verder.network.standing import Standing

SIZE = 20
FORBIDDEN = 403


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
        return _not_open(request, visitor, key, unknown)
    today, products = timezone.localdate(), products_of(found, visitor)
    known = {"group": found, "products": products, "today": today}
    if may_enter(visitor, found):
        return render(request, "web/groups/inside.html", {**known, **_inside(found, products, visitor, today)})
    shown = [_row_of(one) for one in shown_members_of(found, on=today)]
    outside = {"shown": shown, "past": past_access(visitor.person, key=key)}
    return render(request, "web/groups/outside.html", {**known, **outside})


def _not_open(request: HttpRequest, visitor: Standing, key: uuid.UUID, unknown: Exception) -> HttpResponse:
    """Ask an outsider to log in, since letters lead here; tell who was in this group that their access has ended."""
    if not visitor.is_signed_in:
        return redirect_to_login(request.get_full_path())
    past = past_access(visitor.person, key=key)
    if past is None:
        raise Http404 from unknown
    return render(request, "web/groups/over.html", {"past": past}, status=FORBIDDEN)


def _inside(found: WorkingGroup, products: QuerySet[Publication], visitor: Standing, today: date) -> dict[str, object]:
    looks_after = visitor.is_secretariat or found.body_id in visitor.led_groups
    served = dilemmas_served(found, visitor)
    waits = not any(product.state == PublicationState.PUBLISHED for product in products)
    members = [_row_of(one) for one in members_of(found, on=today)]
    return {
        "asks_verdict": date_for_verdict(served, on=today) if waits else None,
        "stay_is_over": stay_is_over(found, on=today),
        "label": label_of(served),
        "work": [work_on(one, may_judge=looks_after) for one in served],
        "members": members,
        "own": next((seat for seat, _role, _from in members if seat.person == visitor.person), None),
        "keeps": looks_after and found.ended_at is None,
        "may_open": looks_after,
    }


def _row_of(seat: Membership) -> tuple[Membership, Promise, str]:
    """Return a seat, what somebody is called in it, and the organisation that they come from."""
    own = seat.person.organisation
    return seat, SEAT_WORDS[Seat(seat.seat)], seat.on_behalf_of or (own.name if own else "")
