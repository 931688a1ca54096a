"""A round of the council: three sign, one signature is withdrawn, directors promise, one promise lapses, and back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.deliberation.doing import do
from tests.factories import checked
from tests.journeys.people import Colleague, Director, Secretary, Submitter
from tests.journeys.stage import Stage, letters_to
from tests.journeys.test_council import DROPPED as LAPSED
from tests.journeys.test_council import KEPT, promise
from tests.journeys.visitor import in_days
from verder.deliberation.models import Dilemma
from verder.deliberation.models import Submitter as PutIn
from verder.deliberation.operations import platform
from verder.domain.rungs import Rung
from verder.network.models import BodyKind

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Wie betaalt de opvang van wie vertrekt?"
UNTIL_IT_LAPSES, UNTIL_OTHERS_ARE_WARNED = 61, 14
"""The days until the date of the second promise has passed, and from then on until others hear of it."""


def test_a_round_of_the_council(stage):
    stage.name = "ronde-"
    secretary, chair = Secretary(stage, personas.secretary()), Colleague(stage, personas.platform_chair())
    council_chair, director = Colleague(stage, personas.council_chair()), Director(stage, personas.director())
    submitter = waiting_for_council(stage, secretary)

    meeting = secretary.plans_meeting("Strategisch Beraad", in_days(0))
    secretary.places(QUESTION, meeting)
    sign_off(secretary, chair, council_chair, meeting)
    promise(council_chair, meeting, director)
    secretary.closes_meeting(meeting)
    director.keeps(KEPT, "De brief is verstuurd.")
    one_lapses(stage, submitter, secretary, council_chair, director)

    secretary.follows("Terug naar het Beraad")
    secretary.looks("terug")
    secretary.fits()
    secretary.chooses(LAPSED)
    secretary.writes("Reden", "Er is nog geen plek om te slapen.")
    secretary.presses("Terug naar het Beraad")
    secretary.reads("‘Terug naar het Beraad’ is gedaan.", "Nu: Wacht op het Beraad", "Toezeggingen", LAPSED, "Verlopen")
    secretary.reads("het Beraad kijkt opnieuw", "Toezegging", LAPSED, "Er is nog geen plek om te slapen.")
    secretary.looks("terug-gezet")
    assert Dilemma.objects.get(number=submitter.number).rung == Rung.AWAITING_COUNCIL
    submitter.comes_back_by_letter()
    submitter.reads("Bestuurders deden een toezegging", KEPT, "Een toezegging is nagekomen")
    submitter.reads("het Beraad kijkt opnieuw", "Er is nog geen plek om te slapen.", LAPSED, "Wacht op het Beraad")
    submitter.looks("opnieuw")
    later = secretary.plans_meeting("Strategisch Beraad", in_days(30))
    secretary.places(QUESTION, later)
    submitter.finds("Op de agenda van het Strategisch Beraad")


def one_lapses(
    stage: Stage, submitter: Submitter, secretary: Secretary, council_chair: Colleague, director: Director
) -> None:
    """Let the date of the second promise pass, and then so many days that others are warned of it."""
    stage.lets_pass(UNTIL_IT_LAPSES)
    director.has_received("Herinnering: uw toezegging")
    assert "Een toezegging dreigt te vervallen" not in subjects_to(council_chair)
    stage.lets_pass(UNTIL_OTHERS_ARE_WARNED)
    council_chair.receives("Een toezegging dreigt te vervallen")
    secretary.has_received("Een toezegging dreigt te vervallen")
    director.comes_back()
    director.opens_promise(LAPSED)
    director.reads("Verlopen", "Hoe staat het ermee?")
    director.looks("verlopen-toezegging")
    secretary.comes_back()
    secretary.opens(submitter.number)
    secretary.reads("Toezeggingen", KEPT, "Gedaan", LAPSED, "Verlopen")
    secretary.looks("verlopen")
    secretary.fits()


def subjects_to(colleague: Colleague) -> list[str]:
    """Return the subjects of all letters to somebody."""
    return [letter.subject for letter in letters_to(colleague.person.email)]


def waiting_for_council(stage, secretary: Secretary) -> Submitter:
    """Return whoever put in a dilemma that the Platform brought to the council a week ago."""
    at, by = timezone.now() - timedelta(days=14), secretary.person
    submitter = Submitter(stage, address="jeugd@voorbeeld.example")
    receipt = factories.put_in(at=at, question=QUESTION)
    submitter.number, submitter.code = receipt.number, receipt.code
    dilemma = Dilemma.objects.get(number=receipt.number)
    PutIn.objects.filter(dilemma=dilemma).update(email=submitter.address, email_confirmed_at=at)
    factories.admitted(dilemma, by, at=at, question=QUESTION)
    meeting = factories.meeting_of(BodyKind.PLATFORM, by, at=at)
    factories.placed(dilemma, meeting, by, at=at)
    said = {"why_no_group": checked("Er is geen regel."), "asked_of_directors": checked("Spreek af wie betaalt.")}
    do(platform.escalate_directly, receipt.number, by, at=meeting.starts_at, **said)
    return submitter


def sign_off(secretary: Secretary, chair: Colleague, council_chair: Colleague, meeting: str) -> None:
    """Sign in all three roles; a change withdraws what was signed before, and nothing is sent until all sign again."""
    prepare = "/beraad/voorbereiding/" + meeting.rsplit("/", 1)[-1]
    for who in (chair, council_chair):
        sign(who, prepare)
    secretary.adds_item("Nagekomen brief", meeting)
    secretary.goes_to(prepare)
    secretary.reads("er kwam een punt bij")
    secretary.looks("akkoord-vervallen")
    secretary.fits()
    sign(secretary, prepare)
    secretary.goes_to(f"{meeting}/agenda/versturen")
    secretary.presses("Verstuur")
    secretary.reads("De agenda is niet verstuurd", "Wacht op")
    for who in (chair, council_chair):
        sign(who, prepare)
    secretary.sends_agenda(meeting)


def sign(who: Colleague, prepare: str) -> None:
    """Give a signature under the agenda as it is."""
    who.goes_to(prepare)
    who.page.get_by_role("button", name=re.compile("^Ik geef akkoord")).click()
    who.reads("Uw akkoord is vastgelegd")
