"""The other things of the house, each with the address at which it is opened."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from tests import factories, personas
from tests.factories import checked
from tests.matrix.workspaces import corners
from tests.matrix.world import Role, World
from verder.deliberation.actor import Intent
from verder.deliberation.models import Commitment, WorkingGroup
from verder.deliberation.operations import council, meetings, planning
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import publish
from verder.network.models import Body, BodyKind
from verder.network.standing import standing_of

if TYPE_CHECKING:
    from verder.deliberation.models import Meeting


class Thing(StrEnum):
    """Something with a page of its own."""

    WORK = "work screen"
    PLATFORM_MEETING = "meeting of the Platform"
    COUNCIL_MEETING = "meeting of the council"
    GROUP_MEETING = "meeting of a group"
    PLATFORM_MEETING_END = "closing a meeting of the Platform"
    COUNCIL_MEETING_ITEM = "an item for a meeting of the council"
    GROUP_MEETING_END = "cancelling a meeting of a group"
    PLATFORM_AGENDA = "making an agenda of the Platform"
    COUNCIL_AGENDA_TO_SIGN = "an agenda of the council to sign"
    SIGNALS = "signals"
    SIGNAL = "sending a signal"
    PLAN = "planning a meeting"
    OPEN_GROUP = "group with a public question"
    CLOSED_GROUP = "group without one"
    GROUP_SEAT = "asking somebody into a group"
    GROUP_PRODUCT = "a product of a group"
    CLEAR_GUIDANCE = "guidance for everyone"
    GREEN_GUIDANCE = "guidance for the community"
    TAKE_BACK = "taking guidance back"
    WRITE = "writing guidance"
    DRAFT = "draft"
    EDIT = "changing a draft"
    PUBLISH = "publishing a draft"
    COUNCIL = "page of the council"
    PROMISE = "promise"
    PROMISE_KEPT = "saying that a promise was kept"
    OFFICE = "office"
    PEOPLE = "people"
    PERSON = "a person"
    ORGANISATIONS = "organisations"
    BODIES = "bodies"
    TERMS = "terms"
    ROUTES = "urgent routes"
    THEMES = "themes"
    WORDS = "allowed words"
    CALLER = "a dilemma for a caller"
    ROOM = "workspace"
    ROOM_TEXT = "text in a workspace"
    ROOM_TEXT_NAME = "another name for a text"
    ROOM_SECTION = "section of a text"
    ROOM_WRITING = "writing a section"
    ROOM_TAKING_OUT = "taking a section out"
    ROOM_VERSIONS = "versions of a section"
    ROOM_REMARK = "answering a remark"
    ROOM_TALK = "discussion in a workspace"
    ROOM_POINTS = "what a group has to do"
    ROOM_POINT_OF_LEAD = "handing over what the lead has to do"
    ROOM_PAPERS = "papers of a group"


def addresses(world: World) -> dict[Thing, str]:
    """Make what is not there yet, and say where everything is."""
    meetings = {kind: _meeting_of(Body.objects.get(kind=kind), world) for kind in (BodyKind.PLATFORM, BodyKind.COUNCIL)}
    group_meeting, promise = _meeting_of(world.group, world), _promise(world)
    draft, clear, green = _draft(world), factories.published_guidance(), factories.published_guidance(tlp=Tlp.GREEN)
    open_group = WorkingGroup.objects.get(served__dilemma=promise.dilemma)
    WorkingGroup.objects.filter(pk=open_group.pk).update(public_question="Wat mag er gedeeld worden?")
    platform, table = (f"/vergaderingen/{meetings[kind].key}" for kind in (BodyKind.PLATFORM, BodyKind.COUNCIL))
    return (
        FIXED
        | _rooms(world)
        | {
            Thing.PLATFORM_MEETING: platform,
            Thing.COUNCIL_MEETING: table,
            Thing.GROUP_MEETING: f"/vergaderingen/{group_meeting.key}",
            Thing.PLATFORM_AGENDA: f"{platform}/agenda",
            Thing.COUNCIL_AGENDA_TO_SIGN: f"/beraad/voorbereiding/{meetings[BodyKind.COUNCIL].key}",
            Thing.PLATFORM_MEETING_END: f"{platform}/afsluiten",
            Thing.COUNCIL_MEETING_ITEM: f"{table}/punt",
            Thing.GROUP_MEETING_END: f"/vergaderingen/{group_meeting.key}/afzeggen",
            Thing.OPEN_GROUP: f"/werkgroepen/{open_group.body.key}",
            Thing.CLOSED_GROUP: f"/werkgroepen/{world.group.key}",
            Thing.GROUP_SEAT: f"/werkgroepen/{world.group.key}/uitnodigen",
            Thing.GROUP_PRODUCT: f"/werkgroepen/{world.group.key}/product",
            Thing.CLEAR_GUIDANCE: f"/kennis/{clear.slug}",
            Thing.GREEN_GUIDANCE: f"/kennis/{green.slug}",
            Thing.TAKE_BACK: f"/kennis/{clear.slug}/haal-terug",
            Thing.DRAFT: f"/concepten/{draft.key}",
            Thing.EDIT: f"/concepten/{draft.key}/bewerk",
            Thing.PUBLISH: f"/concepten/{draft.key}/publiceer",
            Thing.PROMISE: f"/toezeggingen/{promise.key}",
            Thing.PROMISE_KEPT: f"/toezeggingen/{promise.key}/gedaan",
            Thing.PERSON: f"/beheer/mensen/{world.people[Role.LEAD].opaque_id}",
        }
    )


def _rooms(world: World) -> dict[Thing, str]:
    pages = corners(world.group, lead=world.people[Role.LEAD])
    return {thing: pages[name] for thing, name in ROOMS.items()}


ROOMS = {
    Thing.ROOM: "room",
    Thing.ROOM_TEXT: "text",
    Thing.ROOM_TEXT_NAME: "rename",
    Thing.ROOM_SECTION: "section",
    Thing.ROOM_WRITING: "write",
    Thing.ROOM_TAKING_OUT: "take_out",
    Thing.ROOM_VERSIONS: "versions",
    Thing.ROOM_REMARK: "remark",
    Thing.ROOM_TALK: "talk",
    Thing.ROOM_POINTS: "points",
    Thing.ROOM_POINT_OF_LEAD: "hand_over",
    Thing.ROOM_PAPERS: "papers",
}
FIXED = {
    Thing.WORK: "/werkvoorraad",
    Thing.PLAN: "/vergaderingen/plannen",
    Thing.SIGNALS: "/signalen",
    Thing.SIGNAL: "/signalen/nieuw",
    Thing.WRITE: "/concepten/nieuw",
    Thing.COUNCIL: "/beraad",
    Thing.OFFICE: "/beheer",
    Thing.PEOPLE: "/beheer/mensen",
    Thing.ORGANISATIONS: "/beheer/organisaties",
    Thing.BODIES: "/beheer/overleggen",
    Thing.TERMS: "/beheer/termijnen",
    Thing.ROUTES: "/beheer/spoedroutes",
    Thing.THEMES: "/beheer/themas",
    Thing.WORDS: "/beheer/woorden",
    Thing.CALLER: "/dilemmas/nieuw",
}


def _meeting_of(body: Body, world: World) -> Meeting:
    now = timezone.now()
    actor = personas.as_actor(world.people[Role.SECRETARY], now)
    plan = meetings.Plan(now + timedelta(days=3), "Utrecht")
    return planning.plan_meeting(body, plan, actor=actor, at=now, intent=factories.new_intent())


def _draft(world: World) -> Publication:
    """Return a draft that the lead of the group wrote and that a participant reads second."""
    now, writer = timezone.now(), world.people[Role.LEAD]
    standing = standing_of(writer, timezone.localdate(now))
    words = publish.Draft(PublicationKind.INSIGHT, checked("Nog niet af"), checked("Kort."), checked("Lang."))
    draft = publish.write(words, standing=standing, at=now, request_key=None)
    Publication.objects.filter(pk=draft.pk).update(reviewed_by=world.people[Role.PARTICIPANT])
    return draft


def _promise(world: World) -> Commitment:
    """Return what a director of the council promised on a dilemma that came to Platform, council and another group."""
    clerk, lead = world.people[Role.SECRETARY], world.people[Role.LEAD]
    dilemma, meeting = factories.at_council(clerk, lead=lead)
    at = meeting.starts_at
    promise = council.Promise(checked("Regel weg."), world.people[Role.DIRECTOR], at.date(), forum="Kamerbrief")
    council.commit(dilemma.number, promises=[promise], actor=personas.as_actor(clerk, at), at=at, intent=Intent())
    return dilemma.commitments.get()
