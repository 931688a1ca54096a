"""Who takes part in the example: organisations, role accounts, themes, professions, and names that may stand."""

from __future__ import annotations

from datetime import datetime

from verder.deliberation.starter import reading
from verder.deliberation.starter.basics import found_bodies, set_terms
from verder.deliberation.starter.stage import Stage
from verder.deliberation.starter.texts import OrganisationText, PersonText, SpecialistText
from verder.network.acting import INSTALLATION
from verder.network.models import Body, BodyKind, OrganisationKind, Person, Seat
from verder.network.operations.organisations import OrganisationEntry, add_organisation, add_organisation_kind
from verder.network.operations.people import PersonEntry, invite_person
from verder.network.operations.seats import SeatEntry
from verder.network.operations.words import add_profession, add_theme, allow_word
from verder.textcheck import clear

CHAIR = "Ministerie van Justitie en Veiligheid"
DOMAIN = "voorbeeld.example"


def make_network(stage: Stage, at: datetime) -> None:
    """Make the organisations, the bodies, the themes, the professions and all who have a seat from the beginning."""
    texts = reading.network()
    kinds = {name: add_organisation_kind(name, actor=INSTALLATION, at=at) for name in texts.kinds}
    for organisation in texts.organisations:
        _add_organisation(stage, organisation, kinds, at)
    found_bodies(at=at, chair=stage.organisations[CHAIR])
    set_terms(at=at)
    for word in texts.allowed_words:
        allow_word(word.name, reason=clear(word.reason, allowed=frozenset({word.name})), actor=INSTALLATION, at=at)
    for theme in texts.themes:
        stage.themes[theme] = add_theme(theme, actor=INSTALLATION, at=at).pk
    for profession in texts.professions:
        add_profession(profession, actor=INSTALLATION, at=at)
    for person in texts.people:
        _invite(stage, person, at)


def invite_specialist(stage: Stage, text: SpecialistText, at: datetime) -> None:
    """Invite an outside expert for one group, until a day."""
    body = stage.groups[text.group].body
    seat = SeatEntry(body, Seat.SPECIALIST, starts_on=at.date(), ends_on=stage.day(text.ends))
    stage.people[text.role] = _account(stage, text, seat, at)


def _add_organisation(stage: Stage, text: OrganisationText, kinds: dict[str, OrganisationKind], at: datetime) -> None:
    parent = stage.organisations[text.parent] if text.parent else None
    email = f"{text.box}@{DOMAIN}" if text.box else ""
    entry = OrganisationEntry(text.name, kinds[text.kind], parent, email, text.region)
    stage.organisations[text.name] = add_organisation(entry, actor=INSTALLATION, at=at)


def _invite(stage: Stage, text: PersonText, at: datetime) -> None:
    body = Body.objects.get(kind=BodyKind(text.body))
    stage.people[text.role] = _account(stage, text, SeatEntry(body, Seat(text.seat), starts_on=at.date()), at)


def _account(stage: Stage, text: PersonText | SpecialistText, seat: SeatEntry, at: datetime) -> Person:
    entry = PersonEntry(text.name, f"{text.role}@{DOMAIN}", text.function, stage.organisations[text.organisation])
    return invite_person(entry, seat, actor=INSTALLATION, at=at, demo=True)
