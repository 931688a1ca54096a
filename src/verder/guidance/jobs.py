"""Work of this room that nobody waits for."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from verder.guidance.operations.forgetting import forget_words
from verder.guidance.operations.reminding import remind_owners


@app.periodic(cron="37 7-18 * * *")
@app.task(queueing_lock="remind_owners_of_guidance", pass_context=False)
def remind_owners_of_guidance(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Remind owners, by day, of guidance whose date comes; asked often, so that no day is missed, and each once."""
    remind_owners(at=timezone.now())


@app.periodic(cron="47 * * * *")
@app.task(queueing_lock="forget_words_of_readers", pass_context=False)
def forget_words_of_readers(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Forget the words of readers on the day that their time is over; asked every hour, so that no day is missed."""
    forget_words(at=timezone.now())
