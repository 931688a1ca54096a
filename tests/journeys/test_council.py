"""A working group gets stuck, and directors remove what blocks it."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Colleague, Director, Lead, Secretary, Submitter
from tests.journeys.visitor import in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Wie betaalt de opvang van wie vertrekt?"
GROUP = "Werkgroep opvang"
KEPT, DROPPED = "Een Kamerbrief over opvang", "Tien plekken in onze eigen opvang"


def test_a_dilemma_goes_through_group_and_council_to_promises_and_a_conclusion(stage):
    stage.name = "beraad-"
    secretary, chair = Secretary(stage, personas.secretary()), Colleague(stage, personas.platform_chair())
    lead, council_chair = Lead(stage, personas.participant()), Colleague(stage, personas.council_chair())
    director = Director(stage, personas.director())
    submitter = Submitter(stage, address="jeugd@voorbeeld.example")
    submitter.puts_in(QUESTION, "Geen gemeente betaalt.")
    submitter.confirms_address()
    submitter.opens_with_code()
    secretary.shares(submitter.number, QUESTION, "Geen gemeente betaalt de opvang.")
    submitter.agrees_with(QUESTION)
    secretary.admits(submitter.number)
    platform = secretary.plans_meeting("Landelijk Platform", in_days(0))
    secretary.places(QUESTION, platform)
    chair.decides(platform, "Een werkgroep zoekt het uit", {"De opdracht voor de werkgroep": "Zoek uit wie betaalt."})
    chair.presses("Een werkgroep zoekt het uit")
    secretary.forms_group(submitter.number, GROUP, lead=lead.person, members=[])

    lead.gives_verdict(
        GROUP,
        "Naar het Strategisch Beraad",
        QUESTION,
        {
            "Wat is er geprobeerd, en wat kwam daaruit?": "Drie routes, zonder gevolg.",
            "Waarom is er geen concreet resultaat?": "Geen wet zegt wie betaalt.",
            "Waaruit blijkt dat het dilemma blijft bestaan?": "Drie regio’s melden het.",
            "Wat vraagt u van de bestuurders?": "Spreek af wie betaalt.",
        },
    )
    lead.presses("Naar het Strategisch Beraad")
    submitter.finds("De werkgroep bracht het naar het Strategisch Beraad")
    submitter.reads("Spreek af wie betaalt.", "Wacht op het Beraad")
    director.may_not_open(submitter.number)

    council = secretary.plans_meeting("Strategisch Beraad", in_days(0))
    secretary.places(QUESTION, council)
    council_chair.receives("Een dilemma wacht op u")
    director.goes_to("/beraad")
    director.reads("Ligt op tafel", QUESTION)
    director.looks("tafel")
    promise(council_chair, council, director)
    submitter.comes_back_by_letter()
    submitter.reads("Bestuurders deden een toezegging", KEPT, DROPPED, "Opvolging")
    submitter.looks("opvolging")

    director.receives("Uw toezegging is vastgelegd")
    secretary.cannot("Rond af", submitter.number, "Niet alle toezeggingen zijn klaar")
    director.drops(DROPPED, "Er is geen gebouw.")
    director.keeps(KEPT, "De brief is verstuurd.")
    director.looks("toezegging")
    submitter.finds("Een toezegging gaat niet door", "Er is geen gebouw.", "Een toezegging is nagekomen")
    words = {
        "Wat heeft het opgeleverd?": "De gemeente van vertrek betaalt.",
        "Bericht aan de inbrenger": "U kunt de rekening daarheen sturen.",
    }
    secretary.ends("Rond af", submitter.number, words)

    submitter.comes_back_by_letter()
    submitter.reads("Opgelost", "De toezeggingen zijn afgerond", "De gemeente van vertrek betaalt.")
    submitter.reads("U kunt de rekening daarheen sturen.")
    submitter.looks("einde")


def promise(council_chair: Colleague, council: str, director: Director) -> None:
    """Record two promises of a director at the meeting of the council."""
    council_chair.decides(council, "Leg toezeggingen vast")
    council_chair.writes("Toezegging 1", KEPT)
    council_chair.picks("Eigenaar van toezegging 1", director.person.name)
    council_chair.writes("Toezegging 1 is klaar op", in_days(30))
    council_chair.writes("Toezegging 1: op welke politieke agenda?", "Kamerbrief")
    council_chair.presses("Nog een toezegging")
    council_chair.writes("Toezegging 2", DROPPED)
    council_chair.picks("Eigenaar van toezegging 2", director.person.name)
    council_chair.writes("Toezegging 2 is klaar op", in_days(60))
    council_chair.writes("Toezegging 2: op welke politieke agenda?", "Bestuurlijk overleg")
    council_chair.looks("toezeggingen")
    council_chair.presses("Leg toezeggingen vast")
    council_chair.reads("‘Leg toezeggingen vast’ is gedaan.")
