"""Where a journey takes place: a new installation that runs, and browsers with and without scripts."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.journeys.stage import open_stage
from verder.deliberation.starter.basics import lay_basics


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def stage(request, browser, live_server):
    """Open the stage of one journey."""
    lay_basics(at=timezone.now())
    with open_stage(live_server.url, browser, javascript=request.param) as opened:
        yield opened
