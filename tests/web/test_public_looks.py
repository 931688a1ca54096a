"""The public pages in a real browser: fit for everyone, on every size, with and without scripts."""

from datetime import date

import pytest

from tests.browser import assert_accessible, assert_no_overflow, look
from tests.factories import in_working_group
from tests.personas import participant, secretary
from verder.deliberation.models import WorkingGroup
from verder.network.models import UrgentRoute

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PAGES = {
    "home": "/",
    "urgent-help": "/hulp-nu",
    "ladder": "/zo-reist-een-dilemma",
    "tlp": "/wat-tlp-betekent",
    "about": "/over",
    "privacy": "/privacy",
    "accessibility": "/toegankelijkheid",
    "vulnerability": "/kwetsbaarheid-melden",
    "text-check": "/tekstcontrole",
    "not-found": "/dit-is-er-niet",
}


@pytest.fixture(autouse=True)
def _something_to_tell(live_server):
    in_working_group(secretary(), lead=participant())
    WorkingGroup.objects.update(public_question="Wanneer mag u delen wat u weet?")
    for name in ("Veilig Thuis", "Zorg- en Veiligheidshuis", "Landelijk knooppunt"):
        UrgentRoute.objects.create(
            situation="Zorgen over een kind of een volwassene",
            name=name,
            address="https://route.example",
            last_checked_on=date(2026, 11, 2),
        )


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_is_fit_for_everyone(page, live_server, name):
    page.goto(f"{live_server.url}{PAGES[name]}")

    look(page, name)
    assert_accessible(page)
    assert_no_overflow(page)


def test_what_went_wrong_is_pointed_at_whole_and_claims_nothing_about_keeping(page, live_server):
    page.goto(f"{live_server.url}/volgen")

    page.get_by_role("button", name="Open uw dilemma").click()

    page.wait_for_selector("#error-summary:focus")
    summary, main = (page.locator(which).bounding_box() for which in ("#error-summary", "main"))
    assert summary["y"] - main["y"] >= 6, "the ring of the focus is six pixels wide, and main cuts off what is outside"
    assert page.inner_text("#error-summary h2") == "Kijk hier even naar"
