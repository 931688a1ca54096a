"""`python -m bench.spread`: a thousand organisations through real SMTP while everything that can fail does.

One in ten is refused for good and one in ten is put off once; the mail server goes away for a while halfway; the mail
worker is killed with -9 again and again. Afterwards every organisation that the mail server took a letter for has
exactly one, every refused one stands as not reached, and nobody waits.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
import uuid
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller

from bench import fault, fault_ledger

if TYPE_CHECKING:
    from verder.distribution.models import Distribution

ORGANISATIONS = 1_000
KILLS = 5
AWAY = 15
"""Seconds that the mail server is away."""
LONGEST = 900
"""Seconds after which what still waits is called lost."""


class Post:
    """A mail server that refuses some, puts others off once, and counts the letters that each address got."""

    def __init__(self) -> None:
        self.letters: Counter[str] = Counter()
        self.put_off: set[str] = set()

    async def handle_RCPT(  # noqa: N802
        self, _server: object, _session: object, envelope: Any, address: str, _options: object
    ) -> str:
        """Say whether there is such a box."""
        if is_refused(address):
            return "550 no such box"
        if "7@" in address and address not in self.put_off:
            self.put_off.add(address)
            return "451 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        """Take a letter."""
        self.letters.update(envelope.rcpt_tos)
        return "250 taken"


def is_refused(address: str) -> bool:
    """Tell whether the mail server has no box of this name."""
    return "3@" in address


def open_post(handler: Post) -> Controller:
    """Begin to take letters."""
    controller = Controller(handler, hostname="127.0.0.1", port=fault.MAIL_PORT)
    controller.start()
    return controller


def main() -> int:
    """Spread, let everything fail, and print what came of it; return 1 when a promise was broken."""
    with tempfile.TemporaryDirectory(prefix="verder-spread-") as name:
        folder, handler = Path(name), Post()
        folder.chmod(0o755)
        installation = fault.Installation(folder)
        try:
            fault_ledger.Ledger(folder, fault.PORT)
            logging.getLogger("mail.log").setLevel(logging.WARNING)  # the mail server tells of every word it hears
            return _run(installation, handler)
        finally:
            installation.stop()


def _run(installation: fault.Installation, handler: Post) -> int:
    post, began = open_post(handler), time.monotonic()
    distribution = _spread()
    for kill in range(1, KILLS + 1):
        _wait_for(handler, ORGANISATIONS * 0.7 * kill / KILLS)
        installation.kill("worker")
        print(f"killed the worker at {sum(handler.letters.values())} letters", flush=True)
        if kill == KILLS // 2:
            post.stop()
            print("the mail server is away", flush=True)
            time.sleep(AWAY)
            post = open_post(handler)
    _wait_until_settled(distribution)
    print(f"settled after {time.monotonic() - began:.0f} s")
    post.stop()
    return _judge(distribution, handler)


def _spread() -> Distribution:
    from django.utils import timezone  # noqa: PLC0415 -- Django is set up by now

    from bench.pages import secretary  # noqa: PLC0415
    from verder.distribution.operations.spreading import spread  # noqa: PLC0415
    from verder.distribution.queries import Selection  # noqa: PLC0415
    from verder.domain.tlp import Tlp  # noqa: PLC0415
    from verder.guidance.models import Publication, PublicationKind, PublicationState  # noqa: PLC0415
    from verder.network.models import Organisation, OrganisationKind, Person  # noqa: PLC0415
    from verder.network.standing import standing_of  # noqa: PLC0415

    now, kind = timezone.now(), OrganisationKind.objects.create(name="gemeente voor de proef")
    Organisation.objects.bulk_create(
        Organisation(name=f"Organisatie {one:04}", kind=kind, email=f"post-{one:04}@voorbeeld.example", region="VR09")
        for one in range(ORGANISATIONS)
    )
    clerk = secretary()
    piece = Publication.objects.create(
        kind=PublicationKind.FACTSHEET,
        title="Een stuk om te verspreiden",
        slug=f"stuk-{uuid.uuid4()}",
        tlp=Tlp.CLEAR,
        state=PublicationState.PUBLISHED,
        edition=1,
        written_by=Person.objects.create(email="schrijver@voorbeeld.example", name="Schrijver"),
        reviewed_by=clerk,
        owner=clerk,
        published_at=now,
        review_on=timezone.localdate() + timedelta(days=365),
    )
    chosen = Selection(frozenset({kind.pk}), frozenset({"VR09"}))
    standing = standing_of(clerk, timezone.localdate())
    return spread(piece.key, chosen, days_to_respond=14, standing=standing, at=now)


def _wait_for(handler: Post, letters: float) -> None:
    limit = time.monotonic() + LONGEST
    while sum(handler.letters.values()) < letters:
        if time.monotonic() > limit:
            message = f"only {sum(handler.letters.values())} letters came"
            raise RuntimeError(message)
        time.sleep(0.05)


def _wait_until_settled(distribution: Distribution) -> None:
    from verder.distribution.queries import Reach, tally_of  # noqa: PLC0415

    limit = time.monotonic() + LONGEST
    while tally_of(distribution).of(Reach.OWED) and time.monotonic() < limit:
        time.sleep(1)


def _judge(distribution: Distribution, handler: Post) -> int:
    from verder.distribution.queries import Reach, reach_of, recipients_of  # noqa: PLC0415

    recipients = list(recipients_of(distribution))
    states = {one.organisation.email: reach_of(one) for one in recipients}
    print(dict(Counter(states.values())), "letters taken:", sum(handler.letters.values()))
    wrong = [f"{address} got {times} letters" for address, times in handler.letters.items() if times > 1]
    for address, state in states.items():
        came = handler.letters[address]
        if state is Reach.SENT and not came:
            wrong.append(f"{address} is called sent, and nothing came")
        if state is Reach.NOT_REACHED and (came or not is_refused(address)):
            wrong.append(f"{address} is called not reached, and got {came}")
        if state not in {Reach.SENT, Reach.NOT_REACHED, Reach.UNCERTAIN}:
            wrong.append(f"{address} is still {state}")
    for line in wrong:
        print("WRONG:", line)
    print("each organisation one letter at most, none lost" if not wrong else f"{len(wrong)} wrong")
    return 1 if wrong or len(states) != ORGANISATIONS else 0


if __name__ == "__main__":
    sys.exit(main())
