"""Carrying the erasures out again after a restore."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from verder.slips.operations.erasures import replay_erasures, write_erasures_owed
from verder.slips.operations.journal import write_what_is_owed
from verder.slips.operations.replay import replay


class Command(BaseCommand):
    """Writes what the journal does not know yet, then destroys and hides again what this database does not know."""

    help = "Destroy again, after a restore, what was destroyed since the backup."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Replay, and say how much."""
        write_what_is_owed()
        write_erasures_owed()
        done = replay(at=timezone.now()) + replay_erasures(at=timezone.now())
        self.stdout.write(f"{done} erasures carried out again.")
