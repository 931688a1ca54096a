"""Work with the words of this room that nobody waits for: making the packs of meetings, and forgetting stale ones."""

from __future__ import annotations

import uuid

from procrastinate.contrib.django import app

from verder.deliberation.operations import packs
from verder.web.agenda import packing


@app.task(queue="packs")
def make_pack(meeting: str) -> None:
    """Make the pack of a meeting; killed halfway it begins again, and made twice it is the same."""
    packing.make(uuid.UUID(meeting))


@app.periodic(cron="23 * * * *")
@app.task(queue="packs", queueing_lock="forget_packs", pass_context=False)
def forget_packs(timestamp: int) -> None:  # noqa: ARG001 -- the scheduler hands it over
    """Throw away the packs that are no longer what their meeting reads."""
    packs.forget_packs_out_of_date()
