"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.deliberation.operations import asking, reminders


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="remind", pass_context=False)
def remind(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Remind everyone of their dates once a day, from seven in the morning; asked often, so that no day is missed."""
    reminders.remind_once_a_day(at=timezone.now())


@app.periodic(cron="7 7-18 * * *")
@app.task(queueing_lock="ask_about_promises", pass_context=False)
def ask_about_promises(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Ask owners how their promises stand, by day; asked often, so that no day is missed, and each is asked once."""
    asking.ask_and_warn(at=timezone.now())
