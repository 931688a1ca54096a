"""`verder start`: everything an installation needs, from an empty folder to a page that answers."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from verder.launch import web
from verder.launch.database import check_reachable
from verder.launch.folder import DataFolder, locked
from verder.launch.postgres import server
from verder.launch.postgres.cluster import open_cluster, port_is_free
from verder.launch.process import spawn
from verder.launch.refusal import CannotGoOn
from verder.launch.supervisor import Part, Stopped, stop_all, stop_on_signals, watch

if TYPE_CHECKING:
    from pathlib import Path

    from verder.launch.postgres.cluster import Cluster

VERDER = (sys.executable, "-m", "verder.launch.command")
_PATIENCE = 60.0
_AFTER_A_KILL = 15.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person at the terminal asked for."""

    data: Path
    port: int = web.PORT
    empty: bool = False


def say(line: str) -> None:
    """Tell the person at the terminal."""
    print(line, flush=True)  # noqa: T201 -- for the terminal


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
            watch(parts, say)
        except Stopped:
            say("\nVerder stops …")
    say("Verder has stopped; its data is kept.")


def claim_port(port: int, *, seconds: float) -> None:
    """Make sure that the port is free, with patience for the parts of a start that was killed just now."""
    limit = time.monotonic() + seconds
    while not port_is_free(port, web.ADDRESS):
        if time.monotonic() >= limit:
            message = f"Port {port} is taken by another program. Choose another one: python3 run.py --port {port + 1}"
            raise CannotGoOn(message)
        time.sleep(0.1)


def set_environment(wish: Wish) -> None:
    """Fill in what the demo needs and nobody has set; the parts inherit it."""
    os.environ.setdefault("VERDER_DEMO", "yes")
    os.environ["VERDER_DATA"] = str(wish.data.resolve())
    if os.environ["VERDER_DEMO"].lower() in {"1", "yes", "true", "on"}:
        os.environ.setdefault("VERDER_BASE_URL", f"http://{web.ADDRESS}:{wish.port}")


def bring_up(wish: Wish, folder: DataFolder, parts: list[Part]) -> None:
    """Start the parts one by one, each when the one below it works; those that run stand in `parts`."""
    set_environment(wish)
    if "DATABASE_URL" in os.environ:
        check_reachable(os.environ["DATABASE_URL"])
    else:
        say("Starting the database …")
        cluster = open_cluster(folder.root)
        add(parts, database_part(cluster, folder))
        os.environ["DATABASE_URL"] = cluster.url
    say("Preparing the database and the pages …")
    lines = prepare(empty=wish.empty)
    add(parts, web_part(wish.port, folder))
    wait_until_it_answers(wish.port, parts[-1], folder)
    add(parts, worker_part(folder))
    say(lines)
    say(f"Verder is ready: http://{web.ADDRESS}:{wish.port}")


def add(parts: list[Part], part: Part) -> None:
    """Start a part and count it among those to be stopped."""
    parts.append(part)
    part.start()


def database_part(cluster: Cluster, folder: DataFolder) -> Part:
    """Describe our own database server."""
    log = folder.log("database")
    return Part("database", lambda: server.start(cluster, log), stop_with=signal.SIGINT)


def web_part(port: int, folder: DataFolder) -> Part:
    """Describe the web server."""
    command = web.command(address=web.ADDRESS, port=port)
    return Part("web", lambda: spawn(command, log=folder.log("web"), at_parents_death=signal.SIGKILL))


def worker_part(folder: DataFolder) -> Part:
    """Describe the worker that sends mail and reminders."""
    command = [*VERDER, "worker"]
    # Not politely: the database goes at the same moment, and a worker that waits for it would hold it up.
    return Part("worker", lambda: spawn(command, log=folder.log("worker"), at_parents_death=signal.SIGKILL))


def prepare(*, empty: bool) -> str:
    """Run the preparation as a process of its own, which leaves this one small; give what it has to say."""
    command = [*VERDER, "prepare", *(["--empty"] if empty else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 -- our own command
    if done.returncode:
        raise CannotGoOn("The preparation failed for the reason above; nothing was started.")
    return done.stdout.rstrip("\n")


def wait_until_it_answers(port: int, part: Part, folder: DataFolder) -> None:
    """Wait for the first healthy answer; raise CannotGoOn when the web server gives up instead."""
    limit = time.monotonic() + _PATIENCE
    while not is_healthy(port):
        gave_up = part.process is None or part.process.poll() is not None
        if gave_up or time.monotonic() > limit:
            raise CannotGoOn(f"The web server does not answer. Its log says why: {folder.log('web')}")
        time.sleep(0.05)


def is_healthy(port: int) -> bool:
    """Ask the health page once, under the name that the installation goes by."""
    host = urlsplit(os.environ["VERDER_BASE_URL"]).netloc
    connection = http.client.HTTPConnection(web.ADDRESS, port, timeout=5)
    try:
        connection.request("GET", "/gezond", headers={"Host": host})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
