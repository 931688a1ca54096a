"""The first visit, and what the script and the keyboard do: measured in a real browser."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import secretary

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

KILOBYTE = 1000


def weigh(response) -> int:
    """Weigh what goes over the wire: fonts as they are, text as the server compresses it."""
    body = response.body()
    return len(body if response.url.endswith(".woff2") else gzip.compress(body))


def test_a_first_visit_takes_eight_requests_and_a_hundred_kilobytes_at_most(page, live_server):
    responses = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 -- playwright marks its listeners

    page.goto(live_server.url, wait_until="networkidle")

    weights = {response.url: weigh(response) for response in responses}
    without_fonts = sum(weight for url, weight in weights.items() if not url.endswith(".woff2"))
    assert len(responses) <= 8
    assert sum(weights.values()) <= 100 * KILOBYTE
    assert without_fonts <= 40 * KILOBYTE
    assert all(response.ok for response in responses)


def test_the_script_weighs_four_kilobytes_at_most(live_server, page):
    response = page.goto(f"{live_server.url}/static/web/verder.js")

    assert len(response.body()) <= 4 * KILOBYTE


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page, live_server):
    page.goto(live_server.url)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#inhoud")).to_be_focused()


def test_on_a_phone_the_menu_leads_to_the_foot_of_the_page(phone, live_server):
    phone.goto(live_server.url)

    phone.get_by_role("link", name="Menu", exact=True).click()

    expect(phone).to_have_url(re.compile("#menu$"))
    expect(phone.get_by_role("navigation", name="Menu onderaan").get_by_role("link").first).to_be_visible()


def test_home_tells_everything_without_scripts(page_without_js, live_server):
    page_without_js.goto(live_server.url)

    expect(page_without_js.get_by_role("heading", level=1)).to_be_visible()
    expect(page_without_js.get_by_role("group", name="Kaart van de samenwerking").first).to_be_visible()
    page_without_js.get_by_text("Bekijk deze cijfers als tabel").click()
    expect(page_without_js.get_by_role("table", name="Waar dilemma’s zijn")).to_be_visible()


@pytest.fixture
def examples(settings, live_server):
    settings.ROOT_URLCONF = "tests.web.showcase.urls"
    return f"{live_server.url}/voorbeelden"


def test_the_error_summary_gets_the_focus(page, examples):
    page.goto(f"{examples}/publiek")

    expect(page.locator("#error-summary")).to_be_focused()


def test_who_already_went_on_keeps_their_place_when_the_page_is_complete_later(page, examples):
    waiting = []
    page.route("**/*.woff2", lambda route: waiting.append(route))  # noqa: PLW0108 -- as above
    page.goto(f"{examples}/publiek", wait_until="domcontentloaded")
    page.get_by_role("textbox", name="Ontvangstcode").click()

    for font in waiting:
        font.continue_()
    page.wait_for_load_state()

    assert waiting
    expect(page.locator("#id_code")).to_be_focused()


def test_a_link_of_the_error_summary_leads_to_its_field(page, examples):
    page.goto(f"{examples}/publiek")

    page.get_by_role("link", name="Ontvangstcode").click()

    expect(page.locator("#id_code")).to_be_focused()


def test_a_submit_button_cannot_be_pressed_twice_at_once(page, examples):
    page.goto(f"{examples}/publiek")
    posted = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    page.route("**/*", lambda route: route.fulfill(status=204) if route.request.method == "POST" else route.continue_())

    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_role("button", name="Verstuur").dblclick()

    assert len(posted) == 1
    assert page.get_by_role("button", name="Verstuur").is_disabled()


@pytest.mark.parametrize("part", ["publiek", "werk"])
def test_the_line_stands_in_forced_colours_too(page, examples, part):
    page.emulate_media(forced_colors="active")

    page.goto(f"{examples}/{part}")

    line = page.evaluate("getComputedStyle(document.querySelector('.verder-journey > li'), '::before').borderLeftStyle")
    assert line in {"solid", "none"}
    look(page, f"forced-{part}")
    assert_accessible(page)


def test_whoever_is_signed_in_finds_their_account_in_the_header(page, live_server):
    somebody = secretary()
    type(somebody).objects.update(name="Een naam die bij lange na niet in de kop van de pagina past")
    enter(page, somebody, live_server.url)

    page.goto(f"{live_server.url}/over")

    look(page, "signed-in")
    expect(page.get_by_role("link", name="Uw account")).to_be_visible()
    expect(page.get_by_role("link", name="Uitloggen")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
