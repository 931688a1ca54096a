"""One dilemma at each place it can have come to, and one person in each role, all under one label."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.test import Client
from django.utils import timezone

from tests import factories, personas
from tests.factories import checked, fresh
from tests.signing_in import signed_in
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import Dilemma, KnownTo, Submitter
from verder.deliberation.operations import exchange, groups, intake, platform, secretariat, sharing
from verder.deliberation.operations.intake import Request, Sender
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Membership, Organisation, Person, Seat

ORIGINAL = "Dit schreef de inbrenger zelf."
SHARED = "Mag ik dit delen?"
ANSWER = "Dit antwoordde de inbrenger."
NOTE = "Dit is een aantekening voor collega’s."
NAME = "Inbrenger Voorbeeld"
NAME_OF_PARTICIPANT = "Inbrenger van Binnen"


class Role(StrEnum):
    """The people of the mission, and those who come near."""

    OUTSIDER = "outsider"
    SUBMITTER = "submitter"
    OTHER_SUBMITTER = "other_submitter"
    SUBMITTING_PARTICIPANT = "submitting_participant"
    SECRETARY = "secretary"
    LATER_SECRETARY = "later_secretary"
    PLATFORM_CHAIR = "platform_chair"
    PARTICIPANT = "participant"
    FORMER_PARTICIPANT = "former_participant"
    NAMED_PARTICIPANT = "named_participant"
    COLLEAGUE = "colleague"
    LEAD = "lead"
    LEAD_ELSEWHERE = "lead_elsewhere"
    SPECIALIST = "specialist"
    FORMER_SPECIALIST = "former_specialist"
    DIRECTOR = "director"
    COUNCIL_CHAIR = "council_chair"
    ADMINISTRATOR = "administrator"
    WITHOUT_SEAT = "without_seat"


class Place(StrEnum):
    """How far the dilemma has come."""

    INTAKE = "intake"
    ASKED = "asked"
    ADMITTED = "admitted"
    PLATFORM = "platform"
    FROM_INSIDE = "from_inside"
    """On the Platform's agenda too, but put in by a participant with an account."""
    GROUP = "group"
    COUNCIL = "council"
    """Its submitter may be known to the bodies."""
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


ON_THE_PLATFORM = (Place.PLATFORM, Place.FROM_INSIDE, Place.GROUP, Place.COUNCIL, Place.RESOLVED)


@dataclass(frozen=True, slots=True)
class World:
    """The dilemmas of one label, and the browsers of its people; whoever put one in has a browser for each."""

    dilemmas: dict[Place, Dilemma]
    people: dict[Role, Person]
    browsers: dict[Role, Client]
    opened: dict[tuple[Role, Place], Client]
    group: Body

    def browser(self, role: Role, place: Place) -> Client:
        """Return the browser with which somebody comes to a dilemma."""
        return self.opened.get((role, place)) or self.browsers[role]


def build(tlp: Tlp) -> World:
    """Build the world of a label; every meeting in it is today's."""
    now = timezone.now()
    today = timezone.localdate(now)
    people = _people()
    dilemmas = _walk(tlp, people, now - timedelta(days=10), now)
    group = Body.objects.get(working_group__isnull=False)
    people[Role.SPECIALIST] = personas.specialist(group, ends_on=today + timedelta(days=30))
    people[Role.FORMER_SPECIALIST] = personas.specialist(group, ends_on=today - timedelta(days=1))
    people[Role.LATER_SECRETARY] = _seated_today(BodyKind.SECRETARIAT, today)
    if tlp is Tlp.RED:
        _name(people, dilemmas, now)
    browsers = {role: signed_in(person) for role, person in people.items()}
    browsers[Role.OUTSIDER] = Client()
    opened = {(Role.SUBMITTER, place): _open(dilemma) for place, dilemma in dilemmas.items()}
    opened |= {(Role.OTHER_SUBMITTER, place): opened[Role.SUBMITTER, _another(place)] for place in Place}
    return World(dilemmas, people, browsers, opened, group)


def _people() -> dict[Role, Person]:
    town = personas.organisation()
    people = {
        Role.SECRETARY: personas.secretary(),
        Role.SUBMITTING_PARTICIPANT: _called(NAME_OF_PARTICIPANT, personas.participant()),
        Role.PLATFORM_CHAIR: personas.platform_chair(),
        Role.PARTICIPANT: personas.participant(organisation=town),
        Role.FORMER_PARTICIPANT: _former_participant(town),
        Role.NAMED_PARTICIPANT: personas.participant(),
        Role.LEAD: personas.person("trekker"),
        Role.LEAD_ELSEWHERE: _lead_elsewhere(),
        Role.DIRECTOR: personas.director(),
        Role.COUNCIL_CHAIR: personas.council_chair(),
        Role.ADMINISTRATOR: personas.administrator(),
        Role.WITHOUT_SEAT: personas.person("zonder-plek", organisation=town),
    }
    return people | {Role.COLLEAGUE: personas.colleague_of(people[Role.PARTICIPANT])}


def _called(name: str, person: Person) -> Person:
    person.name = name
    person.save()
    return person


def _former_participant(organisation: Organisation) -> Person:
    yesterday = timezone.localdate() - timedelta(days=1)
    return personas.seated("vertrokken", BodyKind.PLATFORM, organisation=organisation, ends_on=yesterday)


def _lead_elsewhere() -> Person:
    other = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Werkgroep elders")
    return personas.seated("trekker-elders", BodyKind.WORKING_GROUP, Seat.LEAD, body=other)


def _seated_today(kind: BodyKind, today: date) -> Person:
    person = personas.person("net-begonnen")
    Membership.objects.create(body=Body.objects.get(kind=kind), person=person, seat=Seat.MEMBER, starts_on=today)
    return person


def _name(people: dict[Role, Person], dilemmas: dict[Place, Dilemma], now: datetime) -> None:
    actor, named = personas.as_actor(people[Role.SECRETARY], now), people[Role.NAMED_PARTICIPANT]
    for dilemma in dilemmas.values():
        sharing.name_reader(dilemma.number, reader=named, actor=actor, at=now, intent=Intent())


def _open(dilemma: Dilemma) -> Client:
    """Open a dilemma's page in a browser of its own, by the link of a letter."""
    browser = Client()
    address = Submitter.objects.get(dilemma=dilemma).email
    browser.post(link_to(dilemma.key, Purpose.OPEN, address=address).removeprefix("http://127.0.0.1:8000"))
    return browser


def _another(place: Place) -> Place:
    return Place.RESOLVED if place is Place.INTAKE else Place.INTAKE


def _walk(tlp: Tlp, people: dict[Role, Person], before: datetime, now: datetime) -> dict[Place, Dilemma]:
    clerk = people[Role.SECRETARY]
    actor = personas.as_actor(clerk, now)
    made = {place: _put_in(place, tlp, people, before) for place in Place}
    for dilemma in made.values():
        _ask(dilemma, personas.as_actor(clerk, before), before)
        _reply(dilemma, before)
    _ask(made[Place.ASKED], actor, now)
    for place in (Place.ADMITTED, *ON_THE_PLATFORM):
        factories.admitted(made[place], clerk, at=before)
    table = factories.meeting_of(BodyKind.PLATFORM, clerk, at=before, in_days=10)
    for place in ON_THE_PLATFORM:
        factories.placed(fresh(made[place]), table, clerk, at=before)
    _to_group(made, actor, people[Role.LEAD], now)
    _to_council(made[Place.COUNCIL], clerk, before, now)
    _resolve(made[Place.RESOLVED], actor, now)
    _withdraw(made[Place.WITHDRAWN], now)
    for dilemma in made.values():
        exchange.write_note(dilemma.number, text=checked(NOTE), actor=actor, at=now, intent=Intent())
    return {place: fresh(dilemma) for place, dilemma in made.items()}


def _put_in(place: Place, tlp: Tlp, people: dict[Role, Person], at: datetime) -> Dilemma:
    known_to = KnownTo.BODIES if place is Place.COUNCIL else KnownTo.SECRETARIAT
    actor, sender = Actor(), Sender("leerplichtambtenaar", NAME, "Organisatie Voorbeeld", "", known_to)
    if place is Place.FROM_INSIDE:
        actor, sender = personas.as_actor(people[Role.SUBMITTING_PARTICIPANT], at), Sender("beleidsmedewerker")
    request = Request(factories.words(question=ORIGINAL), sender, tlp=tlp)
    receipt = intake.submit(request, actor=actor, at=at, intent=factories.new_intent())
    return Dilemma.objects.get(number=receipt.number)


def _ask(dilemma: Dilemma, actor: Actor, now: datetime) -> None:
    exchange.ask_submitter(dilemma.number, question=checked("Wie beslist?"), actor=actor, at=now, intent=Intent())


def _reply(dilemma: Dilemma, at: datetime) -> None:
    owner = Actor(submitter_of=dilemma.key)
    exchange.reply(dilemma.number, answer=checked(ANSWER), actor=owner, at=at, intent=Intent())


def _to_group(made: dict[Place, Dilemma], actor: Actor, lead: Person, now: datetime) -> None:
    body: uuid.UUID | None = None
    for place in (Place.GROUP, Place.COUNCIL):
        number = made[place].number
        assignment = checked("Zoek dit uit.")
        platform.assign_working_group(number, assignment=assignment, actor=actor, at=now, intent=Intent())
        new = groups.NewGroup("Werkgroep delen", (), lead, timezone.localdate(now) + timedelta(days=7))
        formed = groups.form_working_group(number, group=body or new, actor=actor, at=now, intent=Intent())
        body = formed.body.key


def _to_council(dilemma: Dilemma, clerk: Person, before: datetime, now: datetime) -> None:
    council = factories.meeting_of(BodyKind.COUNCIL, clerk, at=before, in_days=10)
    groups.escalate(
        dilemma.number,
        what_was_tried=checked("Drie routes."),
        why_no_result=checked("Geen route past."),
        that_it_persists=checked("Het speelt overal."),
        asked_of_directors=checked("Neem de regel weg."),
        actor=personas.as_actor(clerk, now),
        at=now,
        intent=Intent(),
    )
    factories.placed(fresh(dilemma), council, clerk, at=now)


def _resolve(dilemma: Dilemma, actor: Actor, now: datetime) -> None:
    platform.resolve(
        dilemma.number,
        solution=checked("Vraag advies."),
        how_spread=checked("In de nieuwsbrief."),
        message=checked("Dit kunt u doen."),
        actor=actor,
        at=now,
        intent=Intent(),
    )


def _withdraw(dilemma: Dilemma, now: datetime) -> None:
    owner = Actor(submitter_of=dilemma.key)
    secretariat.withdraw(dilemma.number, reason=checked("Niet meer nodig."), actor=owner, at=now, intent=Intent())
