"""Which workspace, text or section an address is about; what one may not see is not there."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.web.standing import standing
from verder.workspace.queries.rooms import find_room
from verder.workspace.queries.texts import section_in, text_in

if TYPE_CHECKING:
    from django.http import HttpRequest

    from verder.workspace.models import GroupText, Section
    from verder.workspace.queries.rooms import Room


class Who(TypedDict):
    """Who does something, and when."""

    actor: Actor
    at: datetime


def who(request: HttpRequest) -> Who:
    """Say who does something now."""
    return Who(actor=Actor(standing(request)), at=timezone.now())


def room_here(request: HttpRequest, key: uuid.UUID) -> Room:
    """Find the workspace of a group for who comes in it."""
    try:
        return find_room(key, standing(request))
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown


def whole_room_here(request: HttpRequest, key: uuid.UUID) -> Room:
    """Find it for who may read all that the group shares."""
    room = room_here(request, key)
    if not room.is_whole:
        raise Http404
    return room


def text_here(request: HttpRequest, key: uuid.UUID, text: uuid.UUID) -> tuple[Room, GroupText]:
    """Find a text in the workspace of a group."""
    room = room_here(request, key)
    try:
        return room, text_in(room, text)
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown


def section_here(request: HttpRequest, key: uuid.UUID, section: uuid.UUID) -> tuple[Room, Section]:
    """Find a section of a text in the workspace of a group."""
    room = room_here(request, key)
    try:
        return room, section_in(room, section)
    except ObjectDoesNotExist as unknown:
        raise Http404 from unknown
