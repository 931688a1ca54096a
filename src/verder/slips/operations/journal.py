"""The journal of erasures: a file outside the database and its backups, with codes and ids only.

A slip that is not in the journal yet says so in its row, so that a crash between the two is made good by the sweep.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from verder.slips.models import Slip


def write_after_commit(slip: Slip) -> None:
    """Write a slip in the journal as soon as the caller's transaction stands."""
    transaction.on_commit(partial(write_what_is_owed, slip.pk))


@transaction.atomic
def write_what_is_owed(pk: int | None = None) -> int:
    """Write every slip that the journal does not know yet, or one; return how many. Twice does no harm."""
    owed = Slip.objects.select_for_update().filter(is_journalled=False)
    slips = list(owed.filter(pk=pk) if pk else owed)
    if slips:
        append([_entry(slip) for slip in slips])
        Slip.objects.filter(pk__in=[slip.pk for slip in slips]).update(is_journalled=True)
    return len(slips)


def _entry(slip: Slip) -> dict[str, object]:
    return {
        "slip": str(slip.key),
        "state": slip.state,
        "dilemma": str(slip.dilemma),
        "hidden_by": str(slip.hidden_by),
        "hidden_at": slip.hidden_at.isoformat(),
        "second": slip.second and str(slip.second),
        "settled_by": slip.settled_by and str(slip.settled_by),
        "settled_at": slip.settled_at and slip.settled_at.isoformat(),
        "places": [[one.table, one.row, one.column] for one in slip.places.all()],
    }


def entries(kind: str) -> Iterator[dict[str, Any]]:
    """Read the entries of one kind, "slip" or "erasure", oldest first."""
    if settings.ERASURE_JOURNAL.exists():
        for line in settings.ERASURE_JOURNAL.read_text().splitlines():
            with suppress(json.JSONDecodeError):  # a line that a crash tore is written again after it
                entry = json.loads(line)
                if kind in entry:
                    yield entry


def append(written: Sequence[Mapping[str, object]]) -> None:
    """Write entries at the end of the journal, a line each, and have them on the disk."""
    lines = "".join(json.dumps(entry) + "\n" for entry in written)
    settings.ERASURE_JOURNAL.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(settings.ERASURE_JOURNAL, os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        size = os.fstat(descriptor).st_size
        torn = size and os.pread(descriptor, 1, size - 1) != b"\n"  # a crash halfway a line
        file.write((b"\n" if torn else b"") + lines.encode())
        file.flush()
        os.fsync(descriptor)
