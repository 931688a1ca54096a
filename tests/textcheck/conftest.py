"""The models and lists are read once, before anything is timed."""

import pytest

from verder.textcheck import check


@pytest.fixture(scope="session", autouse=True)
def _read_all() -> None:
    check("Iemand belt.", allowed=frozenset())
