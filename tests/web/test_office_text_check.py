"""What the secretariat reads of the text check, and where writers said that it was wrong."""

from __future__ import annotations

import pytest

from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.filling import put_in, text_of
from verder.deliberation.models import Exemption
from verder.domain.tlp import Tlp

pytestmark = pytest.mark.django_db
PAGE = "/beheer/tekstcontrole"


def kept(client, reason: str, *, count: int = 1, label: Tlp = Tlp.AMBER_STRICT):
    dilemma, _ = put_in(client, tlp=str(label))
    for number in range(count):
        Exemption.objects.create(
            dilemma=dilemma, field="situation", label="PERSON", reason=f"{reason} {number}", at=dilemma.submitted_at
        )
    return dilemma


def test_the_rules_stand_there_by_kind_with_principle_and_alternative():
    said = text_of(signed_in(secretary()).get(PAGE))

    assert "Oordeel over een hele groep" in said
    assert "Beschrijf gedrag van een persoon, niet van een groep." in said
    assert "Schrijf wat er in dit gezin gebeurt en hoe u dat weet." in said
    assert "Voorstel: ‘het telefoonnummer’." in said
    assert "Nog niemand hield vast aan wat de controle vond." in said


def test_what_was_kept_stands_there_with_its_reason_and_the_way_to_its_dilemma(client):
    dilemma = kept(client, "Naam van een stichting")
    kept(client, "Alleen voor genoemde lezers", label=Tlp.RED)

    answer = signed_in(secretary()).get(PAGE)

    assert "Naam van een stichting" in text_of(answer)
    assert f'href="/dilemmas/{dilemma.number}"' in answer.text
    assert "genoemde lezers" not in answer.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_as_much_for_many_as_for_one(client, django_assert_num_queries, count):
    kept(client, "Geen persoon", count=count)
    office = signed_in(secretary())
    office.get(PAGE)

    with django_assert_num_queries(4):
        office.get(PAGE)


def test_long_lists_turn_pages(client):
    kept(client, "Geen persoon", count=21)
    office = signed_in(secretary())
    first = office.get(PAGE)

    second = office.get(PAGE + first.context["page"].next)

    assert "Geen persoon 20" in first.text
    assert "Geen persoon 0" not in first.text
    assert "Geen persoon 0" in second.text
