"""Loading the starter content of the demo by hand, after a start with `--empty`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verder.config.management.commands.prepare import load_content
from verder.deliberation.starter.load import HasContent


class Command(BaseCommand):
    """Loads the starter content when there is none."""

    help = "Load the starter content of the demo, unless it is there already."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Load it, or say why not."""
        try:
            load_content()
        except HasContent:
            raise CommandError("There is content already, so nothing was loaded.") from None
