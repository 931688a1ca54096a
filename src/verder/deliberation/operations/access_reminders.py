"""Says a week ahead that the access of a specialist ends by itself: to them, and to who can give it another day."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from verder.audit.queries import event_of_request, known_requests
from verder.audit.record import Happening, record
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations import group_letters
from verder.deliberation.queries.due import access_ending
from verder.deliberation.queries.people import seated, secretariat_on
from verder.network.models import Membership, Seat
from verder.post.owe import owe

DAYS_BEFORE = timedelta(days=7)
NAMESPACE = uuid.UUID("6f1d5a3e-52a1-4f0c-9a53-9d1f0a3b7c44")
"""Keys made in it stand for one warning each: a seat with another last day is warned of anew."""


def warn_of_access(*, at: datetime) -> None:
    """Warn of every access from outside that ends within a week, once for each last day."""
    today = timezone.localdate(at)
    for memberships in access_ending(since=today, until=today + DAYS_BEFORE):
        keys = {_key_of(membership): membership for membership in memberships}
        for key in keys.keys() - known_requests(keys):
            _warn(keys[key], at=at)


@transaction.atomic
def _warn(seen: Membership, *, at: datetime) -> None:
    group = WorkingGroup.objects.select_for_update(of=("self",)).select_related("body").get(body=seen.body_id)
    membership = Membership.objects.select_related("person").get(pk=seen.pk)
    key = _key_of(membership)
    if group.ended_at or membership.ends_on is None or membership.ends_on != seen.ends_on or event_of_request(key):
        return  # another day, the end of the group, or another worker came first
    today = timezone.localdate(at)
    details = {"person": str(membership.person.opaque_id), "ends_on": str(membership.ends_on)}
    happening = Happening(
        "group.access_warned",
        "installation",
        subject_kind="group",
        subject=group.body.key,
        request_key=key,
        details=details,
    )
    event = record(happening, at=at).key
    leads = seated(today, memberships__body=group.body, memberships__seat=Seat.LEAD)
    keepers = {*leads.values_list("email", flat=True), *secretariat_on(today).values_list("email", flat=True)}
    owe(group_letters.access_ends(group.body, membership.ends_on), event=event, to=[membership.person.email], at=at)
    owe(group_letters.access_of_specialist_ends(group.body, membership.ends_on), event=event, to=sorted(keepers), at=at)


def _key_of(membership: Membership) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"{membership.pk} {membership.ends_on}")
