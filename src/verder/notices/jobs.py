"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.notices import operations


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="announce_outcomes", pass_context=False)
def announce_outcomes(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Tell subscribers of outcomes that were published; asked often, and each is told once."""
    operations.announce(at=timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="forget_subscriptions", pass_context=False)
def forget_subscriptions(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Forget, every hour, the addresses that nobody confirmed."""
    operations.forget_never_confirmed(at=timezone.now())
