"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.guidance.operations.reminding import remind_owners


@app.periodic(cron="37 7-18 * * *")
@app.task(queueing_lock="remind_owners_of_guidance", pass_context=False)
def remind_owners_of_guidance(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Remind owners, by day, of guidance whose date comes; asked often, so that no day is missed, and each once."""
    remind_owners(at=timezone.now())
