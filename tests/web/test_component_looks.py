"""Every component in a real browser: fit for everyone, on every size."""

import pytest

from tests.browser import assert_accessible, assert_no_overflow, look

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _examples(settings):
    settings.ROOT_URLCONF = "tests.web.showcase.urls"


@pytest.mark.parametrize("part", ["publiek", "werk"])
def test_the_components_are_fit_for_everyone(page, live_server, part):
    page.goto(f"{live_server.url}/voorbeelden/{part}")

    look(page, f"components-{part}")
    assert_accessible(page)
    assert_no_overflow(page)
