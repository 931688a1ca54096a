"""A submitter thinks better of it."""

from __future__ import annotations

import pytest

from tests import personas
from tests.journeys.people import Submitter

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_dilemma_is_withdrawn_by_its_submitter(stage):
    personas.secretary()
    submitter = Submitter(stage, address="inbrenger@voorbeeld.example")
    submitter.puts_in("Mag ik dit delen met de school?", "Een leerling komt niet meer naar school.")
    submitter.looks("ontvangst")
    submitter.confirms_address()
    submitter.opens_with_code()
    submitter.reads("Mag ik dit delen met de school?", "Nu: Bij het secretariaat")
    submitter.looks("mijn-dilemma")

    submitter.follows("Ik wil mijn dilemma intrekken")
    submitter.writes("Waarom trekt u het in?", "Het is al opgelost.")
    submitter.presses("Trek mijn dilemma in")

    submitter.reads("Uw dilemma is ingetrokken", "Afgerond op", "Ingetrokken", "Uw reden", "Het is al opgelost.")
    submitter.looks("ingetrokken")
    submitter.comes_back_by_letter()
    submitter.reads("Afgerond op")
