"""The work screen, the list, the dossier and the pages of steps in a real browser: fit for everyone, on every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests import factories, personas
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import as_actor
from tests.web import step_ways
from tests.web.step_ways import NOW, THREE_WEEKS_AGO
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations import exchange
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def clerk(page, live_server):
    """Sign somebody of the secretariat in."""
    made = personas.secretary()
    enter(page, made, live_server.url)
    return made


def hold(page, name: str) -> None:
    """Hold a page against what is asked of every page, and save what it looks like."""
    look(page, name)
    assert_accessible(page)
    assert_no_overflow(page)


def some_work(clerk) -> None:
    """Put dilemmas everywhere, some of them late, and write something."""
    factories.dilemma_at_intake(at=NOW, question="Mag de school mij vertellen wanneer deze leerling op reis gaat?")
    late = factories.dilemma_at_intake(
        at=THREE_WEEKS_AGO, question="Kan ik schuldhulp geven zolang een familielid het geld beheert?", tlp=Tlp.RED
    )
    submitter = Actor(submitter_of=late.key)
    exchange.say(late.number, text=checked("Er is nog iets."), actor=submitter, at=NOW, intent=Intent())
    for start in (step_ways.asked, step_ways.in_group, step_ways.at_platform, step_ways.waiting):
        start(clerk)
    factories.meeting_of(BodyKind.COUNCIL, clerk, at=NOW)


def test_the_work_screen_is_fit_for_everyone(page, live_server, clerk):
    some_work(clerk)
    page.goto(f"{live_server.url}/werkvoorraad")

    hold(page, "work")


def test_the_line_reaches_the_entry_one_is_at_however_long_a_name_is(page, live_server, settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, second_factor=False)
    chair = personas.platform_chair()
    chair.name = "Voorzitter van het Landelijk Platform, ministerie"
    chair.save()
    enter(page, chair, live_server.url)

    page.goto(f"{live_server.url}/werkvoorraad")

    hold(page, "work-chair")
    header, entry = (
        page.locator(which).bounding_box() for which in (".verder-header", ".verder-header [aria-current]")
    )
    assert header["y"] + header["height"] - entry["y"] - entry["height"] == pytest.approx(2, abs=1)


def test_the_work_screen_is_calm_when_all_is_done(page, live_server, clerk):
    page.goto(f"{live_server.url}/werkvoorraad")

    hold(page, "work-calm")


def test_the_screen_of_a_participant_is_fit_for_everyone(page, live_server):
    clerk, participant = personas.secretary(), personas.participant()
    step_ways.promised(clerk)
    step_ways.at_platform(clerk)
    factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    enter(page, participant, live_server.url)
    page.goto(f"{live_server.url}/werkvoorraad")

    hold(page, "work-own")


def test_the_list_is_fit_for_everyone(page, live_server, clerk):
    some_work(clerk)
    page.goto(f"{live_server.url}/dilemmas")

    hold(page, "list")


def test_the_dossier_is_fit_for_everyone(page, live_server, clerk):
    dilemma = step_ways.at_platform(clerk)
    submitter, actor = Actor(submitter_of=dilemma.key), as_actor(clerk, NOW)
    exchange.say(
        dilemma.number, text=checked("Hoe lang is wachten nog goed?"), actor=submitter, at=NOW, intent=Intent()
    )
    exchange.say(dilemma.number, text=checked("Dat hoort u na de vergadering."), actor=actor, at=NOW, intent=Intent())
    exchange.write_note(
        dilemma.number, text=checked("De voorzitter wil 25 minuten."), actor=actor, at=NOW, intent=Intent()
    )
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}")

    hold(page, "dossier")


def test_a_long_dossier_is_fit_for_everyone(page, live_server, clerk):
    dilemma = step_ways.promised(clerk)
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}")

    hold(page, "dossier-long")


@pytest.mark.parametrize("name", ["answer", "admit", "place_on_agenda", "form_working_group", "commit", "resume"])
def test_the_page_of_a_step_is_fit_for_everyone(page, live_server, clerk, name):
    dilemma, _posted = step_ways.WAYS[name](clerk)
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}/stap/{name}")

    hold(page, f"step-{name}")


def test_an_end_is_looked_at_before_it_is_taken(page_without_js, live_server):
    clerk = personas.secretary()
    dilemma = step_ways.at_intake(clerk)
    enter(page_without_js, clerk, live_server.url)
    page_without_js.goto(f"{live_server.url}/dilemmas/{dilemma.number}/stap/decline")
    page_without_js.get_by_label("Reden").fill("Dit gaat over één persoon.")
    page_without_js.get_by_label("Bericht aan de inbrenger").fill("Uw gemeente kan u beter helpen.")
    page_without_js.get_by_role("button", name="Bekijk eerst").click()

    look(page_without_js, "step-preview")
    page_without_js.get_by_role("button", name="Neem niet in behandeling").click()

    expect(page_without_js.locator("main")).to_contain_text(
        "‘Neem niet in behandeling’ is gedaan.", use_inner_text=True
    )
    assert factories.fresh(dilemma).rung == "declined"


def test_a_step_that_goes_wrong_says_where(page, live_server, clerk):
    dilemma = step_ways.at_intake(clerk)
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}/stap/ask_submitter")
    page.get_by_label("Uw vraag aan de inbrenger").fill("Belt u mij op 06-12345678?")
    page.get_by_role("button", name="Stel een vraag").click()

    hold(page, "step-proof")


def test_a_shut_step_is_fit_for_everyone(page, live_server, clerk):
    dilemma = step_ways.at_intake(clerk)
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}/stap/admit")

    hold(page, "step-shut")


def test_the_shared_version_is_fit_for_everyone(page, live_server, clerk):
    dilemma = step_ways.at_intake(clerk)
    page.goto(f"{live_server.url}/dilemmas/{dilemma.number}/gedeelde-versie")

    hold(page, "shared-version")
