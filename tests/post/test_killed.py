"""A worker that is killed halfway, in a process of its own: the letter is never sent twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection

from tests.post.letters import MINUTE, NOON, again, owed, sweep
from verder.post import sending
from verder.post.models import Delivery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

WORKER = """
import sys, uuid, datetime, django
django.setup()
from verder.post import sending
sending.send(uuid.UUID(sys.argv[1]), at=datetime.datetime.fromisoformat(sys.argv[2]))
"""


def worker(delivery: Delivery, at: datetime, mail_server) -> subprocess.Popen[bytes]:
    """Start a worker that sends one letter."""
    user = connection.settings_dict
    database = f"postgres://{user['USER']}:{user['PASSWORD']}@{user['HOST']}:{user['PORT']}/{user['NAME']}"
    surroundings = {
        **os.environ,
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "VERDER_MAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
    }
    command = [sys.executable, "-c", WORKER, str(delivery.key), at.isoformat()]
    return subprocess.Popen(command, env=surroundings)  # noqa: S603 -- our own words


@pytest.mark.parametrize("moment", ["on_recipient", "on_letter"])
def test_a_worker_killed_halfway_never_leads_to_a_second_letter(mail_server, moment):
    halfway, killed = threading.Event(), threading.Event()
    setattr(mail_server, moment, lambda: (halfway.set(), killed.wait(30)))
    delivery = owed()

    process = worker(delivery, NOON, mail_server)
    assert halfway.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    killed.set()
    for minute in range(1, 20):
        sweep(NOON + minute * MINUTE)

    arrived_in_full = moment == "on_letter"
    assert sum(mail_server.names.values()) == 1
    assert again(delivery).state == ("uncertain" if arrived_in_full else "sent")


def test_a_worker_that_is_not_killed_sends_the_letter(mail_server):
    delivery = owed()

    process = worker(delivery, NOON, mail_server)

    assert process.wait() == 0
    assert again(delivery).state == "sent"
    assert len(mail_server.letters) == 1


def test_a_second_worker_leaves_a_letter_alone_that_is_being_handed_over(mail_server):
    halfway, answered = threading.Event(), threading.Event()
    mail_server.on_letter = lambda: (halfway.set(), answered.wait(30))
    delivery = owed()

    process = worker(delivery, NOON, mail_server)
    assert halfway.wait(60)
    sweep(NOON + 2 * MINUTE)
    sending.send(delivery.key, at=NOON + 2 * MINUTE)
    between = again(delivery).state
    answered.set()

    assert process.wait() == 0
    assert (between, again(delivery).state) == ("handing_over", "sent")
    assert len(mail_server.letters) == 1


def test_a_letter_in_doubt_is_sent_again_only_by_a_person(mail_server):
    delivery = owed()
    Delivery.objects.filter(pk=delivery.pk).update(state="handing_over", claimed_at=NOON)

    sweep(NOON + 5 * MINUTE)
    at_work = again(delivery).state
    sweep(NOON + 6 * MINUTE)
    sweep(NOON + timedelta(days=1))

    assert at_work == "handing_over"
    assert (again(delivery).state, again(delivery).refusal) == ("uncertain", "worker_stopped")
    assert mail_server.letters == []
