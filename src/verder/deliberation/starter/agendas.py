"""What is done to the agendas of the example, and the signals from its field."""

from __future__ import annotations

import uuid
from datetime import datetime

from verder.deliberation.actor import Intent
from verder.deliberation.models import ItemKind, SignalKind, SignalReach, SignOffRole
from verder.deliberation.operations import agenda, filling, preparation, sending, signalling
from verder.deliberation.starter.stage import Stage, checked
from verder.deliberation.starter.texts import AgendaText, SignalText
from verder.domain.tlp import Tlp
from verder.network.models import Theme

CLERK = "secretariaat"
SIGNS = {
    SignOffRole.SECRETARIAT: CLERK,
    SignOffRole.PLATFORM: "voorzitter-platform",
    SignOffRole.COUNCIL_CHAIR: "voorzitter-beraad",
}


def work_on_agenda(stage: Stage, text: AgendaText, at: datetime) -> None:
    """Put the fixed items or one item on an agenda, let people sign it, or send it."""
    meeting, clerk = stage.meetings[text.meeting], stage.as_actor(CLERK, at)
    if text.fixed:
        filling.put_fixed_items(meeting.key, actor=clerk, at=at, intent=_form())
    if text.item:
        title = checked(text.item)
        agenda.add_item(meeting, title=title, kind=ItemKind.DISCUSSION, actor=clerk, at=at, intent=_form())
    for role in (SignOffRole(name) for name in text.signed):
        actor = stage.as_actor(SIGNS[role], at)
        preparation.sign_off(meeting.key, role=role, actor=actor, at=at, intent=_form())
    if text.sent:
        sending.send_agenda(meeting.key, actor=clerk, at=at, intent=_form())


def send_signal(stage: Stage, text: SignalText, at: datetime) -> None:
    """Send a signal in, and close it where the example has words back."""
    actor = stage.as_actor(text.by, at)
    seen = signalling.Seen(
        kind=SignalKind(text.kind),
        title=checked(text.title),
        text=checked(text.text),
        reach=SignalReach(text.reach),
        tlp=Tlp(text.tlp),
        body=actor.standing.seats[0].body,
        theme=Theme.objects.get(name=text.theme),
    )
    sent = signalling.send_signal(seen, actor=actor, at=at, intent=_form())
    if text.reply:
        clerk = stage.as_actor(CLERK, at)
        signalling.close_signal(sent.key, reply=checked(text.reply), actor=clerk, at=at, intent=_form())


def _form() -> Intent:
    return Intent(request_key=uuid.uuid4())
