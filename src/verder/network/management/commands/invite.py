"""Inviting somebody from the command line: the first account of an installation has nobody to be invited by."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verder.network.acting import INSTALLATION
from verder.network.models import Body, BodyKind, Seat
from verder.network.operations.people import PersonEntry, PersonRefused, invite_person
from verder.network.operations.seats import SeatEntry, SeatRefused

OFFICE = (BodyKind.SECRETARIAT, BodyKind.ADMINISTRATION)


class Command(BaseCommand):
    """Gives somebody an account in the secretariat or the administration, and mails them how to log in."""

    help = "Invite somebody to the secretariat or the administration; they log in with a code that is mailed to them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask who, and for which of the two."""
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--body", choices=[str(kind) for kind in OFFICE], default=str(BodyKind.SECRETARIAT))

    def handle(self, *args: Any, email: str, name: str, body: str, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Invite them, or say why not."""
        now = timezone.now()
        try:
            seat = SeatEntry(Body.objects.get(kind=body), Seat.MEMBER, starts_on=timezone.localdate(now))
            invite_person(PersonEntry(name, email), seat, actor=INSTALLATION, at=now)
        except Body.DoesNotExist:
            raise CommandError(
                "Nobody was invited: the database is not ready yet. Run `verder prepare` first."
            ) from None
        except (PersonRefused, SeatRefused) as refused:
            raise CommandError(f"Nobody was invited: {refused.reason}.") from None
        self.stdout.write(f"{email} can log in now; a letter is on its way.")
