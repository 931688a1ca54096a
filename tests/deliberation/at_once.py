"""Several people at the same moment, each with a database connection of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

PATIENCE = 30


def at_once(tries: Sequence[Callable[[], object]]) -> list[object]:
    """Carry out all tries at the same moment; return for each what it gave, or the refusal that it met."""
    barrier = Barrier(len(tries))

    def carry_out(attempt: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            barrier.wait(PATIENCE)
            return attempt()
        except Exception as refusal:  # noqa: BLE001 -- each test says which refusals it expects
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tries)) as people:
        return list(people.map(carry_out, tries))
