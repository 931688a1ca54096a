"""The jobs that send mail, at once for each event and a sweep for what is left; what comes back; what a kill left."""

from __future__ import annotations

import uuid

from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from verder.post import sending
from verder.post.returning import read_returned_mail


@app.task(queue="post")
def send_event(event: str) -> None:
    """Send the letters that one event owes."""
    sending.send_letters_of(uuid.UUID(event), clock=timezone.now)


@app.periodic(cron="* * * * *")
@app.task(queue="post", queueing_lock="sweep_post", pass_context=False)
def sweep_post(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Send what is owed and was not sent: the mail server was away, or a worker stopped halfway."""
    sending.send_what_is_owed(clock=timezone.now)


@app.periodic(cron="11 * * * *")
@app.task(queue="post", lock="read_returns", queueing_lock="read_returns", pass_context=False)
def read_returns(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Read, each hour, which letters came back after a mail server took them."""
    read_returned_mail(clock=timezone.now)


@app.periodic(cron="* * * * *")
@app.task(queue="post", queueing_lock="take_up_again", pass_context=False)
async def take_up_again(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Take up the jobs, of every room, that a killed worker left halfway; one that recurs is cleared for its next turn.

    Every job of ours can be killed anywhere and run twice.
    """
    for job in await app.job_manager.get_stalled_jobs():
        if job.queueing_lock:
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
        else:
            await app.job_manager.retry_job(job)
