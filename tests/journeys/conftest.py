"""Where a journey takes place: a running site, and a browser for each person, with and without scripts."""

from __future__ import annotations

import pytest

from tests.journeys.stage import open_stage


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def stage(request, browser, live_server):
    """Open the stage of one journey."""
    with open_stage(live_server.url, browser, javascript=request.param) as opened:
        yield opened
