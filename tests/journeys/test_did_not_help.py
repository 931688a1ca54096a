"""Guidance is proven until it did not help: told by personal links, and what ended with it is opened again, or not."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.distribution.spreads import only, organisation, spread_to_all
from tests.journeys.people import Chair, Secretary
from tests.journeys.visitor import Visitor
from verder.deliberation.models import Dilemma
from verder.distribution.links import token_of
from verder.domain.rungs import Rung
from verder.guidance.models import Publication

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NOT_HERE = "Dit speelde op een plek waar het stuk niet voor is."


def answered(piece: Publication, question: str) -> Dilemma:
    """Answer a dilemma with a piece."""
    now = timezone.now()
    clerk = personas.as_actor(personas.secretary(), now)
    return factories.answered_with(piece, factories.dilemma_at_intake(at=now, question=question), clerk, at=now)


def test_guidance_is_proven_falls_back_and_what_ended_with_it_is_opened_again_or_stays_ended_with_a_reason(stage):
    stage.name = "hielp-niet-"
    organisation()
    piece = factories.published_guidance(at=timezone.now())
    persists, stays = answered(piece, "Mag ik dit delen?"), answered(piece, "Mag een school dit vragen?")
    link = f"/ontvangen/{token_of(only(spread_to_all(piece, at=timezone.now())).secret)}"
    municipality, secretary = Visitor(stage), Secretary(stage, personas.secretary())
    professional = Visitor(stage)
    professional.goes_to(f"/kennis/{piece.slug}")
    professional.reads("Nieuw", "Nog geen organisatie vertelde of dit hielp.")
    Chair(stage, personas.platform_chair()).sets_rules_of_evidence(used=1, helped=1)

    municipality.goes_to(link)
    municipality.follows("Ik heb dit gebruikt")
    municipality.presses("Het hielp")
    municipality.reads("Dank u wel")
    professional.goes_to(f"/kennis/{piece.slug}")
    professional.reads("Bewezen", "1 organisatie gebruikte dit. Het hielp bij 1, en niet bij 0.")
    secretary.goes_to(f"/kennis/{piece.slug}")
    secretary.follows("Wat lezers vertellen")
    secretary.does_not_read("Opnieuw openen?")

    municipality.follows("Ik heb dit gebruikt")
    municipality.writes("Waarom?", "De school deelt nog steeds niets.")
    municipality.presses("Het hielp niet")
    municipality.reads("Dank u wel")
    professional.goes_to(f"/kennis/{piece.slug}")
    professional.reads("Wordt geprobeerd", "1 organisatie gebruikte dit. Het hielp bij 0, en niet bij 1.")
    told = f"/concepten/{piece.key}/lezers-vertellen"
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
