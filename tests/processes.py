"""The real web server and the real worker, each in processes of its own, on the database of the tests."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db import connection

from verder.launch.surroundings import WEB, WORKER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATIENCE = 120.0


@dataclass
class Part:
    """A part of an installation that can be killed and started again."""

    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, in a group of its own so that nobody it started outlives it."""
        around = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_of_the_tests()}
        self.process = subprocess.Popen(  # noqa: S603 -- our own commands
            self.command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def pause(self) -> None:
        """Halt it with everyone it started, wherever they are."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on where it was halted."""
        self._signal(signal.SIGCONT)

    def _signal(self, what: signal.Signals) -> None:
        if self.process is not None:
            os.killpg(self.process.pid, what)

    def kill(self) -> None:
        """Kill it with everyone it started, without a chance to finish anything."""
        self._signal(signal.SIGKILL)
        if self.process is not None:
            self.process.wait()
        self.process = None


@dataclass
class WebServer(Part):
    """The web server, on a port that stays the same when it starts again."""

    port: int = 0

    @property
    def address(self) -> str:
        """Where it is found."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        super().start()
        limit = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < limit, "the web server does not answer"
            time.sleep(0.1)

    def _answers(self) -> bool:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            asking.request("GET", "/gezond")
            return asking.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asking.close()


Kind = TypeVar("Kind", bound=Part)


@contextmanager
def web_server() -> Iterator[WebServer]:
    """Run the web server until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with _running(WebServer((*WEB, "--port", str(port)), port=port)) as server:
        yield server


@contextmanager
def worker() -> Iterator[Part]:
    """Run the worker until the block ends."""
    with _running(Part(WORKER)) as started:
        yield started


@contextmanager
def _running(part: Kind) -> Iterator[Kind]:
    part.start()
    try:
        yield part
    finally:
        part.kill()


def database_of_the_tests() -> str:
    """Return the address of the database that this test uses."""
    of = connection.settings_dict
    return f"postgres://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT']}/{of['NAME']}"
