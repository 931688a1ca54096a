"""What the secretariat reads of the text check, and where writers said that it was wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.filling import put_in, text_of
from verder.deliberation.models import Exemption
from verder.domain.tlp import Tlp
from verder.textcheck.rules import read_rules

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


def test_the_words_that_the_check_listens_for_stand_there_under_what_they_mean():
    said = text_of(signed_in(secretary()).get(PAGE))

    assert "Het geldt altijd en voor iedereen" in said
    assert "nu eenmaal" in said
    assert "Er staat een bron of een aantal bij" in said
    assert "probleemgeval" in said
    assert "(?:" not in said


def test_each_list_of_signs_has_words_above_it():
    signs = read_rules("signs")

    assert set(signs["titles"]) == {name for heading in ("kinds", "careless", "careful") for name in signs[heading]}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_page_is_fit_for_a_phone_and_a_screen_reader(page, live_server, client):
    kept(client, "Naam van een stichting")
    enter(page, secretary(), live_server.url)
    page.goto(live_server.url + PAGE)
    for summary in page.locator("main summary").all():
        summary.press("Enter")

    expect(page.locator("main details[open]")).to_have_count(4)
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "office-text-check")


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
