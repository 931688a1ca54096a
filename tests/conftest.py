"""What every test leans on."""

from __future__ import annotations

import pgtrigger
import pytest
from django.test import TransactionTestCase

from tests.browser import PHONE, WIDE, open_browser, open_page


@pytest.fixture(autouse=True, scope="session")
def _emptying_passes_the_guards():
    """Let the emptying after a transactional test pass the triggers that keep events."""
    teardown = TransactionTestCase._fixture_teardown

    def guarded(case: TransactionTestCase) -> None:
        with pgtrigger.ignore():
            teardown(case)

    TransactionTestCase._fixture_teardown = guarded
    yield
    TransactionTestCase._fixture_teardown = teardown


@pytest.fixture(scope="session")
def browser():
    """Start a browser once, for all tests that are marked `browser`."""
    with open_browser() as started:
        yield started


@pytest.fixture
def page(browser):
    """Open a wide page as a new visitor."""
    with open_page(browser, size=WIDE) as opened:
        yield opened


@pytest.fixture
def page_without_js(browser):
    """Open a wide page as a new visitor whose browser runs no scripts."""
    with open_page(browser, size=WIDE, javascript=False) as opened:
        yield opened


@pytest.fixture
def phone(browser):
    """Open a page on a small phone as a new visitor."""
    with open_page(browser, size=PHONE) as opened:
        yield opened
