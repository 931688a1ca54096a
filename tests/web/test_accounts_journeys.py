"""Coming in, in a real browser: with an app, with and without scripts, and with a passkey."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests import personas
from tests.browser import assert_accessible, assert_no_overflow, look
from verder.post.models import Delivery

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def participant():
    return personas.participant()


@pytest.fixture
def device(page):
    """Give the browser a device that holds passkeys and recognises its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def mailed_code() -> str:
    found = re.search(r"\d{4}-\d{4}", Delivery.objects.filter(subject__contains="inlogcode").latest("pk").body)
    assert found
    return found[0]


def code_of_app(secret: str, later: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def log_in_with_mail(page, live_server, person) -> None:
    page.goto(f"{live_server.url}/inloggen")
    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_role("button", name="Mail mij een code").click()
    page.get_by_label("Code uit de mail").fill(mailed_code())
    page.get_by_role("button", name="Verder", exact=True).click()


def set_up_app(page) -> str:
    page.get_by_role("link", name="Stel een app in").click()
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code uit de app").fill(code_of_app(secret))
    page.get_by_role("button", name="Zet de app aan").click()
    return secret


def log_out(page) -> None:
    page.get_by_role("link", name="Uitloggen").first.click()
    page.get_by_role("button", name="Log uit").click()
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()


def journey_with_app(page, live_server, person) -> None:
    log_in_with_mail(page, live_server, person)
    expect(page).to_have_url(re.compile("/mijn-account/tweede-stap$"))
    secret = set_up_app(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes", use_inner_text=True)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat op u wacht", use_inner_text=True)
    log_out(page)
    log_in_with_mail(page, live_server, person)
    page.get_by_label("Code uit uw app").fill(code_of_app(secret, later=1))
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("link", name="Uitloggen").first).to_be_visible()
    page.goto(f"{live_server.url}/mijn-account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account", use_inner_text=True)


def test_someone_sets_up_an_app_and_comes_in_with_it(page, live_server, participant):
    journey_with_app(page, live_server, participant)

    page.get_by_role("link", name="Haal de app weg").click()

    expect(page.get_by_role("main")).to_contain_text("enige tweede stap", use_inner_text=True)


def test_someone_does_the_same_without_scripts(page_without_js, live_server, participant):
    journey_with_app(page_without_js, live_server, participant)

    page_without_js.goto(f"{live_server.url}/mijn-account/passkeys/nieuw")

    expect(page_without_js.get_by_role("main")).to_contain_text("alleen met JavaScript", use_inner_text=True)


def test_someone_sets_up_a_passkey_and_comes_in_with_it_alone(page, live_server, participant, device):
    log_in_with_mail(page, live_server, participant)
    page.get_by_role("link", name="Stel een passkey in").click()
    page.get_by_label("Naam van de passkey").fill("Telefoon")
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url("**/herstelcodes")
    log_out(page)

    page.goto(f"{live_server.url}/inloggen?next=/mijn-account")
    page.get_by_role("button", name="Log in met een passkey").click()
    page.wait_for_url(f"{live_server.url}/mijn-account")

    expect(page.get_by_text("Telefoon").first).to_be_visible()


def test_a_passkey_is_also_the_second_step_after_a_mailed_code(page, live_server, participant, device):
    log_in_with_mail(page, live_server, participant)
    page.get_by_role("link", name="Stel een passkey in").click()
    page.get_by_role("button", name="Maak de passkey").click()
    page.wait_for_url("**/herstelcodes")
    log_out(page)

    log_in_with_mail(page, live_server, participant)
    page.get_by_role("button", name="Gebruik mijn passkey").click()
    page.get_by_role("link", name="Uitloggen").first.wait_for()

    expect(page.get_by_role("link", name="Uitloggen").first).to_be_visible()


def test_a_device_that_does_not_know_its_owner_says_so(page, live_server, participant, device):
    page.goto(f"{live_server.url}/inloggen")

    page.get_by_role("button", name="Log in met een passkey").click()
    page.get_by_role("alert").wait_for()

    expect(page.get_by_role("alert")).to_contain_text("niet gebruikt", use_inner_text=True)


def test_the_pages_on_the_way_in_are_fit_for_everyone(page, live_server, participant):
    page.goto(f"{live_server.url}/inloggen")
    check(page, "login")
    page.get_by_label("E-mailadres").fill(participant.email)
    page.get_by_role("button", name="Mail mij een code").click()
    check(page, "login-code")
    page.get_by_label("Code uit de mail").fill("0")
    page.get_by_role("button", name="Verder", exact=True).click()
    check(page, "login-code-wrong")
    page.get_by_label("Code uit de mail").fill(mailed_code())
    page.get_by_role("button", name="Verder", exact=True).click()
    check(page, "second-step-choose")
    page.goto(f"{live_server.url}/mijn-account/passkeys/nieuw")
    check(page, "passkey-add")
    page.goto(f"{live_server.url}/mijn-account/tweede-stap")
    page.get_by_role("link", name="Stel een app in").click()
    check(page, "app-add")
    page.goto(f"{live_server.url}/mijn-account/tweede-stap")
    set_up_app(page)
    check(page, "recovery-codes")
    page.goto(f"{live_server.url}/mijn-account")
    check(page, "my-account")
    page.goto(f"{live_server.url}/uitloggen")
    check(page, "logout")
    page.goto(f"{live_server.url}/op-uitnodiging")
    check(page, "by-invitation")
    log_out(page)
    log_in_with_mail(page, live_server, participant)
    check(page, "second-step")

    expect(page).to_have_url(re.compile("/inloggen/tweede-stap$"))


def check(page, name: str) -> None:
    look(page, name)
    assert_accessible(page)
    assert_no_overflow(page)
