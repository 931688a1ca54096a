"""The job that keeps the journal of erasures whole."""

from __future__ import annotations

from procrastinate.contrib.django import app

from verder.slips.operations.erasures import write_erasures_owed
from verder.slips.operations.journal import write_what_is_owed


@app.periodic(cron="* * * * *")
@app.task(queue="slips", queueing_lock="sweep_journal", pass_context=False)
def sweep_journal(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Write what people erased, and what a process that was killed left unwritten."""
    write_what_is_owed()
    write_erasures_owed()
