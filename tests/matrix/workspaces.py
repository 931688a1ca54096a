"""The workspace of the group of the world, with something in each corner of it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.utils import timezone

from tests.factories import checked
from tests.personas import as_actor
from verder.deliberation.actor import Intent
from verder.workspace.operations import points, remarks, texts

if TYPE_CHECKING:
    from verder.network.models import Body, Person


def corners(group: Body, *, lead: Person) -> dict[str, str]:
    """Let the lead begin a text, propose other words and take something on; return the address of each page by name."""
    now = timezone.now()
    who = {"actor": as_actor(lead, now), "at": now}
    text = texts.start_text(group.key, new=texts.NewText(checked("Onze tekst")), intent=_once(), **who)
    section = texts.add_section(group.key, text=text.key, heading=checked("Begin"), intent=_once(), **who)
    says = remarks.RemarkWords(checked("Korter."), checked("Zo is het."))
    remark = remarks.make_remark(group.key, section=section.key, says=says, intent=_once(), **who)
    new = points.NewPoint(checked("Vraag het na."), lead, timezone.localdate(now))
    point = points.add_point(group.key, new=new, intent=_once(), **who)
    room = f"/werkgroepen/{group.key}/werkruimte"
    part = f"{room}/delen/{section.key}"
    return {
        "room": room,
        "text": f"{room}/teksten/{text.key}",
        "rename": f"{room}/teksten/{text.key}/naam",
        "section": part,
        "write": f"{part}/schrijf",
        "take_out": f"{part}/haal-weg",
        "versions": f"{part}/versies",
        "remark": f"{part}/opmerkingen/{remark.key}",
        "talk": f"{room}/gesprek",
        "points": f"{room}/te-doen",
        "hand_over": f"{room}/te-doen/{point.key}/draag-over",
        "papers": f"{room}/stukken",
    }


def _once() -> Intent:
    return Intent(request_key=uuid.uuid4())
