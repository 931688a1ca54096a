"""A working group finds an answer that everyone can read."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Chair, Lead, SecondReader, Secretary, Submitter
from tests.journeys.visitor import Visitor, in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Moet een melder zijn naam geven?"
GROUP = "Werkgroep melden"
PRODUCT = "Melden zonder naam"


def test_a_working_group_delivers_a_published_product(stage):
    stage.name = "werkgroep-"
    secretary, chair = Secretary(stage, personas.secretary()), Chair(stage, personas.platform_chair())
    lead, reader = Lead(stage, personas.participant()), SecondReader(stage, personas.participant())
    submitter = Submitter(stage)
    submitter.puts_in(QUESTION, "Collega’s durven niet te melden.", tlp="TLP:GREEN")
    submitter.opens_with_code()
    secretary.shares(submitter.number, QUESTION, "Professionals durven niet te melden.")
    submitter.agrees_with(QUESTION)
    secretary.admits(submitter.number)
    meeting = secretary.plans_meeting("Landelijk Platform", in_days(0))
    secretary.places(QUESTION, meeting)

    assignment = "Zoek uit wanneer melden zonder naam kan."
    chair.decides(meeting, "Een werkgroep zoekt het uit", {"De opdracht voor de werkgroep": assignment})
    chair.presses("Een werkgroep zoekt het uit")
    submitter.finds("Het Platform vroeg een werkgroep dit uit te zoeken", "Wacht op een werkgroep")
    secretary.forms_group(submitter.number, GROUP, lead=lead.person, members=[reader.person])
    submitter.finds("De werkgroep is gevormd", "De groep komt voor het eerst bijeen op", "Specialisten zoeken")
    submitter.looks("in-de-groep")

    lead.receives("Een dilemma wacht op u")
    lead.cannot("Lever op", submitter.number, "De werkgroep heeft nog niets gepubliceerd")
    lead.opens_group(GROUP)
    lead.reads(assignment, QUESTION)
    lead.looks("groep")
    lead.writes_product(GROUP, PRODUCT, "## Het kan\n\nVraag *eerst* advies.", reader=reader.person)
    lead.looks("concept")
    chair.sets_principle("Wij kijken naar wat iemand doet, bij iedereen op dezelfde manier.")
    reader.sends_back(PRODUCT, "Zeg ook wanneer het niet kan.")
    lead.receives("Uw tweede lezer vraagt een aanpassing")
    lead.mends(PRODUCT, "## Het kan\n\nVraag *eerst* advies. Bij gevaar belt u meteen.")
    reader.publishes(PRODUCT)
    reader.looks("gepubliceerd")
    message = {"Bericht aan de inbrenger": "Lees hoe u kunt melden zonder uw naam te geven."}
    lead.gives_verdict(GROUP, "Lever op", QUESTION, message)
    lead.looks_first_and("Lever op")

    submitter.finds("De werkgroep leverde een antwoord op", "Lees hoe u kunt melden", PRODUCT)
    submitter.looks("einde")
    anyone = Visitor(stage)
    anyone.goes_to("/kennis")
    anyone.looks("kennis")
    anyone.follows(PRODUCT)
    anyone.reads(PRODUCT, "Het kan", "Vraag eerst advies.")
