"""The pack of a meeting on a page: having it made, seeing how far it is, and fetching it."""

from __future__ import annotations

import uuid
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from verder.deliberation.actor import Actor
from verder.deliberation.models import MeetingPack, PackState
from verder.deliberation.operations import packs
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.reading import note_readings
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.deliberation.queries.papers import contents_of, made_pack, pack_of
from verder.web.agenda.printed import find_open
from verder.web.asking import OnceForm
from verder.web.on_paper import PDF, attach
from verder.web.standing import for_signed_in, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.models import Dilemma, Meeting
    from verder.deliberation.queries.papers import Contents
    from verder.network.standing import Standing

WAITING = frozenset({PackState.QUEUED, PackState.MAKING})


class Stand(StrEnum):
    """How a pack stands, to who would read it."""

    NONE = "none"
    WAITING = "waiting"
    READY = "ready"
    STALE = "stale"
    FAILED = "failed"
    NOT_THEIRS = "not_theirs"


@for_signed_in
def pack(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show how the pack of a meeting stands, and have it made."""
    meeting = find_open(request, key)
    if request.method == "POST":
        return _ask(request, key)
    made = pack_of(meeting)
    stand = _stand_of(meeting, made, standing(request))
    known = {
        "meeting": meeting,
        "pack": made,
        "stand": stand,
        "may_ask": stand in {Stand.NONE, Stand.STALE, Stand.FAILED} or _takes_too_long(made, stand),
        "form": OnceForm(),
        "again": reverse("meeting-pack", args=[key]) if stand is Stand.WAITING else "",
    }
    return render(request, "web/agenda/pack.html", known)


def _ask(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    form = OnceForm(request.POST)
    if not form.is_valid():
        raise Http404
    with suppress(AlreadyTaken):
        packs.ask_for_pack(key, actor=Actor(standing(request)), at=timezone.now(), intent=form.intent)
    return redirect("meeting-pack", key)


def _stand_of(meeting: Meeting, made: MeetingPack | None, visitor: Standing) -> Stand:
    if made is None:
        return Stand.NONE
    if made.state in WAITING:
        return Stand.WAITING
    if made.state == PackState.FAILED:
        return Stand.FAILED
    contents = contents_of(meeting)
    if contents.fingerprint != made.fingerprint:
        return Stand.STALE
    return Stand.READY if _readable(contents, visitor) is not None else Stand.NOT_THEIRS


def _readable(contents: Contents, visitor: Standing) -> list[Dilemma] | None:
    """Return the dilemmas in a pack; None when one of them is not for this reader, as for who comes instead."""
    found = list(dilemmas_visible_to(visitor).filter(pk__in=contents.dilemmas).select_related("submitter"))
    return found if len(found) == len(contents.dilemmas) else None


def _takes_too_long(made: MeetingPack | None, stand: Stand) -> bool:
    return made is not None and stand is Stand.WAITING and timezone.now() > made.asked_at + packs.PATIENCE


@for_signed_in
def fetch(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Hand out the pack, and write down who read what may not travel; one that is out of date is not handed out."""
    meeting, visitor = find_open(request, key), standing(request)
    contents = contents_of(meeting)
    dilemmas = _readable(contents, visitor)
    if dilemmas is None:
        raise Http404
    try:
        content = made_pack(meeting, contents)
    except MeetingPack.DoesNotExist:
        return redirect("meeting-pack", key)
    note_readings(dilemmas, actor=Actor(visitor), at=timezone.now())
    return attach(content, media_type=PDF, name=f"stukken-{meeting.day}.pdf")
