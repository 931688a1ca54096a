"""A group unravels a dilemma in a real browser: its lead with scripts, a specialist from outside without."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import participant, secretary, specialist
from tests.web.groups_help import TODAY, a_group
from verder.network.models import Person
from verder.workspace.models import Remark, Section

FACTS = "De school zag dat een leerling weken wegbleef.\n\n- Dit zeiden twee leraren."


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_lead_and_a_specialist_write_one_worksheet_and_lose_nothing(page, page_without_js, live_server):
    lead = participant()
    group = a_group(lead, secretary())
    outsider = specialist(group.body, ends_on=TODAY + timedelta(days=30))
    home = f"{live_server.url}/werkgroepen/{group.body.key}"
    enter(page, lead, live_server.url)
    enter(page_without_js, outsider, live_server.url)

    page.goto(home)
    page.get_by_role("link", name="Ga naar de werkruimte").click()
    page.get_by_role("link", name="Begin een werkblad").click()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.wait_for_url(re.compile("/teksten/[0-9a-f-]{36}"))
    sheet = page.url.partition("#")[0]
    page.get_by_role("button", name=re.compile("^Bewerk.*De feiten")).click()

    other = page_without_js
    other.goto(sheet)
    expect(other.get_by_text(f"{lead.name} bewerkt dit deel nu.")).to_be_visible()
    look(other, "worksheet-being-edited")
    other.get_by_role("button", name=re.compile("^Bewerk.*De feiten")).click()
    other.get_by_label("Tekst").fill(FACTS)
    other.get_by_role("button", name="Bewaar").click()

    page.get_by_label("Tekst").fill("De school wachtte te lang.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", name="Wat er nu staat")).to_be_visible()
    expect(page.get_by_label("Tekst")).to_have_value("De school wachtte te lang.")
    _is_fit(page, "workspace-conflict")
    page.get_by_label("Tekst").fill(f"{FACTS}\n\nDe school wachtte te lang.")
    page.get_by_role("button", name="Bewaar").click()

    other.goto(sheet)
    other.get_by_role("link", name=re.compile("^Doe een voorstel.*De feiten")).click()
    other.get_by_label("Uw voorstel").fill(f"{FACTS}\n\nDe school wachtte drie weken.")
    other.get_by_role("button", name="Doe het voorstel").click()
    page.goto(sheet)
    page.get_by_role("link", name=re.compile("^1 open opmerking.*De feiten")).click()
    _is_fit(page, "workspace-proposal")
    page.get_by_role("link", name=re.compile("^Neem over")).click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Het voorstel is overgenomen")).to_be_visible()
    _is_fit(page, "worksheet")

    page.get_by_role("link", name=re.compile("^Versie 4.*De feiten")).click()
    _is_fit(page, "workspace-versions")
    page.get_by_role("link", name="Zet versie 3 terug").click()
    page.get_by_role("button", name="Zet terug").click()

    _tidy(page, other, sheet)
    _share(page, other, f"{home}/werkruimte", outsider)
    page.goto(sheet)
    page.get_by_role("link", name="Schrijf een product").click()
    expect(page).to_have_url(re.compile("/concepten/nieuw"))
    assert Remark.objects.get().outcome == "taken_over"
    assert Section.objects.get(code="facts").latest == 5


def _tidy(page: Page, other: Page, sheet: str) -> None:
    """Give the text another name, and take a section out that the specialist puts in again."""
    page.goto(sheet)
    page.get_by_role("link", name="Verander de titel").click()
    page.get_by_label("Titel").fill("Wat wij weten")
    _is_fit(page, "workspace-rename")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("button", name=re.compile("^Bewerk.*Wie beslist")).click()
    page.get_by_role("link", name="Haal dit deel uit de tekst").click()
    _is_fit(page, "workspace-take-out")
    page.get_by_role("button", name="Haal het deel uit de tekst").click()
    _is_fit(page, "worksheet-with-a-section-out")

    other.goto(sheet)
    other.get_by_role("link", name=re.compile("^Lees het of zet het terug.*Wie beslist")).click()
    other.get_by_role("link", name="Zet versie 1 terug").click()
    other.get_by_role("button", name="Zet terug").click()
    expect(other.get_by_role("button", name=re.compile("^Bewerk.*Wie beslist"))).to_be_visible()


def _share(page: Page, other: Page, room: str, outsider: Person) -> None:
    """Talk, decide, and give somebody something to do."""
    other.goto(f"{room}/gesprek")
    other.get_by_label("Uw bijdrage").fill("Wij beginnen bij de school.")
    other.get_by_role("button", name="Plaats").click()
    page.goto(f"{room}/gesprek")
    page.get_by_role("button", name=re.compile("^Merk aan als besluit")).click()
    _is_fit(page, "workspace-discussion")
    page.goto(f"{room}/te-doen")
    page.get_by_label("Wat moet er gebeuren?").fill("Vraag na hoe andere scholen dit doen.")
    page.get_by_label("Wie doet het?").select_option(str(outsider.opaque_id))
    page.get_by_label("Wanneer is het klaar?").fill((TODAY + timedelta(days=7)).isoformat())
    page.get_by_role("button", name="Zet erbij").click()
    _is_fit(page, "workspace-points")
    page.get_by_role("link", name=re.compile("^Draag over of kies een andere datum")).click()
    _is_fit(page, "workspace-hand-over")
    page.goto(f"{room}/stukken")
    _is_fit(page, "workspace-papers")
    page.goto(room)
    expect(page.get_by_text("1 van 9 delen ingevuld")).to_be_visible()
    _is_fit(page, "workspace")


def _is_fit(page: Page, name: str) -> None:
    """Hold a page against what everybody can use, and keep a picture of it."""
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, name)
