"""Whose names stay in the room when a meeting is held under the Chatham House Rule."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.db.models import Q
from django.utils import timezone

from verder.deliberation.models import Meeting, Presence, Proceedings
from verder.deliberation.queries.actions import people_to_act
from verder.domain.chatham import without_names
from verder.network.models import Person


def as_it_leaves(meeting: Meeting) -> Callable[[str], str]:
    """Return how a text of a meeting reads for who gets it: as it is, or under the Chatham House Rule without names.

    These are the names and organisations of who sits in the body, was invited, or was there.
    """
    if not Proceedings.objects.filter(meeting=meeting, chatham_house=True).exists():
        return str
    seated = people_to_act(meeting.body, on=timezone.localdate(meeting.starts_at)).order_by().values("pk")
    there = (
        Q(pk__in=Presence.objects.filter(meeting=meeting).values("person"))
        | Q(invitations__meeting=meeting)
        | Q(pk__in=seated)
    )
    people = Person.objects.filter(there).values_list("name", "organisation__name").distinct()
    names, places = {name for name, _place in people}, {place for _name, place in people if place}
    return partial(without_names, people=names, organisations=places)
