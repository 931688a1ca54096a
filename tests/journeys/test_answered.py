"""There is guidance already, and the dilemma ends with it."""

from __future__ import annotations

import pytest

from tests import factories, personas
from tests.journeys.people import Secretary, Submitter

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_dilemma_is_answered_from_existing_guidance(stage):
    stage.name = "antwoord-"
    guidance = factories.published_guidance()
    secretary = Secretary(stage, personas.secretary())
    submitter = Submitter(stage, address="leerplicht@voorbeeld.example")
    submitter.puts_in("Mag ik zorgen delen met de wijkagent?", "Een leerling van dertien komt niet meer naar school.")
    submitter.confirms_address()

    secretary.finds_among("Nieuw", "Mag ik zorgen delen met de wijkagent?")
    secretary.takes_it_up(submitter.number)
    secretary.looks("dossier-intake")
    secretary.notes(submitter.number, "Lijkt op een eerdere vraag.")
    secretary.takes("Stel een vraag", submitter.number, {"Uw vraag aan de inbrenger": "Weet de school hiervan?"})

    submitter.comes_back_by_letter()
    submitter.reads("Het secretariaat wacht op u", "Weet de school hiervan?", "U bent aan zet")
    submitter.looks("vraag")
    submitter.answers("Ja, de school weet ervan.")
    submitter.reads("U antwoordde", "Ja, de school weet ervan.", "Bij het secretariaat")

    secretary.finds_among("Antwoord binnen", "Mag ik zorgen delen met de wijkagent?")
    secretary.begins("Beantwoord met wat er al is", submitter.number)
    secretary.chooses(guidance.title)
    secretary.writes("Bericht aan de inbrenger", "In dit stuk staat wat u mag delen, en hoe.")
    secretary.looks("stap-antwoord")
    secretary.looks_first_and("Beantwoord met wat er al is")
    secretary.looks("dossier-einde")

    submitter.comes_back_by_letter()
    submitter.reads("Beantwoord", "U kreeg antwoord", "In dit stuk staat wat u mag delen, en hoe.", guidance.title)
    submitter.does_not_read("Lijkt op een eerdere vraag.")
    submitter.says_it_helped()
    submitter.looks("einde")
