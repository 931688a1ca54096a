"""Every role at every dilemma under every label, through the real addresses: allowed, 404, refused, or log in first."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from tests.matrix import rule
from tests.matrix.comparison import Comparison, outcome
from tests.matrix.rule import Outcome
from tests.matrix.world import ANSWER, NAME, NAME_OF_PARTICIPANT, NOTE, ORIGINAL, Place, Role, World, build
from verder.domain.tlp import Tlp

if TYPE_CHECKING:
    from django.test import Client

    from verder.deliberation.models import Dilemma

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

AT_LEAST = 1000
NEVER = False


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody in a role, before a dilemma at a place, under a label."""

    role: Role
    place: Place
    tlp: Tlp
    world: World
    found: Comparison

    @property
    def dilemma(self) -> Dilemma:
        """The dilemma that it is about."""
        return self.world.dilemmas[self.place]

    @property
    def browser(self) -> Client:
        """The browser of whoever comes."""
        return self.world.browser(self.role, self.place)

    @property
    def asked(self) -> tuple[Role, Place, Tlp]:
        """What the rule is asked about."""
        return self.role, self.place, self.tlp

    def compare(self, action: str, expected: object, got: object) -> None:
        """Compare what was expected of an action with what came."""
        self.found.add((*self.asked, action), expected, got)

    def post(self, address: str, **said: object) -> Outcome:
        """Send a form, see what becomes of it, and let nothing of it stand."""
        said |= {"request_key": str(uuid.uuid4()), "version": self.dilemma.version}
        with transaction.atomic():
            answer = self.browser.post(address, said)
            transaction.set_rollback(True)
        return outcome(answer)


@pytest.mark.parametrize("tlp", Tlp)
def test_everyone_gets_what_the_label_allows_and_nothing_else(tlp: Tlp) -> None:
    world, found = build(tlp), Comparison()

    for role, place in product(Role, Place):
        case = Case(role, place, tlp, world, found)
        open_dossier(case)
        act(case)
        follow(case)
    for role in Role:
        look_in_the_list(role, tlp, world, found)

    assert found.made * len(Tlp) >= AT_LEAST
    assert found.differences == [], found.report()


def open_dossier(case: Case) -> None:
    """Open the dossier, and look for what few may read in it."""
    answer, inside = case.browser.get(f"/dilemmas/{case.dilemma.number}"), rule.reads_inside(*case.asked)
    case.compare("open", rule.opens(*case.asked), outcome(answer))
    case.compare("read the original", inside, ORIGINAL in answer.text)
    case.compare("read the conversation", inside, ANSWER in answer.text)
    case.compare("read the notes", inside, NOTE in answer.text)
    name = NAME_OF_PARTICIPANT if case.place is Place.FROM_INSIDE else NAME
    if (case.role, case.place) != (Role.SUBMITTING_PARTICIPANT, Place.FROM_INSIDE):  # whose own name is in the menu
        case.compare("know who put it in", rule.knows_submitter(*case.asked), name in answer.text)


def act(case: Case) -> None:
    """Open the page of a step, take that step, and write a note."""
    at, extends = f"/dilemmas/{case.dilemma.number}", rule.extends(*case.asked)
    later = timezone.localdate() + timedelta(days=40)
    case.compare("open a step", extends, outcome(case.browser.get(f"{at}/stap/extend")))
    taken = case.post(f"{at}/stap/extend", reason="Er is meer tijd nodig.", new_date=later.isoformat())
    case.compare("take a step", extends, taken)
    case.compare("write a note", rule.notes(*case.asked), case.post(f"{at}/notitie", text="Let hierop."))


def follow(case: Case) -> None:
    """Open the submitter's page, which no note ever reaches."""
    answer, expected = case.browser.get(f"/mijn-dilemma/{case.dilemma.number}"), rule.follows(case.role, case.place)
    is_own = expected is Outcome.ALLOWED
    case.compare("follow", expected, outcome(answer))
    case.compare("read the original, following", is_own, ORIGINAL in answer.text)
    case.compare("read the conversation, following", is_own, ANSWER in answer.text)
    case.compare("read the notes, following", NEVER, NOTE in answer.text)


def look_in_the_list(role: Role, tlp: Tlp, world: World, found: Comparison) -> None:
    """Look for each dilemma in the list of all that one may read, which says nothing that the dossier would not."""
    text = world.browser(role, Place.INTAKE).get("/dilemmas?halte=alles").text
    for place, dilemma in world.dilemmas.items():
        case = Case(role, place, tlp, world, found)
        case.compare("find in the list", rule.finds(*case.asked), f"/dilemmas/{dilemma.number}" in text)
    new = Case(role, Place.INTAKE, tlp, world, found)
    new.compare("read an original in the list", rule.reads_inside(*new.asked), ORIGINAL in text)
    new.compare("know who, in the list", NEVER, NAME in text)
