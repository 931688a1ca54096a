"""Somebody asked the same before, and the two travel on together."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Secretary, Submitter

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_dilemma_joins_another_and_follows_it(stage):
    stage.name = "samen-"
    secretary = Secretary(stage, personas.secretary())
    first = Submitter(stage)
    second = Submitter(stage, address="tweede@voorbeeld.example")
    first.puts_in("Mag ik zorgen delen met de wijkagent?", "Een leerling komt niet meer naar school.")
    second.puts_in("Mag ik zorgen met de politie delen?", "Een leerling blijft weg.")
    second.confirms_address()

    words = {
        "Nummer van het andere dilemma": first.number,
        "Bericht aan de inbrenger": "Iemand anders vroeg dit ook. Wij pakken het samen op.",
    }
    secretary.begins("Voeg samen", second.number, words)
    secretary.presses("Bekijk eerst wat de inbrenger leest")
    secretary.reads(f"Gaat samen met {first.number}", "Mag ik zorgen delen met de wijkagent?")
    secretary.looks("stap")
    secretary.presses("Voeg samen")
    secretary.reads("‘Voeg samen’ is gedaan.", "Reist verder met", first.number)

    second.comes_back_by_letter()
    second.reads("Samengevoegd met een ander dilemma", "Wij pakken het samen op.", "Bij het secretariaat")
    second.does_not_read("wijkagent")

    where, message = "Het Zorg- en Veiligheidshuis in uw regio.", "Daar denkt men met u mee over één leerling."
    words = {"Waar kan de inbrenger terecht?": where, "Bericht aan de inbrenger": message}
    secretary.begins("Verwijs door", first.number, words)
    secretary.presses("Bekijk eerst wat de inbrenger leest")
    secretary.reads(where, "Dit leest ook wie dit inbracht", second.number)
    secretary.presses("Verwijs door")

    second.comes_back_by_letter()
    second.reads("Doorverwezen", where, message)
    second.looks("gevolgd-einde")
