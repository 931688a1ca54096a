"""The office pages in a real browser: fit for everyone, on every size."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import personas
from tests.browser import PHONE, assert_accessible, assert_no_overflow, look
from tests.signing_in import signed_in
from verder.network.models import AllowedWord, Body, BodyKind, Membership, Theme, UrgentRoute

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(page, live_server):
    """Return the page of a browser in which a secretary is signed in."""
    session = signed_in(personas.secretary()).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return page


PAGES = (
    "",
    "mensen",
    "mensen/nieuw",
    "organisaties",
    "organisaties/nieuw",
    "overleggen",
    "termijnen",
    "termijnen/intake",
    "spoedroutes",
    "spoedroutes/nieuw",
    "themas",
    "woorden",
)


@pytest.mark.parametrize("name", PAGES)
def test_an_office_page_is_fit_for_everyone(office, live_server, name):
    personas.participant(organisation=personas.organisation())
    Theme.objects.create(name="Uithuwelijking")
    AllowedWord.objects.create(text="Utrecht")
    why = "De organisatie waar mensen huiselijk geweld melden."
    AllowedWord.objects.create(text="Veilig Thuis", reason=why, allowed_at=timezone.now())
    UrgentRoute.objects.create(
        situation="Zorgen over een kind of volwassene", name="Veilig Thuis", last_checked_on=date(2026, 1, 1)
    )

    office.goto(f"{live_server.url}/beheer/{name}".rstrip("/"))

    look(office, f"office-{name.replace('/', '-')}")
    assert_accessible(office)
    assert_no_overflow(office)


@pytest.mark.parametrize("name", ["", "/wijzigen", "/plek", "/sluiten", "/tweede-stap"])
def test_the_pages_of_a_person_are_fit_for_everyone(office, live_server, name):
    person = personas.participant(organisation=personas.organisation())
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Cultuurspecifieke elementen en discriminatie")
    Membership.objects.create(body=group, person=person, starts_on=date(2026, 1, 1))

    office.goto(f"{live_server.url}/beheer/mensen/{person.opaque_id}{name}")

    look(office, f"office-person{name.replace('/', '-')}")
    assert_accessible(office)
    assert_no_overflow(office)


def test_a_refusal_is_fit_for_everyone(office, live_server):
    person = personas.participant()
    office.goto(f"{live_server.url}/beheer/mensen/{person.opaque_id}/wijzigen")
    person.name = "Eerste"
    person.save()

    office.get_by_label("Naam", exact=True).fill("Tweede")
    office.get_by_role("button", name="Bewaar").click()

    look(office, "office-conflict")
    expect(office.locator("#error-summary")).to_contain_text("Naam: Eerste", use_inner_text=True)
    assert_accessible(office)
    assert_no_overflow(office)


@pytest.mark.parametrize("name", ["mensen", "mensen/{person}", "organisaties", "overleggen"])
def test_a_list_of_the_office_is_read_on_a_phone_without_going_sideways(office, live_server, name):
    person = personas.participant(organisation=personas.organisation())
    office.set_viewport_size(PHONE)

    office.goto(f"{live_server.url}/beheer/{name.format(person=person.opaque_id)}")

    table = office.locator("table")
    assert table.inner_text().count("\n") >= 3
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
    expect(office.locator(".verder-scroll")).to_have_count(0)
