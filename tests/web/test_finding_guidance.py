"""Finding guidance by a word or a question: in any form of it, inside a longer one, and with a slip of the hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, look
from tests.personas import participant
from tests.signing_in import signed_in
from tests.web.aid_help import STEPS, outcome, published_with, question
from tests.web.guidance_help import published
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.network.models import Theme

FORCED = "Wat te doen bij uithuwelijking van minderjarigen"
SHARED = "Gegevens delen met de school"


def found(client, words: str, **more: str) -> list[str]:
    answer = client.get("/kennis", {"zoek": words, **more})
    assert answer.status_code == 200
    return [entry.piece.title for entry in answer.context["entries"]]


def told(title: str, **more) -> Publication:
    """Publish a piece in whose text stands nothing that these tests look for."""
    return published(title, **{"text": "Zo doet u dat.", **more})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "uithuwelijking",
        "UITHUWELIJKINGEN",
        "huwelijk",
        "uithuwlijking",
        "uit huwelijking",
        "minderjarige",
        "Wat doe ik bij een uithuwelijking?",
    ],
)
def test_a_piece_is_found_by_a_form_a_part_or_a_misspelling_of_its_word(client, words):
    told(FORCED)
    told(SHARED)

    assert found(client, words) == [FORCED]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["huwlijk", "gedwogen huwlijk", "hulyk huwelik"])
def test_a_word_that_is_only_somewhat_alike_is_better_than_nothing(client, words):
    told("Een huwelijk zonder akte")
    told(SHARED)

    assert found(client, words) == ["Een huwelijk zonder akte"]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["uitbuiting", "uitbuitng", "uitbuting"])
def test_a_piece_is_found_by_the_name_of_its_theme(client, words):
    piece = told(SHARED)
    piece.themes.add(Theme.objects.create(name="Criminele uitbuiting"))
    told(FORCED)

    assert found(client, words) == [SHARED]


@pytest.mark.django_db
def test_a_piece_is_found_by_an_answer_in_its_decision_aid(client):
    piece = published_with((question("wie", "Wie belt er?", De_buurvrouw="klaar"), outcome("klaar", "Luister eerst")))
    told(FORCED)

    assert found(client, "buurvrouw") == [piece.title]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["AVG", "eer", "wat is eer"])
def test_a_short_word_is_looked_for_as_well(client, words):
    told("De AVG en eergerelateerd geweld")
    told(SHARED)

    assert found(client, words) == ["De AVG en eergerelateerd geweld"]


@pytest.mark.django_db
def test_what_answers_most_of_the_question_comes_first(client):
    told(FORCED)
    told(SHARED)
    told("Met de school praten")

    assert found(client, "Mag ik gegevens delen met school?")[0] == SHARED


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["de het een", "a\x00b", "%_'\\", "& | ! ( )", "xyzzy"])
def test_words_that_say_nothing_find_nothing_and_the_page_says_what_to_do(client, words):
    told(FORCED)

    answer = client.get("/kennis", {"zoek": words})

    assert answer.context["entries"] == []
    assert "Probeer een ander woord" in answer.text


@pytest.mark.django_db
def test_looking_within_one_kind_and_only_what_one_may_read(client):
    told(FORCED, tlp=Tlp.GREEN)
    factories.published_guidance()

    assert found(client, "uithuwelijking") == []
    assert found(signed_in(participant()), "uithuwelijking") == [FORCED]
    assert found(signed_in(participant()), "uithuwelijking", soort="insight") == []


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 4])
def test_looking_costs_the_same_for_one_piece_and_for_four(client, django_assert_num_queries, number):
    for count in range(number):
        told(f"{FORCED} {count}")

    with django_assert_num_queries(9):
        client.get("/kennis", {"zoek": "huwelijk"})


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_from_the_front_door_to_a_step_in_two_clicks(page_without_js, live_server):
    published_with(STEPS)
    page = page_without_js
    page.goto(live_server.url)
    page.get_by_role("link", name="Zoek kennis").click()
    page.get_by_role("link", name="Doorloop de stappen").click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/stappen"))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_page_to_look_on_is_calm_and_everyone_can_use_it(page, live_server):
    told(FORCED)
    page.goto(f"{live_server.url}/kennis")
    page.get_by_label("Waar zoekt u kennis over?").fill("huwelijk")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=FORCED).wait_for()
    expect(page.get_by_label("Waar zoekt u kennis over?")).to_have_value("huwelijk")
    look(page, "guidance-found")
    assert_no_overflow(page)
    assert_accessible(page)
    page.goto(f"{live_server.url}/kennis?zoek=niets-daarvan")
    look(page, "guidance-not-found")
    assert_no_overflow(page)
    assert_accessible(page)
