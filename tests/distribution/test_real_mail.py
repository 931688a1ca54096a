"""Sixty organisations through real SMTP: some refused, some put off, a server that goes away, and a worker killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.db import connection

from tests.distribution.spreads import organisation, spread_to_all
from tests.factories import MONDAY
from verder.distribution.models import Distribution
from verder.distribution.queries import Reach, tally_of
from verder.post import sending
from verder.post.models import Delivery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ORGANISATIONS = 60
WORKER = """
import sys, datetime, django
django.setup()
from verder.post import sending
at = datetime.datetime.fromisoformat(sys.argv[1])
sending.send_what_is_owed(clock=lambda: at)
"""


def worker(mail_server) -> subprocess.Popen[bytes]:
    """Start a worker that sends all that is owed."""
    at = connection.settings_dict
    surroundings = {
        **os.environ,
        "DATABASE_URL": f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "VERDER_MAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
    }
    return subprocess.Popen([sys.executable, "-c", WORKER, MONDAY.isoformat()], env=surroundings)  # noqa: S603


class Moods:
    """What the mail server does: kills are awaited at one letter, and recipients are refused or put off by number."""

    def __init__(self, server) -> None:
        self.server, self.asked = server, 0
        self.halfway, self.killed = threading.Event(), threading.Event()
        server.on_recipient = self.on_recipient

    def on_recipient(self) -> None:
        self.asked += 1
        refused, put_off = self.asked % 10 == 3, self.asked % 10 == 7
        self.server.at_recipient = "550 no such box" if refused else "451 later" if put_off else "250 OK"
        if self.asked == ORGANISATIONS // 2 and not self.halfway.is_set():
            self.halfway.set()
            self.killed.wait(60)


def test_each_organisation_gets_exactly_one_letter_whatever_fails(mail_server, settings):
    for _ in range(ORGANISATIONS):
        organisation()
    distribution: Distribution = spread_to_all()
    moods, there = Moods(mail_server), settings.MAIL_URL

    process = worker(mail_server)
    assert moods.halfway.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    moods.killed.set()
    settings.MAIL_URL = "smtp://127.0.0.1:1"  # the mail server is away
    sending.send_what_is_owed(clock=lambda: MONDAY + timedelta(minutes=10))
    settings.MAIL_URL = there
    for hour in range(1, 40):
        sending.send_what_is_owed(clock=lambda hour=hour: MONDAY + timedelta(hours=hour))

    tally = tally_of(distribution)
    assert set(mail_server.names.values()) == {1}
    assert len(mail_server.letters) == tally.of(Reach.SENT)
    assert tally.of(Reach.SENT) + tally.of(Reach.NOT_REACHED) == tally.total == ORGANISATIONS
    assert tally.of(Reach.NOT_REACHED) == Delivery.objects.filter(state="failed", refusal="550").count() > 0
