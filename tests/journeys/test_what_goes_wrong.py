"""What people do wrong, twice, too late, or just after a colleague: nothing is lost, and nothing is done twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories, personas
from tests.journeys.people import Secretary, Submitter
from tests.journeys.stage import letters_to, path_in
from tests.journeys.visitor import in_days
from verder.audit.queries import events_of
from verder.deliberation import links
from verder.deliberation.models import Dilemma

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

LATER = "Geef een latere datum"


@pytest.fixture
def dilemma(stage) -> Dilemma:
    return factories.dilemma_at_intake()


@pytest.fixture
def secretary(stage) -> Secretary:
    return Secretary(stage, personas.secretary())


def delays(dilemma: Dilemma) -> int:
    """Count how often a dilemma was given a later date."""
    return events_of(dilemma.key).filter(action="step.extend").count()


def test_a_number_that_nobody_may_read_is_replaced_before_it_is_kept(stage):
    submitter = Submitter(stage)
    submitter.goes_to("/inbrengen")
    submitter.writes("Uw vraag", "Mag ik dit delen?")
    submitter.writes("Wat speelt er?", "Bel mij op 06-12345678 over een leerling.")
    submitter.presses("Breng mijn dilemma in")
    submitter.reads("Telefoonnummer")
    submitter.looks("tekstcontrole")
    assert not Dilemma.objects.exists()

    submitter.chooses("Vervang")
    submitter.presses("Breng mijn dilemma in")

    submitter.keeps_receipt()
    assert "12345678" not in Dilemma.objects.get().original.situation


def test_a_form_without_its_words_says_what_is_missing_and_keeps_the_rest(dilemma, secretary):
    secretary.begins(LATER, dilemma.number, {"Nieuwe datum": in_days(60)})
    secretary.presses(LATER)

    secretary.reads("Noem een reden.")
    secretary.looks("reden-ontbreekt")
    secretary.writes("Reden", "Wij wachten op een brief.")
    secretary.presses(LATER)
    secretary.reads(f"‘{LATER}’ is gedaan.")


def test_a_double_click_takes_a_step_once(dilemma, secretary):
    secretary.begins(LATER, dilemma.number, {"Reden": "Wij wachten.", "Nieuwe datum": in_days(60)})

    secretary.double_clicks(LATER)

    secretary.reads(dilemma.number, "De datum is verschoven")
    assert delays(dilemma) == 1


def test_whoever_goes_back_after_a_step_reads_that_it_was_taken(dilemma, secretary):
    secretary.takes("Stel een vraag", dilemma.number, {"Uw vraag aan de inbrenger": "Hoe lang al?"})

    secretary.goes_back()

    secretary.reads("Stel een vraag", "Het dilemma staat op ‘Wacht op de inbrenger’, en daar kan deze stap niet.")
    secretary.looks("terug")


def test_of_two_colleagues_the_second_hears_of_it_and_loses_nothing(stage, dilemma, secretary):
    colleague = Secretary(stage, personas.secretary())
    reason = "Wij wachten op een brief van de gemeente."
    secretary.begins(LATER, dilemma.number, {"Reden": reason, "Nieuwe datum": in_days(60)})
    colleague.takes_it_up(dilemma.number)

    secretary.presses(LATER)
    secretary.reads(f"‘{LATER}’ is niet gedaan: een collega was u voor.")
    secretary.looks("collega-was-eerst")
    assert secretary.has_written("Reden") == reason
    secretary.presses(LATER)

    secretary.reads(f"‘{LATER}’ is gedaan.", reason)
    assert delays(dilemma) == 1


def test_a_link_that_is_too_old_leads_to_the_code(stage, secretary, monkeypatch):
    submitter = Submitter(stage, address="inbrenger@voorbeeld.example")
    submitter.puts_in("Mag ik dit delen?", "Een leerling blijft weg.")
    submitter.confirms_address()
    secretary.takes("Stel een vraag", submitter.number, {"Uw vraag aan de inbrenger": "Hoe lang al?"})
    monkeypatch.setattr(links, "VALID_FOR", timedelta(seconds=-1))

    submitter.goes_to(path_in(letters_to(submitter.address)[-1]))
    submitter.reads("Deze link werkt niet meer", "Er is niets veranderd.")
    submitter.looks("oude-link")
    submitter.opens_with_code()

    submitter.reads("Het secretariaat wacht op u", "Hoe lang al?")
