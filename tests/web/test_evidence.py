"""How far an approach came is told calmly wherever guidance is, and the rules for it are there for anybody."""

from __future__ import annotations

import uuid

import pytest

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.guidance.rules import heard, rules_set
from tests.paper.reading_pdf import read
from tests.personas import administrator, participant, platform_chair, secretary
from tests.signing_in import signed_in
from tests.web.guidance_help import published
from verder.domain.tlp import Tlp
from verder.guidance.evidence import current_rules
from verder.guidance.models import Verdict

pytestmark = pytest.mark.django_db
HELPED, NOT = Verdict.HELPED, Verdict.DID_NOT_HELP


def proposed(**changes: object) -> dict[str, object]:
    numbers = {"used": 1, "helped": 2, "percent": 60, "percent_to_stay": 50}
    return {**numbers, "reason": "Besloten.", "version": 0, "request_key": str(uuid.uuid4()), **changes}


def test_page_list_paper_and_data_tell_the_same(client):
    rules_set()
    piece = heard(published(), HELPED, HELPED, NOT)

    page, row = client.get(f"/kennis/{piece.slug}").text, client.get("/kennis").text
    paper = read(client.get(f"/kennis/{piece.slug}.pdf").content).text
    told = client.get(f"/kennis/{piece.slug}.json").json()["evidence"]

    numbers = "3 organisaties gebruikten dit. Het hielp bij 2, en niet bij 1."
    assert '<a href="/bewezen">Bewezen<span' in page
    assert numbers in page
    assert "Bewezen" in row
    assert f"Bewezen. {numbers}" in paper
    assert told == {"state": "proven", "used": 3, "helped": 2, "didNotHelp": 1}


def test_without_rules_a_piece_is_new_and_says_why(client):
    page = client.get(f"/kennis/{published().slug}").text

    assert "Nog geen organisatie vertelde of dit hielp." in page
    assert "Het Platform heeft nog niet vastgelegd wanneer iets bewezen is." in page
    assert "Nieuw" not in client.get("/kennis").text


def test_of_a_piece_that_is_never_sent_to_organisations_nothing_is_said():
    piece = published(tlp=Tlp.GREEN)

    assert "Werkt het?" not in signed_in(participant()).get(f"/kennis/{piece.slug}").text


def test_the_chair_of_the_platform_sets_the_rules_and_anybody_reads_them(client):
    chair, form = signed_in(platform_chair()), proposed()
    empty = client.get("/bewezen").text

    first, again = chair.post("/bewezen/nieuw", form), chair.post("/bewezen/nieuw", form)
    page = client.get("/bewezen").text

    assert "Tot die tijd heet elk stuk ‘nieuw’." in empty
    assert first["Location"] == again["Location"] == "/bewezen"
    assert "1 organisatie gebruikte het." in page
    assert "Het hielp bij 2 of meer organisaties, en bij minstens 60% van wie het weet." in page
    assert "Leg nieuwe regels vast" not in page
    assert 'value="60"' in chair.get("/bewezen/nieuw").text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"helped": 1, "used": 2}, "minstens zoveel organisaties"),
        ({"percent_to_stay": 61}, "hoogstens het percentage"),
        ({"percent": 101}, "100"),
        ({"helped": "", "percent": ""}, "Vul"),
    ],
)
def test_rules_that_make_no_sense_are_told_so_and_nothing_is_set(wrong, told):
    answer = signed_in(secretary()).post("/bewezen/nieuw", proposed(**wrong))

    assert answer.status_code == 422
    assert told in answer.text
    assert current_rules() is None


def test_rules_that_a_colleague_set_first_are_not_overwritten():
    rules_set()

    answer = signed_in(secretary()).post("/bewezen/nieuw", proposed(reason="Nog eens."))

    assert answer.status_code == 409
    assert "Nog eens." in answer.text
    assert 'name="version" value="1"' in answer.text


def test_setting_them_is_for_nobody_else(client):
    assert client.get("/bewezen/nieuw")["Location"].startswith("/inloggen")
    assert signed_in(administrator()).get("/bewezen/nieuw").status_code == 404
    assert signed_in(participant()).get("/bewezen/nieuw").status_code == 404


def test_the_rules_cost_one_statement_however_many_versions_there_are(client, django_assert_num_queries):
    for _ in range(3):
        rules_set()

    with django_assert_num_queries(1):
        client.get("/bewezen")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_how_far_it_came_reads_calmly_on_every_screen(page, live_server):
    rules_set()
    piece = heard(published(), HELPED, HELPED, NOT)
    enter(page, secretary(), live_server.url)
    for name, address in (
        ("piece", f"/kennis/{piece.slug}"),
        ("list", "/kennis"),
        ("rules", "/bewezen"),
        ("rules-set", "/bewezen/nieuw"),
    ):
        page.goto(live_server.url + address)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"evidence-{name}")
