"""The jobs that send mail: one at once for each event, and a sweep for whatever was left."""

from __future__ import annotations

import uuid

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.post import sending


@app.task(queue="post")
def send_event(event: str) -> None:
    """Send the letters that one event owes."""
    sending.send_letters_of(uuid.UUID(event), clock=timezone.now)


@app.periodic(cron="* * * * *")
@app.task(queue="post", queueing_lock="sweep_post", pass_context=False)
def sweep_post(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Send what is owed and was not sent: the mail server was away, or a worker stopped halfway."""
    sending.send_what_is_owed(clock=timezone.now)
