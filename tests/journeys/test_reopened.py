"""The answer was not enough: the dilemma persists, and is taken up again."""

from __future__ import annotations

import pytest

from tests import factories, personas
from tests.journeys.people import Colleague, Secretary, Submitter
from tests.journeys.visitor import in_days

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

QUESTION = "Kan een leerling van school wisselen zonder dat thuis het weet?"


def test_a_dilemma_is_opened_again_after_its_end(stage):
    stage.name = "opnieuw-"
    guidance = factories.published_guidance()
    secretary, chair = Secretary(stage, personas.secretary()), Colleague(stage, personas.platform_chair())
    submitter = Submitter(stage, address="school@voorbeeld.example")
    submitter.puts_in(QUESTION, "Een leerling wil weg.")
    submitter.confirms_address()
    submitter.opens_with_code()
    secretary.begins("Beantwoord met wat er al is", submitter.number, {"Bericht aan de inbrenger": "Lees dit stuk."})
    secretary.chooses(guidance.title)
    secretary.looks_first_and("Beantwoord met wat er al is")

    submitter.finds("Speelt het nog steeds, of opnieuw?")
    submitter.tells("Het stuk gaat over delen. Wij mogen de leerling nog steeds niet inschrijven.")
    secretary.finds_among("Antwoord binnen", QUESTION)
    secretary.reads("Wij mogen de leerling nog steeds niet inschrijven.")
    evidence = {"Waaruit blijkt dat het dilemma nog bestaat?": "De school mag nog steeds niet inschrijven."}
    secretary.takes("Open opnieuw", submitter.number, evidence)
    submitter.comes_back_by_letter()
    submitter.reads("U kreeg antwoord", "Lees dit stuk.", "Opnieuw geopend", "Wacht op het Platform")
    submitter.looks("geopend")

    secretary.cannot("Zet op de agenda", submitter.number, "Er is nog geen gedeelde versie")
    secretary.shares(submitter.number, QUESTION, "Een leerling wil van school wisselen.")
    submitter.agrees_with(QUESTION)
    today, later = (secretary.plans_meeting("Landelijk Platform", in_days(days)) for days in (0, 30))
    secretary.places(QUESTION, today)
    secretary.decides(today, "Schuif door", {"Reden": "De tijd was om."})
    secretary.presses("Schuif door")
    submitter.comes_back_by_letter()
    submitter.reads("Doorgeschoven naar de volgende vergadering", "De tijd was om.", "De volgende vergadering is op")
    secretary.places(QUESTION, later)
    secretary.sends_agenda(later)
    chair.cannot("Opgelost", submitter.number, "Dit besluit kan pas op de dag van de vergadering worden vastgelegd")
    chair.looks("te-vroeg")
    submitter.finds(
        "Op de agenda van het Landelijk Platform", "Op de agenda van het Landelijk Platform", "agendapunt 1"
    )
    submitter.looks("op-de-agenda")
