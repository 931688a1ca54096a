"""The pages around a meeting, each with the address at which it is opened and who the principles let in."""

from __future__ import annotations

import uuid
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from tests import factories
from tests.deliberation.agenda_acts import Desk, signal
from tests.factories import checked
from tests.matrix.rule import OUTSIDE, RUNS_SOMETHING, SECRETARIAT, SITS_IN_COUNCIL, SITS_IN_PLATFORM, Outcome
from tests.matrix.world import Place, Role
from tests.personas import as_actor
from verder.deliberation.actor import Intent
from verder.deliberation.links import Asks
from verder.deliberation.models import Invitation, Manner, Meeting, Reply, SignOffRole
from verder.deliberation.operations import actions, agenda, invitations, packs, polls, replies
from verder.deliberation.operations.polls import Asking
from verder.deliberation.operations.replies import Answer
from verder.gate.tokens import token_of
from verder.network.models import Body, BodyKind
from verder.web import jobs

if TYPE_CHECKING:
    from datetime import datetime

    from tests.matrix.world import World
    from verder.deliberation.models import DatePoll, Dilemma

CHAIRS_PLATFORM = SECRETARIAT | {Role.PLATFORM_CHAIR}
MEMBERS = SECRETARIAT | SITS_IN_PLATFORM
AT_THE_TABLE = MEMBERS | {Role.COLLEAGUE}
"""In this world a colleague comes instead of a participant, and reads what is not bound to the members alone."""


class Page(StrEnum):
    """A page around a meeting."""

    MEETING = "the meeting"
    ITEM = "an item of an agenda that was sent"
    ITEM_CHANGE = "changing an item"
    COVER = "the cover note"
    PAPERS = "laying papers at an item"
    AGENDA_PDF = "the agenda as PDF"
    INVITATION_ODT = "the invitation as OpenDocument"
    PACK = "the pack"
    PACK_FILE = "the pack itself, with dilemmas for the members"
    SEND = "sending the agenda"
    MOVE = "moving the meeting"
    INVITE = "inviting members"
    GUEST = "inviting a guest"
    REPLY = "replying when signed in"
    INPUT = "writing about an item"
    LEAD = "leading"
    SCREEN = "the big screen"
    PRESENCE = "who is there"
    CHATHAM_HOUSE = "the Chatham House Rule"
    GIVE_ACTION = "giving an action"
    ACTION = "an action"
    DECISIONS = "the decision list of a meeting that was held"
    MINUTES_ODT = "its minutes as OpenDocument"
    MINUTES_SEND = "sending its minutes"
    PUBLISH = "publishing its outcomes"
    NEW_POLL = "asking for a date"
    POLL = "a poll"
    BALLOT = "a ballot by its link"
    BY_LINK = "a reply by its link"
    SIGNAL_END = "ending a signal"
    COUNCIL_ITEM = "an item of the council"
    COUNCIL_BRIEF = "a brief of the council"
    COUNCIL_BRIEF_PDF = "a brief as PDF"


OPENED_BY: dict[Page, frozenset[Role]] = {
    Page.MEETING: AT_THE_TABLE,
    Page.ITEM: AT_THE_TABLE,
    Page.ITEM_CHANGE: CHAIRS_PLATFORM,
    Page.COVER: CHAIRS_PLATFORM,
    Page.PAPERS: CHAIRS_PLATFORM,
    Page.AGENDA_PDF: AT_THE_TABLE,
    Page.INVITATION_ODT: AT_THE_TABLE,
    Page.PACK: AT_THE_TABLE,
    Page.PACK_FILE: MEMBERS,
    Page.SEND: CHAIRS_PLATFORM,
    Page.MOVE: CHAIRS_PLATFORM,
    Page.INVITE: CHAIRS_PLATFORM,
    Page.GUEST: CHAIRS_PLATFORM,
    Page.REPLY: SITS_IN_PLATFORM | {Role.COLLEAGUE},
    Page.INPUT: AT_THE_TABLE,
    Page.LEAD: CHAIRS_PLATFORM,
    Page.SCREEN: MEMBERS,
    Page.PRESENCE: CHAIRS_PLATFORM,
    Page.CHATHAM_HOUSE: CHAIRS_PLATFORM,
    Page.GIVE_ACTION: CHAIRS_PLATFORM,
    Page.ACTION: MEMBERS,
    Page.DECISIONS: MEMBERS,
    Page.MINUTES_ODT: MEMBERS,
    Page.MINUTES_SEND: CHAIRS_PLATFORM,
    Page.PUBLISH: SECRETARIAT,
    Page.NEW_POLL: SECRETARIAT | RUNS_SOMETHING,
    Page.POLL: MEMBERS,
    Page.BALLOT: frozenset(Role),
    Page.BY_LINK: frozenset(Role),
    Page.SIGNAL_END: SECRETARIAT,
    Page.COUNCIL_ITEM: SECRETARIAT | SITS_IN_COUNCIL,
    Page.COUNCIL_BRIEF: SECRETARIAT | SITS_IN_COUNCIL,
    Page.COUNCIL_BRIEF_PDF: SECRETARIAT | SITS_IN_COUNCIL,
}


def addresses(world: World) -> dict[Page, str]:
    """Call the meetings of this world, hold one, and say where everything is."""
    now, clerk = timezone.now(), world.people[Role.SECRETARY]
    desk = Desk(clerk, factories.meeting_of(BodyKind.PLATFORM, clerk, at=now, in_days=2), now)
    _call(desk, world)
    item = desk.add("Cijfers")
    factories.placed(_waiting(world, now), desk.now, clerk, at=now)
    desk.send()
    packs.ask_for_pack(desk.meeting.key, actor=desk.actor, at=now, intent=factories.new_intent())
    jobs.make_pack(str(desk.meeting.key))
    coming, today = f"/vergaderingen/{desk.meeting.key}", f"/vergaderingen/{_today(BodyKind.PLATFORM, now).key}"
    held = f"/vergaderingen/{_held(world, now).key}"
    at_item, briefed = f"{coming}/punten/{item.key}", _briefed(world, now)
    poll = _poll(world, now)
    return {
        Page.MEETING: coming,
        Page.ITEM: at_item,
        Page.ITEM_CHANGE: f"{at_item}/wijzigen",
        Page.COVER: f"{at_item}/oplegger",
        Page.PAPERS: f"{at_item}/bijlagen",
        Page.AGENDA_PDF: f"{coming}/agenda.pdf",
        Page.INVITATION_ODT: f"{coming}/uitnodiging.odt",
        Page.PACK: f"{coming}/stukken",
        Page.PACK_FILE: f"{coming}/stukken.pdf",
        Page.SEND: f"{coming}/agenda/versturen",
        Page.MOVE: f"{coming}/verplaatsen",
        Page.INVITE: f"{coming}/uitnodigen",
        Page.GUEST: f"{coming}/gast/1",
        Page.REPLY: f"{coming}/komst",
        Page.INPUT: f"{coming}/inbreng/1",
        Page.LEAD: f"{today}/leiden",
        Page.SCREEN: f"{today}/scherm",
        Page.PRESENCE: f"{today}/aanwezig",
        Page.CHATHAM_HOUSE: f"{today}/chatham-house",
        Page.GIVE_ACTION: f"{today}/actie",
        Page.ACTION: f"/acties/{_action(world, now)}",
        Page.DECISIONS: f"{held}/stukken/besluitenlijst",
        Page.MINUTES_ODT: f"{held}/stukken/verslag.odt",
        Page.MINUTES_SEND: f"{held}/verslag-versturen",
        Page.PUBLISH: f"{held}/uitkomsten",
        Page.NEW_POLL: "/vergaderingen/datumprikker",
        Page.POLL: f"/vergaderingen/datumprikker/{poll.key}",
        Page.BALLOT: f"/datumprikker/{token_of(Asks.BALLOT, poll.ballots.first().key)}",
        Page.BY_LINK: f"/antwoord/{token_of(Asks.REPLY, desk.meeting.invitations.first().key)}",
        Page.SIGNAL_END: f"/signalen/{signal(world.people[Role.PARTICIPANT], at=now).key}/afronden",
        Page.COUNCIL_ITEM: briefed,
        Page.COUNCIL_BRIEF: f"{briefed}/kort",
        Page.COUNCIL_BRIEF_PDF: f"{briefed}/kort.pdf",
    }


def _call(desk: Desk, world: World) -> None:
    """Invite the members, of whom one lets a colleague come instead."""
    intent = factories.new_intent()
    invitations.invite(desk.meeting.key, introduction=checked(""), actor=desk.actor, at=desk.at, intent=intent)
    key = Invitation.objects.get(meeting=desk.meeting, person=world.people[Role.PARTICIPANT]).key
    replies.reply(key, Answer(Reply.SUBSTITUTE, world.people[Role.COLLEAGUE]), at=desk.at)


def _waiting(world: World, now: datetime) -> Dilemma:
    """Return a dilemma that waits for the Platform under the label that is bound to its members."""
    return factories.admitted(factories.dilemma_at_intake(at=now), world.people[Role.SECRETARY], at=now)


def _today(kind: BodyKind, now: datetime) -> Meeting:
    return Meeting.objects.filter(body__kind=kind, starts_at__lte=now + timedelta(minutes=1)).earliest("starts_at")


def _held(world: World, now: datetime) -> Meeting:
    """Return a meeting of the Platform of today that was held."""
    clerk = world.people[Role.SECRETARY]
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=now - timedelta(days=10), in_days=10)
    how = {"reason": checked("De tijd is om."), "cancelled": False, "actor": as_actor(clerk, now), "at": now}
    return agenda.close_meeting(meeting.key, **how)


def _poll(world: World, now: datetime) -> DatePoll:
    dates = [(now + timedelta(days=days), now + timedelta(days=days, hours=2)) for days in (20, 21)]
    asking = Asking(dates, "Utrecht", Manner.IN_PERSON, now + timedelta(days=5))
    platform, actor = Body.objects.get(kind=BodyKind.PLATFORM), as_actor(world.people[Role.SECRETARY], now)
    return polls.open_poll(platform, asking, actor=actor, at=now, intent=factories.new_intent())


def _action(world: World, now: datetime) -> uuid.UUID:
    """Return the key of an action of a participant that is about no dilemma."""
    to_do = actions.ToDo(checked("Vraag het na."), world.people[Role.PARTICIPANT], timezone.localdate(now))
    actor, meeting = as_actor(world.people[Role.SECRETARY], now), _today(BodyKind.PLATFORM, now)
    return actions.give_action(meeting.key, to_do=to_do, actor=actor, at=now, intent=Intent()).key


def _briefed(world: World, now: datetime) -> str:
    """Send the agenda of the council of today, and return where the item about its dilemma is."""
    desk = Desk(world.people[Role.SECRETARY], _today(BodyKind.COUNCIL, now), now)
    desk.sign(*SignOffRole)
    desk.send()
    item = desk.meeting.items.get(dilemma=world.dilemmas[Place.COUNCIL])
    return f"/vergaderingen/{desk.meeting.key}/punten/{item.key}"


def opens(role: Role, page: Page) -> Outcome:
    """Say what becomes of opening a page around a meeting."""
    if role in OPENED_BY[page]:
        return Outcome.ALLOWED
    return Outcome.LOGIN if role in OUTSIDE else Outcome.HIDDEN
