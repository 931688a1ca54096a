"""What the principles say, written down a second time and in other words than the code: principle 6, role by role.

Two places where the principle leaves room are read like this. "Every account" (TLP:GREEN) and "those members'
organisations" (TLP:AMBER) are people who take part, so who hold a seat today: an account of which every seat has ended
opens nothing. And a specialist, who sees one working group and nothing else, is not of the community.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import product

from tests.matrix.things import ROOMS, Thing
from tests.matrix.world import Place, Role
from verder.domain.tlp import Tlp


class Outcome(StrEnum):
    """What one gets: the thing itself, nothing at such an address, a refusal, or the question who one is."""

    ALLOWED = "allowed"
    HIDDEN = "404"
    REFUSED = "refused"
    LOGIN = "login"
    CODE = "asked for a code"


SHARED = frozenset(Place) - {Place.INTAKE, Place.ASKED, Place.WITHDRAWN}
WENT_TO_PLATFORM = SHARED - {Place.ADMITTED}
WENT_TO_GROUP = frozenset({Place.GROUP, Place.COUNCIL})
WENT_TO_COUNCIL = frozenset({Place.COUNCIL})

READS_AT = {
    Role.PLATFORM_CHAIR: WENT_TO_PLATFORM,
    Role.PARTICIPANT: WENT_TO_PLATFORM,
    Role.SUBMITTING_PARTICIPANT: WENT_TO_PLATFORM,
    Role.NAMED_PARTICIPANT: WENT_TO_PLATFORM,
    Role.LEAD: WENT_TO_GROUP,
    Role.SPECIALIST: WENT_TO_GROUP,
    Role.DIRECTOR: WENT_TO_COUNCIL,
    Role.COUNCIL_CHAIR: WENT_TO_COUNCIL,
}
SECRETARIAT = frozenset({Role.SECRETARY, Role.LATER_SECRETARY})
OUTSIDE = frozenset({Role.OUTSIDER, Role.SUBMITTER, Role.OTHER_SUBMITTER})
COMMUNITY = SECRETARIAT | (READS_AT.keys() - {Role.SPECIALIST}) | {Role.COLLEAGUE, Role.LEAD_ELSEWHERE}

RESPONSIBLE_AT = {
    Place.INTAKE: SECRETARIAT,
    Place.ADMITTED: SECRETARIAT,
    Place.PLATFORM: SECRETARIAT | {Role.PLATFORM_CHAIR},
    Place.FROM_INSIDE: SECRETARIAT | {Role.PLATFORM_CHAIR},
    Place.GROUP: SECRETARIAT | {Role.LEAD},
    Place.COUNCIL: SECRETARIAT | {Role.COUNCIL_CHAIR},
}
"""Who may give a later date: who is responsible, with the secretariat recording for bodies. After a question it is the
submitter's turn, and at an end nobody's."""

BY_BODY = frozenset((role, place) for role, places in READS_AT.items() for place in places)
REACHES = {
    Tlp.RED: frozenset(product([Role.NAMED_PARTICIPANT], SHARED)) | {(Role.SUBMITTING_PARTICIPANT, Place.FROM_INSIDE)},
    Tlp.AMBER_STRICT: BY_BODY,
    Tlp.AMBER: BY_BODY | frozenset(product([Role.COLLEAGUE], WENT_TO_PLATFORM)),
    Tlp.GREEN: BY_BODY | frozenset(product(COMMUNITY, SHARED)),
    Tlp.CLEAR: frozenset(product(Role, SHARED)),
}
"""Who outside the secretariat a dilemma reaches once it may be shared. Under TLP:RED those named, among whom is whoever
put it in with an account; else who sits in a body that it came to, and under TLP:AMBER who works beside them."""


def may_read(role: Role, place: Place, tlp: Tlp) -> bool:
    """Say whether somebody in this role may read a dilemma of this label that has come this far."""
    if role in SECRETARIAT:
        return tlp is not Tlp.RED or role is Role.SECRETARY
    if place not in SHARED or role is Role.ADMINISTRATOR:
        return False
    return (role, place) in REACHES[tlp]


def opens(role: Role, place: Place, tlp: Tlp) -> Outcome:
    """Say what becomes of opening a dilemma's dossier; one page with an account in front of it."""
    if role in OUTSIDE:
        return Outcome.LOGIN
    return Outcome.ALLOWED if may_read(role, place, tlp) else Outcome.HIDDEN


def extends(role: Role, place: Place, tlp: Tlp) -> Outcome:
    """Say what becomes of giving a dilemma a later date."""
    opened = opens(role, place, tlp)
    if opened is not Outcome.ALLOWED or role in RESPONSIBLE_AT.get(place, frozenset()):
        return opened
    return Outcome.REFUSED


def notes(role: Role, place: Place, tlp: Tlp) -> Outcome:
    """Say what becomes of writing a note: to all but the secretariat there are no notes, so no such page either."""
    opened = opens(role, place, tlp)
    return Outcome.HIDDEN if opened is Outcome.ALLOWED and role not in SECRETARIAT else opened


def finds(role: Role, place: Place, tlp: Tlp) -> bool:
    """Say whether the list of dilemmas holds this one; outsiders and administrators have no such list."""
    return role not in OUTSIDE and may_read(role, place, tlp)


def reads_inside(role: Role, place: Place, tlp: Tlp) -> bool:
    """Say whether somebody reads the submitter's own text, the conversation and the notes on the dossier."""
    return role in SECRETARIAT and may_read(role, place, tlp)


def knows_submitter(role: Role, place: Place, tlp: Tlp) -> bool:
    """Say whether somebody may read who put it in: the secretariat, and where allowed the bodies that it came to."""
    if role in SECRETARIAT:
        return may_read(role, place, tlp)
    return place is Place.COUNCIL and may_read(role, place, tlp) and place in READS_AT.get(role, frozenset())


def follows(role: Role, place: Place) -> Outcome:
    """Say what becomes of opening the submitter's page, whatever the label: theirs alone."""
    own = role is Role.SUBMITTER or (role is Role.SUBMITTING_PARTICIPANT and place is Place.FROM_INSIDE)
    return Outcome.ALLOWED if own else Outcome.CODE


SITS_IN_PLATFORM = frozenset(
    {Role.PLATFORM_CHAIR, Role.PARTICIPANT, Role.SUBMITTING_PARTICIPANT, Role.NAMED_PARTICIPANT}
)
SITS_IN_COUNCIL = frozenset({Role.DIRECTOR, Role.COUNCIL_CHAIR})
RUNS_SOMETHING = frozenset({Role.PLATFORM_CHAIR, Role.COUNCIL_CHAIR, Role.LEAD, Role.LEAD_ELSEWHERE})
SEES_THE_FIELD = SECRETARIAT | SITS_IN_PLATFORM | {Role.LEAD, Role.LEAD_ELSEWHERE, Role.SPECIALIST, Role.COLLEAGUE}
WITH_ACCOUNT = frozenset(Role) - OUTSIDE
RUNS_THE_OFFICE = SECRETARIAT | {Role.ADMINISTRATOR}
OPENED_BY: dict[Thing, frozenset[Role]] = {
    Thing.WORK: WITH_ACCOUNT,
    Thing.PLATFORM_MEETING: SECRETARIAT | SITS_IN_PLATFORM,
    Thing.COUNCIL_MEETING: SECRETARIAT | SITS_IN_COUNCIL,
    Thing.GROUP_MEETING: SECRETARIAT | {Role.LEAD, Role.SPECIALIST},
    Thing.PLATFORM_MEETING_END: SECRETARIAT | {Role.PLATFORM_CHAIR},
    Thing.COUNCIL_MEETING_ITEM: SECRETARIAT | {Role.COUNCIL_CHAIR},
    Thing.GROUP_MEETING_END: SECRETARIAT | {Role.LEAD},
    Thing.PLATFORM_AGENDA: SECRETARIAT | {Role.PLATFORM_CHAIR},
    Thing.COUNCIL_AGENDA_TO_SIGN: SECRETARIAT | {Role.PLATFORM_CHAIR, Role.COUNCIL_CHAIR},
    Thing.SIGNALS: SEES_THE_FIELD,
    Thing.SIGNAL: SEES_THE_FIELD,
    Thing.PLAN: SECRETARIAT | RUNS_SOMETHING,
    Thing.OPEN_GROUP: frozenset(Role),
    Thing.CLOSED_GROUP: SECRETARIAT | {Role.LEAD, Role.SPECIALIST},
    Thing.GROUP_SEAT: SECRETARIAT | {Role.LEAD},
    Thing.GROUP_PRODUCT: SECRETARIAT | {Role.LEAD},
    Thing.CLEAR_GUIDANCE: frozenset(Role),
    Thing.GREEN_GUIDANCE: COMMUNITY,
    Thing.TAKE_BACK: SECRETARIAT,
    Thing.WRITE: COMMUNITY,
    Thing.DRAFT: SECRETARIAT | {Role.LEAD, Role.PARTICIPANT},
    Thing.EDIT: SECRETARIAT | {Role.LEAD, Role.PARTICIPANT},
    Thing.PUBLISH: SECRETARIAT | {Role.PARTICIPANT},
    Thing.COUNCIL: SECRETARIAT | SITS_IN_COUNCIL,
    Thing.PROMISE: SECRETARIAT | SITS_IN_PLATFORM | SITS_IN_COUNCIL | {Role.LEAD},
    Thing.PROMISE_KEPT: SECRETARIAT | {Role.DIRECTOR},
    Thing.OFFICE: RUNS_THE_OFFICE,
    Thing.PEOPLE: RUNS_THE_OFFICE,
    Thing.PERSON: RUNS_THE_OFFICE,
    Thing.ORGANISATIONS: RUNS_THE_OFFICE,
    Thing.BODIES: SECRETARIAT,
    Thing.TERMS: SECRETARIAT,
    Thing.ROUTES: SECRETARIAT,
    Thing.THEMES: SECRETARIAT,
    Thing.WORDS: SECRETARIAT,
    Thing.CALLER: SECRETARIAT,
    **dict.fromkeys(ROOMS, SECRETARIAT | {Role.LEAD, Role.SPECIALIST}),
    Thing.ROOM_POINT_OF_LEAD: SECRETARIAT | {Role.LEAD},
}
WITHOUT_DOOR = frozenset({Thing.OPEN_GROUP, Thing.CLEAR_GUIDANCE, Thing.GREEN_GUIDANCE})
"""Pages that anyone may come to, so that nobody is asked to log in; what one may not read is not there."""


def opens_thing(role: Role, thing: Thing) -> Outcome:
    """Say what becomes of opening one of the other things of the house."""
    if role in OPENED_BY[thing]:
        return Outcome.ALLOWED
    if role is Role.FORMER_SPECIALIST and thing is Thing.CLOSED_GROUP:
        return Outcome.REFUSED  # a page says that their access has ended
    return Outcome.LOGIN if role in OUTSIDE and thing not in WITHOUT_DOOR else Outcome.HIDDEN


def sees_inside_of_open_group(role: Role) -> bool:
    """Say whether somebody reads the assignment of a group of which everyone may read the question: its own people."""
    return role in SECRETARIAT | {Role.LEAD}
