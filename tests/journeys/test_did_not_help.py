"""Guidance helped and was proven, then did not help: it falls back, and what ended with it is opened again, or not."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.distribution.spreads import only, organisation, spread_to_all
from tests.journeys.people import Colleague, Secretary
from tests.journeys.visitor import Visitor
from verder.deliberation.models import Dilemma
from verder.distribution.links import token_of
from verder.domain.rungs import Rung
from verder.guidance.models import Publication

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PROVEN_BY_ONE = {
    "Hoeveel organisaties moeten het gebruiken": "1",
    "Bij hoeveel organisaties moet het helpen": "1",
    "Bij hoeveel procent moet het helpen": "60",
    "Onder hoeveel procent": "50",
    "Waarom stelt het Platform dit vast?": "Er zijn nog weinig organisaties die iets vertellen.",
}
NOT_HERE = "Dit speelde op een plek waar het stuk niet voor is."


def answered(piece: Publication, question: str) -> Dilemma:
    """Answer a dilemma with a piece."""
    now = timezone.now()
    clerk = personas.as_actor(personas.secretary(), now)
    return factories.answered_with(piece, factories.dilemma_at_intake(at=now, question=question), clerk, at=now)


def test_guidance_that_was_proven_falls_back_and_what_ended_with_it_is_proposed_to_be_opened_again(stage):
    stage.name = "hielp-niet-"
    organisation()
    piece = factories.published_guidance(at=timezone.now())
    persists, stays = answered(piece, "Mag ik dit delen?"), answered(piece, "Mag een school dit vragen?")
    link = f"/ontvangen/{token_of(only(spread_to_all(piece, at=timezone.now())).secret)}"
    page, told = f"/kennis/{piece.slug}", f"/concepten/{piece.key}/lezers-vertellen"
    municipality, chair = Visitor(stage), Colleague(stage, personas.platform_chair())
    secretary = Secretary(stage, personas.secretary())

    municipality.goes_to(page)
    municipality.reads("Nieuw", "Het Platform heeft nog niet vastgelegd wanneer iets bewezen is.")
    chair.goes_to("/bewezen/nieuw")
    for label, text in PROVEN_BY_ONE.items():
        chair.writes(label, text)
    chair.presses("Leg vast")
    chair.reads("Niet meer bewezen")

    municipality.goes_to(link)
    municipality.follows("Ik heb dit gebruikt")
    municipality.presses("Het hielp")
    municipality.reads("Dank u wel")
    secretary.goes_to(page)
    secretary.reads("Bewezen", "1 organisatie gebruikte dit. Het hielp bij 1, en niet bij 0.")
    secretary.looks("bewezen")
    secretary.follows("Wat lezers vertellen")
    secretary.does_not_read("Opnieuw openen?")

    municipality.follows("Ik heb dit gebruikt")
    municipality.writes("Waarom?", "De school deelt nog steeds niets.")
    municipality.presses("Het hielp niet")
    municipality.reads("Dank u wel")
    municipality.goes_to(page)
    municipality.reads("Wordt geprobeerd", "1 organisatie gebruikte dit. Het hielp bij 0, en niet bij 1.")
    secretary.goes_to(told)
    secretary.reads("Opnieuw openen?", stays.number, persists.number, "De school deelt nog steeds niets.")
    secretary.looks("voorstel")

    secretary.follows(f"Niet opnieuw openen: {stays.number}")
    secretary.writes("Waarom blijft het dilemma beëindigd?", NOT_HERE)
    secretary.presses("Laat het dilemma beëindigd")
    secretary.reads(NOT_HERE)
    secretary.follows(f"Open opnieuw: {persists.number}")
    secretary.writes("Waaruit blijkt dat het dilemma nog bestaat?", "Een organisatie vertelt dat het niet hielp.")
    secretary.presses("Open opnieuw")
    secretary.reads("‘Open opnieuw’ is gedaan.")

    secretary.goes_to(told)
    secretary.does_not_read("Opnieuw openen?")
    assert [factories.fresh(one).rung for one in (persists, stays)] == [Rung.AWAITING_PLATFORM, Rung.ANSWERED]
