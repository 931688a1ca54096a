"""Every role at every dilemma under every label, through the real addresses: allowed, 404, refused, or log in first."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.utils import timezone

from tests.matrix import rule
from tests.matrix.rule import Outcome
from tests.matrix.world import ANSWER, NAME, NAME_OF_PARTICIPANT, NOTE, ORIGINAL, Place, Role, World, build
from verder.domain.tlp import Tlp

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

AT_LEAST = 1000
OPEN, FIND, STEP_PAGE, STEP, WRITE_NOTE = "open", "find in the list", "open a step", "take a step", "write a note"
ORIGINAL_TEXT, CONVERSATION, NOTES, SUBMITTER = "original", "conversation", "notes", "submitter"
FOLLOW = "open as submitter"
AMOUNTS_TO = {
    200: Outcome.ALLOWED,
    302: Outcome.ALLOWED,
    403: Outcome.REFUSED,
    404: Outcome.HIDDEN,
    409: Outcome.REFUSED,
}


@dataclass
class Comparison:
    """What was expected beside what came; only the differences are kept."""

    tlp: Tlp
    made: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, role: Role, place: Place, action: str, expected: object, got: object) -> None:
        """Compare one combination."""
        self.made += 1
        if expected != got:
            self.differences.append(f"{role} × {place} × {self.tlp} × {action}: expected {expected}, got {got}")


def outcome(answer: HttpResponse) -> Outcome:
    """Say what an answer amounts to."""
    where = answer.get("Location", "")
    if where.startswith("/inloggen"):
        return Outcome.LOGIN
    if where == "/volgen":
        return Outcome.CODE
    return AMOUNTS_TO[answer.status_code]


def posted(browser: Client, address: str, **said: object) -> Outcome:
    """Send a form, see what becomes of it, and let nothing of it stand."""
    with transaction.atomic():
        answer = browser.post(address, {"request_key": str(uuid.uuid4()), **said})
        transaction.set_rollback(True)
    return outcome(answer)


@pytest.mark.parametrize("tlp", Tlp)
def test_everyone_gets_what_the_label_allows_and_nothing_else(tlp: Tlp) -> None:
    world = build(tlp)
    found = Comparison(tlp)

    for role, place in product(Role, Place):
        open_dossier(world, found, role, place)
        act(world, found, role, place)
        follow(world, found, role, place)
    for role in Role:
        look_in_the_list(world, found, role)

    assert found.made * len(Tlp) >= AT_LEAST
    assert found.differences == [], "\n".join([f"{len(found.differences)} of {found.made}:", *found.differences])


def open_dossier(world: World, found: Comparison, role: Role, place: Place) -> None:
    """Open the dossier, and look for what few may read in it."""
    browser, dilemma, tlp = world.browser(role, place), world.dilemmas[place], found.tlp
    answer = browser.get(f"/dilemmas/{dilemma.number}")
    found.add(role, place, OPEN, rule.opens(role, place, tlp), outcome(answer))
    inside = rule.reads_inside(role, place, tlp)
    found.add(role, place, ORIGINAL_TEXT, inside, ORIGINAL in answer.text)
    found.add(role, place, CONVERSATION, inside, ANSWER in answer.text)
    found.add(role, place, NOTES, inside, NOTE in answer.text)
    name = NAME_OF_PARTICIPANT if place is Place.FROM_INSIDE else NAME
    if (role, place) != (Role.SUBMITTING_PARTICIPANT, Place.FROM_INSIDE):  # whose own name is in the menu
        found.add(role, place, SUBMITTER, rule.knows_submitter(role, place, tlp), name in answer.text)


def act(world: World, found: Comparison, role: Role, place: Place) -> None:
    """Open the page of a step, take that step, and write a note."""
    browser, dilemma, tlp = world.browser(role, place), world.dilemmas[place], found.tlp
    step, extends = f"/dilemmas/{dilemma.number}/stap/extend", rule.extends(role, place, tlp)
    later = timezone.localdate() + timedelta(days=40)
    said = {"version": dilemma.version, "reason": "Er is meer tijd nodig.", "new_date": later.isoformat()}
    found.add(role, place, STEP_PAGE, extends, outcome(browser.get(step)))
    found.add(role, place, STEP, extends, posted(browser, step, **said))
    note = posted(browser, f"/dilemmas/{dilemma.number}/notitie", version=dilemma.version, text="Let hierop.")
    found.add(role, place, WRITE_NOTE, rule.notes(role, place, tlp), note)


def follow(world: World, found: Comparison, role: Role, place: Place) -> None:
    """Open the submitter's page, which no note ever reaches."""
    answer = world.browser(role, place).get(f"/mijn-dilemma/{world.dilemmas[place].number}")
    expected = rule.follows(role, place)
    found.add(role, place, FOLLOW, expected, outcome(answer))
    for what, words in ((ORIGINAL_TEXT, ORIGINAL), (CONVERSATION, ANSWER)):
        found.add(role, place, f"{what}, as submitter", expected is Outcome.ALLOWED, words in answer.text)
    found.add(role, place, f"{NOTES}, as submitter", False, NOTE in answer.text)  # noqa: FBT003 -- never


def look_in_the_list(world: World, found: Comparison, role: Role) -> None:
    """Look for each dilemma in the list of all that one may read, which says nothing that the dossier would not."""
    text = world.browser(role, Place.INTAKE).get("/dilemmas?halte=alles").text
    for place, dilemma in world.dilemmas.items():
        found.add(role, place, FIND, rule.finds(role, place, found.tlp), f"/dilemmas/{dilemma.number}" in text)
    inside = rule.reads_inside(role, Place.INTAKE, found.tlp)
    found.add(role, Place.INTAKE, f"{ORIGINAL_TEXT}, in the list", inside, ORIGINAL in text)
    found.add(role, Place.INTAKE, f"{SUBMITTER}, in the list", False, NAME in text)  # noqa: FBT003 -- never
