"""`python -m bench.fault`: kills web, worker and database while steps are taken, and looks what is left of them.

Ten rounds. Six secretaries take steps over HTTP; whatever they do not get an answer to they send again, as a person
who clicks again. Meanwhile one part after the other is killed with -9. Afterwards: every acknowledged step stands,
exactly once and whole; every letter was handed to the mail server at most once, and none is missing unless Verder
itself says that nobody can tell.
"""

from __future__ import annotations

import http.client
import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from aiosmtpd.controller import Controller

from bench.server import children_of

ROUNDS = 10
SECRETARIES = 6
PORT, MAIL_PORT = 8941, 8942
CSRF = "b" * 32
CYCLE = (
    ("ask_submitter", {"question": "Wie beslist hierover?"}),
    ("proceed", {"reason": "Er kwam geen antwoord."}),
    ("extend", {"reason": "Wij wachten op een jurist.", "new_date": str(date.today() + timedelta(days=30))}),  # noqa: DTZ011
)
TARGETS = ("web", "web worker", "worker", "database", "database session")


class Mailbox:
    """A mail server that takes everything and remembers the name of each letter."""

    def __init__(self) -> None:
        self.letters: Counter[str] = Counter()

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802
        """Take a letter."""
        content: bytes = envelope.content  # type: ignore[attr-defined]
        name = next(line for line in content.decode().splitlines() if line.lower().startswith("message-id:"))
        self.letters[name.split("<")[1].split("@")[0]] += 1
        return "250 taken"


@dataclass
class Secretary:
    """Somebody who takes steps on dilemmas of their own, and keeps clicking until there is an answer."""

    cookie: str
    numbers: list[str]
    stop: threading.Event
    taken: dict[str, list[str]] = field(default_factory=dict)
    tries: int = 0

    def work(self) -> None:
        """Take steps until told to stop."""
        for number in itertools.cycle(self.numbers):
            if self.stop.is_set():
                return
            done = self.taken.setdefault(number, [])
            step, words = CYCLE[len(done) % len(CYCLE)]
            self._insist(number, step, {**words, "version": len(done), "request_key": str(uuid.uuid4())})
            done.append(step)

    def _insist(self, number: str, step: str, fields: dict[str, object]) -> None:
        body = urlencode({**fields, "csrfmiddlewaretoken": CSRF})
        while True:
            self.tries += 1
            status = self._post(f"/dilemmas/{number}/stap/{step}", body)
            if status == http.client.FOUND:
                return
            if status not in {0, 500, 502, 503, 504}:
                message = f"{step} on {number} answered {status}"
                raise RuntimeError(message)
            time.sleep(0.2)

    def _post(self, path: str, body: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            connection.request("POST", path, body=body, headers=headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()


class Installation:
    """A whole Verder in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        environment = {
            **os.environ,
            "VERDER_DEMO": "yes",
            "VERDER_SECOND_FACTOR": "no",
            "VERDER_MAIL_URL": f"smtp://127.0.0.1:{MAIL_PORT}",
        }
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "verder.launch.command", "start", "--empty", "--port", str(PORT)]
        self._process = subprocess.Popen(
            [*command, "--data", str(folder)], env=environment, stdout=subprocess.PIPE, text=True
        )
        self._read_until_ready()

    def _read_until_ready(self) -> None:
        lines = self._process.stdout
        if lines is None or not any(line.startswith("Verder is ready") for line in lines):
            message = "Verder did not start"
            raise RuntimeError(message)

    def kill(self, target: str) -> None:
        """Kill one part with -9."""
        part = {"web worker": "web", "database session": "database"}.get(target, target)
        pid = self._pid_of(part)
        if target in {"web worker", "database session"}:
            pid = random.choice(children_of(pid) or [pid])  # noqa: S311 -- which one does not matter
        os.kill(pid, signal.SIGKILL)

    def _pid_of(self, part: str) -> int:
        mark = {"web": b"verder.launch.web", "worker": b"worker", "database": b"postgres"}[part]
        for _ in range(300):
            for pid in children_of(self._process.pid):
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                if any(word.endswith(mark) for word in words):
                    return pid
            time.sleep(0.1)
        message = f"there is no {part} to kill"
        raise RuntimeError(message)

    def stop(self) -> None:
        """Stop all of it politely."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(60)


def wait_until_healthy() -> None:
    """Wait until pages and database answer again."""
    for _ in range(600):
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
        try:
            connection.request("GET", "/gezond")
            if connection.getresponse().status == http.client.OK:
                return
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    message = "Verder did not come back within a minute"
    raise RuntimeError(message)


def main() -> int:
    """Run the rounds and print what is left; return 1 when a promise was broken."""
    with tempfile.TemporaryDirectory(prefix="verder-fault-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        mailbox = Mailbox()
        post = Controller(mailbox, hostname="127.0.0.1", port=MAIL_PORT)
        post.start()
        installation = Installation(folder)
        try:
            return _run(installation, folder, mailbox)
        finally:
            installation.stop()
            post.stop()


def _run(installation: Installation, folder: Path, mailbox: Mailbox) -> int:
    from bench import fault_ledger  # noqa: PLC0415 -- needs the database that has just been started

    ledger = fault_ledger.Ledger(folder, PORT)
    stop = threading.Event()
    people = [Secretary(cookie, numbers, stop) for cookie, numbers in ledger.prepare(SECRETARIES, each=5)]
    threads = [threading.Thread(target=person.work, daemon=True) for person in people]
    for thread in threads:
        thread.start()
    try:
        for number, target in zip(range(1, ROUNDS + 1), itertools.cycle(TARGETS), strict=False):
            wait_until_healthy()
            time.sleep(3)
            installation.kill(target)
            print(f"round {number}: killed {target}", flush=True)
        wait_until_healthy()
        time.sleep(5)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    taken = {number: steps for person in people for number, steps in person.taken.items()}
    print(f"{sum(map(len, taken.values()))} steps acknowledged in {sum(person.tries for person in people)} tries")
    return ledger.judge(taken, mailbox.letters)


if __name__ == "__main__":
    sys.exit(main())
