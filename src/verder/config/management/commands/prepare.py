"""Making a database and the static files ready for this version, and telling a newcomer how to log in."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verder.deliberation.starter.basics import lay_basics
from verder.deliberation.starter.load import HasContent, load
from verder.network.queries import demo_accounts
from verder.workspace.starter.load import in_workspaces

if TYPE_CHECKING:
    from argparse import ArgumentParser

SECOND_FACTOR_OFF = "THE SECOND FACTOR IS SWITCHED OFF, which only this demo allows."
FIRST_ACCOUNT = '  Make the first account in another window: python3 run.py invite name@organisation.example "Name"'


class Command(BaseCommand):
    """Migrates, gathers the static files and, in the demo, loads the starter content; a second time changes nothing."""

    # Loading every page to look it over would make each start wait; production checks itself below.
    requires_system_checks = []
    help = "Make the database and the static files ready for this version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the one wish that there is."""
        parser.add_argument("--empty", action="store_true", help="without starter content, which only the demo has")

    def handle(self, *args: Any, empty: bool, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Prepare, refuse what is unsafe, and say how to log in."""
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO and not empty:
            with suppress(HasContent):
                load_content()
        lay_basics(at=timezone.now())
        if not settings.DEMO:
            call_command("check", deploy=True, databases=["default"], fail_level="ERROR")
        for line in login_lines():
            self.stdout.write(line)


def load_content() -> None:
    """Load the starter content, whole or not at all; raise HasContent when the database has content of its own."""
    if not settings.DEMO:
        raise CommandError("Starter content is for the demo only. Set VERDER_DEMO=yes to try Verder out.")
    load(at=timezone.now(), also=[in_workspaces])


def login_lines() -> list[str]:
    """List what a newcomer needs to log in to the demo: the accounts, and where their mail arrives."""
    if not settings.DEMO:
        return []
    off = [] if settings.ENVIRONMENT.second_factor else [SECOND_FACTOR_OFF]
    accounts = [f"  {account.email:<40} {account.function or account.name}" for account in demo_accounts()]
    return [
        "",
        "This is the demo: it listens on this machine only, and its mail goes to nobody.",
        *off,
        f"To log in: give {'one of these addresses' if accounts else 'your address'} at {settings.BASE_URL}/inloggen",
        f"and read the code that is mailed to it at {settings.BASE_URL}/postvak",
        *(
            accounts
            or ['  Make the first account in another window: python3 run.py invite name@organisation.example "Name"']
        ),
        "",
    ]
