"""What is done to agendas and signals, each with a scene in which it can be carried out."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from tests import factories
from tests.factories import MONDAY, checked, meeting_of
from tests.personas import as_actor, council_chair, participant, platform_chair, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    ItemKind,
    Meeting,
    Signal,
    SignalKind,
    SignalReach,
    SignOff,
    SignOffRole,
)
from verder.deliberation.operations import agenda, filling, preparation, sending, signalling
from verder.deliberation.queries.backlog import Waiting
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person

SIGNERS = {
    SignOffRole.SECRETARIAT: secretary,
    SignOffRole.PLATFORM: platform_chair,
    SignOffRole.COUNCIL_CHAIR: council_chair,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody of the secretariat at work on one agenda."""

    clerk: Person
    meeting: Meeting
    at: datetime = MONDAY

    @property
    def actor(self) -> Actor:
        """The clerk as who acts."""
        return as_actor(self.clerk, self.at)

    @property
    def now(self) -> Meeting:
        """The meeting as it stands."""
        return Meeting.objects.select_related("body").get(pk=self.meeting.pk)

    def seen(self) -> Intent:
        """Return a fresh form that shows the agenda as it stands."""
        return Intent(self.now.agenda_version, uuid.uuid4())

    def add(self, title: str, kind: ItemKind = ItemKind.DISCUSSION) -> AgendaItem:
        """Put an item on that is not about anything else."""
        return agenda.add_item(
            self.now, title=checked(title), kind=kind, actor=self.actor, at=self.at, intent=self.seen()
        )

    def fixed(self) -> None:
        """Put on what stands on every agenda."""
        filling.put_fixed_items(self.meeting.key, actor=self.actor, at=self.at, intent=self.seen())

    def arrange(self, *items: AgendaItem, intent: Intent | None = None) -> None:
        """Put the items in this order."""
        order = [item.key for item in items]
        filling.arrange(self.meeting.key, order=order, actor=self.actor, at=self.at, intent=intent or self.seen())

    def again(self, waits: Waiting) -> AgendaItem:
        """Put an item on again that an earlier meeting did not get to."""
        key, kind = uuid.UUID(waits.reference), ItemKind.DECISION
        return filling.put_item_on(
            key, meeting=self.meeting.key, kind=kind, actor=self.actor, at=self.at, intent=self.seen()
        )

    def take_off(self, item: AgendaItem) -> AgendaItem:
        """Take an item off."""
        return filling.take_off(item.key, actor=self.actor, at=self.at, intent=self.seen())

    def change(self, item: AgendaItem, **words: object) -> AgendaItem:
        """Change what an item says."""
        said = filling.ItemWords(**{"kind": ItemKind(item.kind), "minutes": item.minutes, **words})
        return filling.change_item(item.key, words=said, actor=self.actor, at=self.at, intent=self.seen())

    def write_note(self, item: AgendaItem, asked: str = "Stem hiermee in.") -> None:
        """Write the cover note of an item."""
        words = {"asked": checked(asked), "tried": checked(""), "options": checked("")}
        filling.write_cover_note(item.key, **words, actor=self.actor, at=self.at, intent=self.seen())

    def make_note_anew(self, item: AgendaItem) -> None:
        """Let the dossier make the cover note again."""
        filling.make_cover_note_anew(item.key, actor=self.actor, at=self.at, intent=self.seen())

    def send(self) -> None:
        """Send the agenda."""
        sending.send_agenda(self.meeting.key, actor=self.actor, at=self.at, intent=self.seen())

    def sign(self, *roles: SignOffRole, by: Person | None = None) -> list[SignOff]:
        """Sign in these roles, each by somebody new who may."""
        return [
            preparation.sign_off(
                self.meeting.key,
                role=role,
                actor=as_actor(by or SIGNERS[role](), self.at),
                at=self.at,
                intent=self.seen(),
            )
            for role in roles
        ]

    def items(self) -> list[tuple[int | None, str, str]]:
        """Read number, title and state of the items, in order."""
        return list(self.meeting.items.order_by("position").values_list("number", "title", "state"))


def desk(kind: BodyKind = BodyKind.PLATFORM) -> Desk:
    """Return somebody of the secretariat with a meeting a week from Monday."""
    clerk = secretary()
    return Desk(clerk, meeting_of(kind, clerk))


def signal(
    by: Person | None = None, *, tlp: Tlp = Tlp.AMBER_STRICT, at: datetime = MONDAY, title: str = "De opvang is vol"
) -> Signal:
    """Send a signal, as a participant of the Platform unless said otherwise."""
    sender = by or participant()
    actor = as_actor(sender, at)
    seen = signalling.Seen(
        kind=SignalKind.SIGNAL,
        title=checked(title),
        text=checked("In drie regio’s is er geen plek."),
        reach=SignalReach.SEVERAL_REGIONS,
        tlp=tlp,
        body=actor.standing.seats[0].body,
    )
    return signalling.send_signal(seen, actor=actor, at=at, intent=factories.new_intent())
