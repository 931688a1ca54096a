"""A writer with a name, an address and a generalisation in the text: read along, solve, and send; in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import PHONE, assert_accessible, assert_no_overflow, look
from tests.web.guidance_help import published
from verder.deliberation.models import Exemption, Original

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

NAME = "Fatima de Vries"
ADDRESS = "Dorpsstraat 12"
SITUATION = (
    f"Wij spreken vaak met {NAME} over haar dochter. Zij wonen aan de {ADDRESS} en komen weinig buiten. "
    "Die families liegen altijd."
)


def fill_in(page, address: str) -> None:
    page.goto(f"{address}/inbrengen")
    page.get_by_label("Uw vraag", exact=True).fill("Hoe kan ik de huisarts vragen een melding te doen?")
    situation(page).click()
    situation(page).press_sequentially(SITUATION, delay=1)


def situation(page):
    return page.get_by_role("textbox", name="Wat speelt er?")


def send(page) -> None:
    page.get_by_role("button", name="Breng mijn dilemma in").click()


def keep_the_name_solve_the_rest(page) -> None:
    box = situation(page)
    box.fill(box.input_value().replace("Die families liegen altijd.", "De moeder vertelt telkens iets anders."))
    page.get_by_role("group", name="Adres").get_by_label("Vervang door een adres in de wijk").check()
    person = page.get_by_role("group", name="Naam van een persoon")
    person.get_by_label("Dit is er geen.").check()
    person.get_by_label("Waarom is dit er geen?").fill("Dit is de naam van een stichting")


def assert_taken_in(page) -> None:
    expect(page.locator("#code")).to_be_visible()
    situation = Original.objects.get().situation
    assert NAME in situation
    assert ADDRESS not in situation
    assert "telkens iets anders" in situation
    assert Exemption.objects.get().reason == "Dit is de naam van een stichting"


def test_advice_comes_while_typing_and_takes_nothing_out_of_hand(page, live_server):
    published("De huisarts en een melding")
    page.goto(f"{live_server.url}/inbrengen")
    question = page.get_by_label("Uw vraag", exact=True)
    question.click()
    below = situation(page).bounding_box()

    question.press_sequentially("Hoe kan ik de huisarts vragen een melding te doen?", delay=1)
    told = page.get_by_text("Meegelezen: 1 ding om naar te kijken, 1 stuk lijkt hierop")
    told.first.wait_for(state="attached")

    expect(page.locator("[name=question]")).to_be_focused()
    assert situation(page).bounding_box() == below
    expect(page.get_by_role("status").first).to_have_text(
        "Meegelezen: 1 ding om naar te kijken, 1 stuk lijkt hierop", use_inner_text=True
    )

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Uw vraag begint met ‘hoe’.")).to_be_visible()
    expect(page.get_by_role("link", name="De huisarts en een melding")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)


def test_a_text_is_read_along_solved_and_sent(page, live_server):
    fill_in(page, live_server.url)
    page.get_by_text("Meegelezen: 3 dingen om naar te kijken").last.click()
    page.get_by_role("button", name="Vervang door ‘een adres in de wijk’").wait_for()
    look(page, "coaching")
    assert_accessible(page)
    page.get_by_role("button", name="Vervang door ‘een adres in de wijk’").click()
    expect(situation(page)).to_have_value(re.compile("een adres in de wijk en komen"))
    expect(page.locator("[name=situation]")).to_be_focused()
    situation(page).fill(SITUATION)

    send(page)
    look(page, "proof")
    assert_accessible(page)
    assert_no_overflow(page)
    keep_the_name_solve_the_rest(page)
    send(page)

    assert_taken_in(page)


def test_the_same_without_scripts(page_without_js, live_server):
    page = page_without_js
    fill_in(page, live_server.url)
    page.get_by_role("button", name="Lees eerst mee").click()

    expect(page.get_by_text("Uw vraag begint met ‘hoe’.")).to_be_visible()
    expect(page.get_by_role("button", name="Vervang door")).not_to_be_visible()
    assert not Original.objects.exists()
    assert_no_overflow(page)
    look(page, "read-first")
    keep_the_name_solve_the_rest(page)
    send(page)

    assert_taken_in(page)


def wait_for_htmx(page) -> None:
    """Wait for the script that a first click asks for; the page itself refuses to evaluate what would wait there."""
    assert any(page.evaluate("Boolean(window.htmx)") or page.wait_for_timeout(50) for _try in range(200))


def test_without_a_connection_nothing_happens_and_nothing_is_said(page, live_server):
    page.goto(f"{live_server.url}/inbrengen")
    situation(page).click()
    wait_for_htmx(page)
    page.context.set_offline(True)

    situation(page).press_sequentially("Bel 06-12345678.")
    page.wait_for_timeout(1500)

    expect(situation(page)).to_have_value("Bel 06-12345678.")
    expect(page.get_by_text("Meegelezen")).to_have_count(0)


def test_a_text_with_twenty_findings_stays_readable_on_a_phone_and_by_keyboard(page, live_server):
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/inbrengen")
    page.get_by_label("Uw vraag", exact=True).fill("Hoe kan ik de huisarts vragen een melding te doen?")
    situation(page).fill(
        " ".join(f"Bel 06{number:02}345678 of mail naar huis{number}@voorbeeld.nl." for number in range(12, 22))
    )
    send(page)
    page.wait_for_load_state()

    proof = page.locator("#proof-situation")
    expect(proof.locator("mark")).to_have_count(20)
    expect(proof.locator(".verder-proof__count")).to_contain_text("20", use_inner_text=True)

    proof.locator("sup a").nth(19).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    note = page.locator(f'[id="{page.url.rsplit("#", 1)[1]}"]')
    expect(note).to_be_visible()
    assert note.bounding_box()["x"] >= 0

    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "twenty-findings-small")
