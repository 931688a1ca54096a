"""The public pages in a real browser: fit for everyone, on every size, with and without scripts."""

import pytest

from tests.browser import assert_accessible, assert_no_overflow, look

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
    "not-found": "/dit-is-er-niet",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_is_fit_for_everyone(page, live_server, name):
    page.goto(f"{live_server.url}{PAGES[name]}")

    look(page, name)
    assert_accessible(page)
    assert_no_overflow(page)
