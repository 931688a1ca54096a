"""The models and lists are read once; and a machine that is busy with other things fails no text."""

import pytest
from hypothesis import settings

from verder.textcheck import check

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _read_all() -> None:
    check("Iemand belt.", allowed=frozenset())
