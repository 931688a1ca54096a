"""Work of this room that nobody waits for."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from verder.gate.operations import forget_knocks


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="forget_knocks", pass_context=False)
def forget_old_knocks(timestamp: int) -> None:
    """Forget, every hour, the counts whose time is over."""
    forget_knocks(at=datetime.fromtimestamp(timestamp, tz=UTC))
