"""Making the journal of erasures whole, before the database is replaced."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from verder.slips.models import JournalledErasure, Slip
from verder.slips.operations.erasures import write_erasures_owed
from verder.slips.operations.journal import write_what_is_owed


class Command(BaseCommand):
    """Writes what the journal does not know yet; an empty or older database owes it nothing."""

    help = "Write in the journal of erasures what a crash left out of it."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Write what is owed."""
        tables = connection.introspection.table_names()
        if Slip._meta.db_table in tables:  # noqa: SLF001 -- Django's public name for it
            write_what_is_owed()
        if JournalledErasure._meta.db_table in tables:  # noqa: SLF001
            write_erasures_owed()
