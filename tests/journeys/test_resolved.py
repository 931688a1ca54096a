"""The Platform knows what to do."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Colleague, Secretary, Submitter
from tests.journeys.visitor import in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Mag een school zorgen delen met de wijkagent?"
SITUATION = "Een school ziet dat een leerling wegblijft."


def test_a_dilemma_is_resolved_at_the_platform(stage):
    stage.name = "platform-"
    secretary = Secretary(stage, personas.secretary())
    chair, member = Colleague(stage, personas.platform_chair()), Colleague(stage, personas.participant())
    submitter = Submitter(stage, address="school@voorbeeld.example")
    submitter.puts_in("Mag ik zorgen over een leerling delen?", "Op onze school blijft een meisje weg.")
    submitter.confirms_address()

    secretary.cannot("Laat toe tot het Platform", submitter.number, "Er is nog geen gedeelde versie")
    secretary.shares(submitter.number, QUESTION, SITUATION)
    secretary.cannot("Laat toe tot het Platform", submitter.number, "De inbrenger heeft de gedeelde versie nog niet")
    member.may_not_open(submitter.number)

    submitter.comes_back_by_letter()
    submitter.agrees_with(QUESTION, SITUATION)
    submitter.looks("akkoord")
    secretary.admits(submitter.number)
    submitter.finds("Toegelaten tot het Landelijk Platform")
    submitter.reads("Wacht op het Platform", "Er is nog geen vergadering gepland")

    meeting = secretary.plans_meeting("Landelijk Platform", in_days(0))
    secretary.looks("vergadering-leeg")
    secretary.places(QUESTION, meeting)
    secretary.looks("vergadering")
    submitter.finds("Op de agenda van het Landelijk Platform", "De vergadering is op")
    member.opens(submitter.number)
    member.reads(QUESTION, SITUATION)
    member.does_not_read("meisje", "school@voorbeeld.example")
    member.looks("dossier-deelnemer")
    member.cannot("Opgelost", submitter.number)

    chair.receives("Een dilemma wacht op u")
    secretary.sends_agenda(meeting)
    submitter.finds("Op de agenda van het Landelijk Platform", "agendapunt 1", "De vergadering is op")
    chair.decides(
        meeting,
        "Opgelost",
        {
            "De oplossing of het inzicht": "Dat mag, als u eerst advies vraagt zonder naam.",
            "Hoe verspreiden wij dit?": "In de nieuwsbrief voor scholen.",
            "Bericht aan de inbrenger": "Bel eerst Veilig Thuis voor advies.",
        },
    )
    chair.looks("besluit")
    chair.looks_first_and("Opgelost")

    submitter.comes_back_by_letter()
    submitter.reads("Opgelost", "Het Platform vond een oplossing", "als u eerst advies vraagt zonder naam")
    submitter.reads("Bel eerst Veilig Thuis voor advies.")
    submitter.says_it_helped()
    submitter.looks("einde")
    secretary.goes_to(meeting)
    secretary.reads("besloten")
    secretary.looks("vergadering-besloten")
