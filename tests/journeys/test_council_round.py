"""A round of the council: three sign, one signature is withdrawn, directors promise, one promise fails, and back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.deliberation.doing import do
from tests.factories import checked
from tests.journeys.people import Colleague, Director, Secretary, Submitter
from tests.journeys.test_council import DROPPED, KEPT, promise
from tests.journeys.visitor import in_days
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import platform
from verder.network.models import BodyKind

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Wie betaalt de opvang van wie vertrekt?"


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
    director.drops(DROPPED, "Er is geen gebouw.")

    secretary.opens(submitter.number)
    secretary.follows("Terug naar het Beraad")
    secretary.chooses(DROPPED)
    secretary.writes("Reden", "Er is nog geen plek om te slapen.")
    secretary.presses("Terug naar het Beraad")
    secretary.reads("‘Terug naar het Beraad’ is gedaan.")
    submitter.opens_with_code()
    submitter.reads("Bestuurders deden een toezegging", "Een toezegging gaat niet door", "Er is geen gebouw.")
    submitter.reads("het Beraad kijkt opnieuw", "Er is nog geen plek om te slapen.", "Wacht op het Beraad")
    submitter.looks("opnieuw")
    later = secretary.plans_meeting("Strategisch Beraad", in_days(30))
    secretary.places(QUESTION, later)
    submitter.finds("Op de agenda van het Strategisch Beraad")


def waiting_for_council(stage, secretary: Secretary) -> Submitter:
    """Return whoever put in a dilemma that the Platform brought to the council a week ago."""
    at, by, submitter = timezone.now() - timedelta(days=14), secretary.person, Submitter(stage)
    receipt = factories.put_in(at=at, question=QUESTION)
    submitter.number, submitter.code = receipt.number, receipt.code
    dilemma = Dilemma.objects.get(number=receipt.number)
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
