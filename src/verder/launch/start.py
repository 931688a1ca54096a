"""`verder start`: everything an installation needs, from an empty folder to a page that answers."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from verder.config.environment import is_yes
from verder.launch.address import ADDRESS, PORT
from verder.launch.database import check_reachable
from verder.launch.folder import DataFolder, locked
from verder.launch.postgres import server
from verder.launch.postgres.cluster import open_cluster, port_is_free
from verder.launch.process import spawn
from verder.launch.refusal import CannotGoOn
from verder.launch.supervisor import Part, Stopped, stop_all, stop_on_signals, watch
from verder.launch.surroundings import WEB, WORKER, surroundings

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from verder.launch.postgres.cluster import Cluster

_PATIENCE = 300.0
_AFTER_A_KILL = 15.0
_NO_ROOM = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person at the terminal asked for."""

    data: Path
    port: int = PORT
    empty: bool = False


def say(line: str) -> None:
    """Tell the person at the terminal."""
    print(line, flush=True)  # noqa: T201 -- for the terminal


def say_of(folder: DataFolder, line: str) -> None:
    """Tell what happened to a part, and that the disk is full when it is: the part itself could not write it down."""
    is_full = shutil.disk_usage(folder.root).free < _NO_ROOM
    say(f"{line} The disk is full at {folder.root}: make some room." if is_full else line)


def start(wish: Wish) -> None:
    """Start everything, say when it answers, watch over it, and stop it in order when asked to."""
    stop_on_signals()
    folder = DataFolder(wish.data.resolve())
    folder.make()
    parts: list[Part] = []
    with ExitStack() as stack:
        was_killed = stack.enter_context(locked(folder))
        stack.callback(stop_all, parts)
        try:
            claim_port(wish.port, seconds=_AFTER_A_KILL if was_killed else 0)
            bring_up(wish, folder, parts)
            watch(parts, partial(say_of, folder))
        except Stopped:
            say("\nVerder stops …")
    say("Verder has stopped; its data is kept.")


def claim_port(port: int, *, seconds: float) -> None:
    """Make sure that the port is free, with patience for the parts of a start that was killed just now."""
    limit = time.monotonic() + seconds
    while not port_is_free(port, ADDRESS):
        if time.monotonic() >= limit:
            message = f"Port {port} is taken by another program. Choose another one: python3 run.py --port {port + 1}"
            raise CannotGoOn(message)
        time.sleep(0.1)


def set_environment(wish: Wish) -> None:
    """Fill in what the demo needs and nobody has set; the parts inherit it."""
    os.environ.setdefault("VERDER_DEMO", "yes")
    os.environ["VERDER_DATA"] = str(wish.data.resolve())
    if is_yes("VERDER_DEMO"):
        os.environ.setdefault("VERDER_BASE_URL", f"http://{ADDRESS}:{wish.port}")


def bring_up(wish: Wish, folder: DataFolder, parts: list[Part]) -> None:
    """Start the parts one by one, each when the one below it works; those that run stand in `parts`."""
    set_environment(wish)
    around = surroundings(bring_up_database(folder, parts))
    say("Preparing the database and the pages …")
    pages = Part("web", web_launch(wish, folder, around, "--prepare", *(["--empty"] if wish.empty else [])))
    add(parts, pages)
    wait_until_it_answers(wish.port, pages, folder)
    pages.launch = web_launch(wish, folder, around)
    add(parts, worker_part(folder, around))
    say(f"Verder is ready: http://{ADDRESS}:{wish.port}")


def bring_up_database(folder: DataFolder, parts: list[Part]) -> str:
    """Start our own database, unless another one is given, and give the address."""
    given = os.environ.get("DATABASE_URL")
    if given:
        check_reachable(given)
        return given
    say("Starting the database …")
    cluster = open_cluster(folder.root)
    add(parts, database_part(cluster, folder))
    return cluster.url


def add(parts: list[Part], part: Part) -> None:
    """Start a part and count it among those to be stopped."""
    parts.append(part)
    part.start()


def database_part(cluster: Cluster, folder: DataFolder) -> Part:
    """Describe our own database server."""
    log = folder.log("database")
    return Part("database", lambda: server.start(cluster, log), stop_with=signal.SIGINT)


def web_launch(
    wish: Wish, folder: DataFolder, around: Mapping[str, str], *options: str
) -> Callable[[], subprocess.Popen[bytes]]:
    """Say how the web server starts; the first time it also prepares the database and says how to log in."""
    command = [*WEB, f"--port={wish.port}", *options]
    log = folder.log("web")
    return lambda: spawn(command, log=log, show=True, at_parents_death=signal.SIGKILL, environment=around)


def worker_part(folder: DataFolder, around: Mapping[str, str]) -> Part:
    """Describe the worker that sends mail and reminders."""
    log = folder.log("worker")
    # Not politely: the database goes at the same moment, and a worker that waits for it would hold it up.
    return Part("worker", lambda: spawn(WORKER, log=log, at_parents_death=signal.SIGKILL, environment=around))


def wait_until_it_answers(port: int, part: Part, folder: DataFolder) -> None:
    """Wait for the first healthy answer; raise CannotGoOn when the web server gives up instead."""
    limit = time.monotonic() + _PATIENCE
    while not is_healthy(port):
        gave_up = part.process is None or part.process.poll() is not None
        if gave_up or time.monotonic() > limit:
            raise CannotGoOn(f"{last_line(folder.log('web'))}\nSo the pages do not start. More: {folder.log('web')}")
        time.sleep(0.05)


def last_line(log: Path) -> str:
    """Read the last thing that a part said."""
    return (log.read_text(errors="replace").strip().splitlines() or ["It gave no reason."])[-1]


def is_healthy(port: int) -> bool:
    """Ask the health page once, under the name that the installation goes by."""
    host = urlsplit(os.environ["VERDER_BASE_URL"]).netloc
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
    try:
        connection.request("GET", "/gezond", headers={"Host": host})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
