"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore
from procrastinate.contrib.django import app


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="forget_sessions", pass_context=False)
def forget_sessions(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Forget, every hour, the sessions that are over, and with them the codes of logins that were not finished."""
    SessionStore.clear_expired()
