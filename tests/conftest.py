"""What every test leans on."""

from __future__ import annotations

import pgtrigger
import pytest
from django.test import TransactionTestCase


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
