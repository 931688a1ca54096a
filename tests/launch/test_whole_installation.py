"""An installation starts from nothing, survives the death of each of its parts, and stops without a trace."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from tests.launch.installation import Installation, environment, wait_until
from verder.launch.backup import programs_for
from verder.launch.postgres.cluster import open_cluster

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def prepared():
    """Prepare one data folder, so that most tests need not wait for the first start."""
    path = Path(tempfile.mkdtemp(prefix="verder-prepared-"))
    path.chmod(0o711)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        first = Installation(path / "data", probe.getsockname()[1])
    first.start("--empty")
    first.stop()
    yield first.data
    shutil.rmtree(path)


@pytest.fixture
def installation(folder, free_port, prepared):
    subprocess.run(["cp", "-a", prepared, folder / "data"], check=True)
    each = Installation(folder / "data", free_port)
    yield each
    if each.process and each.process.poll() is None:
        each.stop()


def query(installation: Installation, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(open_cluster(installation.data).url) as connection:
        return connection.execute(statement).fetchall()


def remember(installation: Installation) -> None:
    with psycopg.connect(open_cluster(installation.data).url) as connection:
        connection.execute("create table kept (word text)")
        connection.execute("insert into kept values ('acknowledged')")


def test_it_starts_from_nothing_answers_and_stops(folder, free_port):
    installation = Installation(folder / "data", free_port)
    installation.start("--empty")

    assert installation.said[-1] == f"Verder is ready: http://127.0.0.1:{installation.port}\n"
    assert installation.get() == 200
    assert installation.stop() == 0
    assert installation.leftovers() == []
    assert (installation.data / "lock").read_text() == ""


def test_no_visitor_is_found_in_any_log(installation):
    installation.start("--empty")

    installation.get("/bestaat-niet/geheim-adres?zoek=privewoord")
    installation.stop()

    written = "".join(path.read_text() for path in (installation.data / "log").iterdir())
    assert '"status": 404' in written
    for word in ("geheim", "privewoord", "Netscape", "203.0.113.9"):
        assert word not in written


@pytest.mark.parametrize("part", ["database", "web", "worker"])
def test_a_killed_part_comes_back_and_what_was_stored_is_there(installation, part):
    installation.start("--empty")
    remember(installation)
    word = {"database": "postgres", "web": "launch.web", "worker": "worker"}[part]
    wait_until(lambda: installation.children(word))
    killed = installation.child(word)

    os.kill(killed, signal.SIGKILL)

    wait_until(lambda: [each for each in installation.children(word) if each != killed])
    wait_until(lambda: installation.get() == 200)
    assert query(installation, "select word from kept") == [("acknowledged",)]


def test_a_killed_start_leaves_nobody_behind_and_loses_nothing(installation):
    installation.start("--empty")
    remember(installation)

    installation.kill()
    wait_until(lambda: installation.leftovers() == [])
    installation.start("--empty")

    assert query(installation, "select word from kept") == [("acknowledged",)]


def test_a_start_right_after_a_kill_takes_over(installation):
    installation.start("--empty")

    installation.kill()
    installation.start("--empty")

    assert installation.get() == 200


def test_everything_killed_at_once_starts_again(installation):
    installation.start("--empty")
    remember(installation)
    children = installation.children()

    installation.kill()
    for each in children:
        subprocess.run(["kill", "-9", str(each)], check=False, stderr=subprocess.DEVNULL)
    installation.start("--empty")

    assert query(installation, "select word from kept") == [("acknowledged",)]


def test_a_second_start_in_the_same_folder_is_refused(installation, folder):
    installation.start("--empty")
    second = Installation(installation.data, installation.port)

    second.begin("--empty")

    assert second.process.wait(60) == 1
    wait_until(lambda: second.said)
    assert "Verder runs already with the data folder" in second.said[0]


def test_commands_use_the_database_that_runs(installation):
    installation.start("--empty")

    done = run(installation, "migrate", "--check")

    assert done.returncode == 0


def test_a_backup_brings_back_what_was_there(installation, folder):
    installation.start("--empty")
    remember(installation)
    assert run(installation, "backup", str(folder / "backup")).returncode == 0
    with psycopg.connect(open_cluster(installation.data).url) as connection:
        connection.execute("drop table kept")
    refused = run(installation, "restore", str(folder / "backup"))
    installation.stop()

    restored = run(installation, "restore", str(folder / "backup"))
    installation.start("--empty")

    assert "Stop it first" in refused.stderr
    assert restored.returncode == 0, restored.stderr
    assert (folder / "backup").stat().st_mode & 0o077 == 0
    assert query(installation, "select word from kept") == [("acknowledged",)]


WRITE = """
from tests import factories, personas
from tests.deliberation.doing import do
from verder.deliberation.models import Submitter
from verder.deliberation.operations import exchange
clerk, dilemma = personas.secretary(), factories.dilemma_at_intake()
do(exchange.write_note, dilemma, clerk, text=factories.checked("Dit gaat over het tulpenveld."))
Submitter.objects.update(email="voorbij@voorbeeld.example")
"""
ERASE = """
from tests import factories, personas
from tests.deliberation.doing import do, submitter_of
from tests.factories import MONDAY
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import submitter
from verder.network.models import Person
from verder.slips.operations import hide, settle
from verder.slips.queries import places_of
dilemma = Dilemma.objects.get()
clerk = Person.objects.get(memberships__body__kind="secretariat", email="secretaris1@voorbeeld.example")
next(personas._serial)
places = [one.code for one in places_of(dilemma, word="tulpenveld")]
slip = do(hide.hide, dilemma, clerk, wanted=hide.Wanted(places, "tulpenveld"))
settle.destroy(slip.key, actor=personas.as_actor(personas.secretary(), MONDAY), at=MONDAY)
do(submitter.change_address, dilemma, submitter_of(dilemma), address="")
"""


def test_a_restored_backup_destroys_again_what_was_destroyed_since(installation, folder):
    installation.start("--empty")
    written = run(installation, "shell", "-c", WRITE)
    assert query(installation, "select text from deliberation_note") == [("Dit gaat over het tulpenveld.",)], written
    assert run(installation, "backup", str(folder / "backup")).returncode == 0
    erased = run(installation, "shell", "-c", ERASE)
    assert erased.returncode == 0, erased.stderr
    installation.stop()

    restored = run(installation, "restore", str(folder / "backup"))
    installation.start("--empty")

    assert restored.returncode == 0, restored.stderr
    url = open_cluster(installation.data).url
    held = subprocess.run([programs_for(url) / "pg_dump", url], capture_output=True, check=True).stdout
    assert b"tulpenveld" not in held
    assert b"slip.replayed" in held
    assert b"voorbij@voorbeeld.example" not in held
    assert b"address.removed" in held


@pytest.fixture
def given_database():
    """Make a database on the server that the tests use, as an owner of an installation would."""
    server = os.environ["DATABASE_URL"]
    name = f"verder_given_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield f"{server.rpartition('/')[0]}/{name}"
        connection.execute(f"drop database {name} with (force)")


def test_another_postgresql_is_used_when_it_is_given(installation, given_database):
    installation.start("--empty", DATABASE_URL=given_database)

    assert installation.get() == 200
    assert installation.children("postgres") == []


def test_a_given_database_that_does_not_answer_is_named(installation):
    installation.begin("--empty", DATABASE_URL="postgres://verder:wrong@127.0.0.1:1/verder")

    code = installation.process.wait(60)

    wait_until(lambda: installation.said)
    assert code == 1
    assert "DATABASE_URL (127.0.0.1:1/verder) does not let us in" in installation.said[0]


def run(installation: Installation, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "verder.launch.command", *words],
        env=environment(VERDER_DATA=str(installation.data), VERDER_DEMO="yes"),
        capture_output=True,
        text=True,
        check=False,
    )
