"""Who reads what: every persona, under every label, wherever a dilemma was brought."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests import factories
from tests.deliberation.doing import SAID, do, submitter_of
from tests.factories import MONDAY
from tests.personas import (
    LONG_AGO,
    administrator,
    as_actor,
    colleague_of,
    council_chair,
    director,
    organisation,
    participant,
    person,
    platform_chair,
    seated,
    secretary,
    specialist,
)
from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma, NamedReader
from verder.deliberation.operations import secretariat, sharing
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind, Membership, Person, Seat
from verder.network.standing import Standing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = MONDAY + timedelta(days=30)
LABELS = (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED)

TABLES = {
    "at intake": """
        secretary                 x x x x .
        secretary, named          x x x x x
        everyone else             . . . . .
    """,
    "admitted": """
        secretary                 x x x x .
        secretary, named          x x x x x
        participant, named        x x . . x
        participant               x x . . .
        chair of the Platform     x x . . .
        colleague of participant  x x . . .
        director                  x x . . .
        chair of the council      x x . . .
        lead of the group         x x . . .
        member of the group       x x . . .
        colleague of member       x x . . .
        member of another group   x x . . .
        colleague of specialist   x x . . .
        everyone else             x . . . .
    """,
    "before the Platform": """
        secretary                 x x x x .
        secretary, named          x x x x x
        participant, named        x x x x x
        participant               x x x x .
        chair of the Platform     x x x x .
        colleague of participant  x x x . .
        director                  x x . . .
        chair of the council      x x . . .
        lead of the group         x x . . .
        member of the group       x x . . .
        colleague of member       x x . . .
        member of another group   x x . . .
        colleague of specialist   x x . . .
        everyone else             x . . . .
    """,
    "in a working group": """
        secretary                 x x x x .
        secretary, named          x x x x x
        participant, named        x x x x x
        participant               x x x x .
        chair of the Platform     x x x x .
        colleague of participant  x x x . .
        director                  x x . . .
        chair of the council      x x . . .
        lead of the group         x x x x .
        member of the group       x x x x .
        colleague of member       x x x . .
        member of another group   x x . . .
        specialist in the group   x x x x .
        colleague of specialist   x x . . .
        everyone else             x . . . .
    """,
    "before the council": """
        secretary                 x x x x .
        secretary, named          x x x x x
        participant, named        x x x x x
        participant               x x x x .
        chair of the Platform     x x x x .
        colleague of participant  x x x . .
        director                  x x x x .
        chair of the council      x x x x .
        lead of the group         x x x x .
        member of the group       x x x x .
        colleague of member       x x x . .
        member of another group   x x . . .
        specialist in the group   x x x x .
        colleague of specialist   x x . . .
        everyone else             x . . . .
    """,
    "withdrawn": """
        secretary                 x x x x .
        secretary, named          x x x x x
        everyone else             . . . . .
    """,
}


def place(name: str, clerk: Person, lead: Person) -> Dilemma:
    """Carry a dilemma to where a table is about."""
    if name == "at intake":
        return factories.dilemma_at_intake()
    if name == "admitted":
        return factories.admitted(factories.dilemma_at_intake(), clerk)
    if name == "in a working group":
        return factories.in_working_group(clerk, lead=lead)
    if name == "before the council":
        return factories.at_council(clerk, lead=lead)[0]
    dilemma, _ = factories.at_platform(clerk)
    if name == "withdrawn":
        do(secretariat.withdraw, dilemma, submitter_of(dilemma), reason=SAID)
    return factories.fresh(dilemma)


def everyone(dilemma: Dilemma, clerk: Person, lead: Person) -> dict[str, Person | None]:
    """Make one person for every line of the tables, and everyone else besides."""
    served = dilemma.served_by.select_related("group__body").first()
    group = served.group.body if served else Body.objects.create(kind=BodyKind.WORKING_GROUP, name="groep")
    home, expert_home = organisation(), organisation()
    member = seated("lid", BodyKind.WORKING_GROUP, body=group, organisation=organisation())
    guest = participant(organisation=home)
    expert = specialist(group, ends_on=TODAY.date())
    Person.objects.filter(pk=expert.pk).update(organisation=expert_home)
    expert.refresh_from_db()
    if served is None:
        Membership.objects.create(body=group, person=lead, seat=Seat.LEAD, starts_on=LONG_AGO)
    people = {
        "secretary": clerk,
        "secretary, named": secretary(),
        "participant, named": participant(),
        "participant": guest,
        "chair of the Platform": platform_chair(),
        "colleague of participant": colleague_of(guest),
        "director": director(),
        "chair of the council": council_chair(),
        "lead of the group": lead,
        "member of the group": member,
        "colleague of member": colleague_of(member),
        "member of another group": colleague_of(person("los", organisation=organisation())),
        "specialist in the group": expert,
        "colleague of specialist": colleague_of(expert),
        "specialist whose seat is over": specialist(group, ends_on=TODAY.date() - timedelta(days=1)),
        "specialist elsewhere": specialist(_other_group(), ends_on=TODAY.date()),
        "participant whose seat is over": seated("weg", BodyKind.PLATFORM, ends_on=TODAY.date() - timedelta(days=1)),
        "account without a seat": person("los"),
        "administrator": administrator(),
        "outsider": None,
    }
    for named in ("secretary, named", "participant, named", "administrator", "account without a seat"):
        NamedReader.objects.create(dilemma=dilemma, person=people[named], at=MONDAY)
    return people


@pytest.mark.parametrize("name", TABLES)
def test_everyone_reads_what_the_label_and_the_place_allow_and_nothing_more(name: str) -> None:
    clerk = secretary()
    lead = person("lead", organisation=organisation())
    dilemma = place(name, clerk, lead)
    people = everyone(dilemma, clerk, lead)

    seen = {role: _marks(dilemma, somebody) for role, somebody in people.items()}

    expected = _table(TABLES[name])
    assert seen == {role: expected.get(role, expected["everyone else"]) for role in people}


def test_a_specialist_reads_nothing_from_the_day_after_the_invitation() -> None:
    dilemma = factories.in_working_group(secretary(), lead=participant())
    body = dilemma.served_by.get().group.body
    expert = specialist(body, ends_on=date(2026, 4, 10))

    on = {
        day: dilemmas_visible_to(as_actor(expert, _noon(day)).standing).exists()
        for day in (date(2026, 4, 10), date(2026, 4, 11))
    }

    assert on == {date(2026, 4, 10): True, date(2026, 4, 11): False}


def test_an_administrator_who_also_put_it_in_reads_it_as_submitter_alone() -> None:
    keeper = administrator()
    dilemma = factories.dilemma_at_intake(actor=as_actor(keeper, MONDAY))

    do(sharing.change_label, dilemma, keeper, tlp=Tlp.GREEN)

    assert not dilemmas_visible_to(as_actor(keeper, MONDAY).standing).exists()
    assert factories.fresh(dilemma).tlp == Tlp.GREEN


def test_a_list_is_judged_in_one_statement(django_assert_num_queries: Callable[[int], object]) -> None:
    clerk, member = secretary(), participant()
    for _number in range(3):
        factories.at_platform(clerk)
    standing = as_actor(member, MONDAY).standing

    with django_assert_num_queries(1):
        found = list(dilemmas_visible_to(standing))

    assert len(found) == 3


def _other_group() -> Body:
    return Body.objects.create(kind=BodyKind.WORKING_GROUP, name="andere groep")


def _marks(dilemma: Dilemma, somebody: Person | None) -> str:
    standing = as_actor(somebody, TODAY).standing if somebody else Actor().standing
    return " ".join("x" if _reads(dilemma, label, standing) else "." for label in LABELS)


def _reads(dilemma: Dilemma, label: Tlp, standing: Standing) -> bool:
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=label)
    return dilemmas_visible_to(standing).filter(pk=dilemma.pk).exists()


def _table(text: str) -> dict[str, str]:
    rows = (line.strip().rsplit(maxsplit=len(LABELS)) for line in text.strip().splitlines())
    return {role.strip(): " ".join(marks) for role, *marks in rows}


def _noon(day: date):
    return MONDAY.replace(year=day.year, month=day.month, day=day.day)
