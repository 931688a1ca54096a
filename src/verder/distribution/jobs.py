"""The job that owes the letters of a distribution, a portion at a time, and a sweep for what is left."""

from __future__ import annotations

import uuid

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.distribution.handing_out import owe_next
from verder.distribution.queries import distributions_under_way


@app.task
def hand_out(distribution: str) -> None:
    """Owe the next portion; what others owe meanwhile is sent before the portion after it."""
    if owe_next(uuid.UUID(distribution), at=timezone.now()):
        hand_out.defer(distribution=distribution)


@app.periodic(cron="*/5 7-18 * * *")
@app.task(queueing_lock="go_on_handing_out", pass_context=False)
def go_on_handing_out(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Owe, by day, a portion of what waits in each distribution: reminders, and who has an address since."""
    for distribution in distributions_under_way():
        hand_out(distribution=str(distribution.key))
