"""A whole installation in a folder of its own, started and killed by tests."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 240.0


def wait_until(told, *, seconds: float = PATIENCE) -> None:
    """Wait until something is so; fail loudly when it never is."""
    limit = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < limit, "waited too long"
        time.sleep(0.05)


def environment(**more: str) -> dict[str, str]:
    """Give our environment without what another test or developer has set."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("VERDER_", "DATABASE_URL", "DJANGO"))
    }
    return {**kept, **more}


@dataclass
class Installation:
    """One data folder and port, and the process that was started last."""

    data: Path
    port: int
    process: subprocess.Popen[str] | None = None
    said: list[str] = field(default_factory=list)

    def begin(self, *options: str, **more: str) -> None:
        """Start it without waiting."""
        command = [sys.executable, "-m", "verder.launch.command", "start", "--data", str(self.data)]
        self.said = []
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(**more),
        )
        threading.Thread(target=self._listen, args=[self.process, self.said], daemon=True).start()

    @staticmethod
    def _listen(process: subprocess.Popen[str], said: list[str]) -> None:
        with process.stdout as lines:
            said.extend(iter(lines.readline, ""))

    def start(self, *options: str, **more: str) -> None:
        """Start it and wait until it says that it is ready."""
        self.begin(*options, **more)
        wait_until(lambda: self.is_ready or self.process.poll() is not None)
        assert self.is_ready, "".join(self.said)

    @property
    def is_ready(self) -> bool:
        """Tell whether the last line of start-up was said."""
        return any(line.startswith("Verder is ready: ") for line in self.said)

    def get(self, path: str = "/gezond") -> int:
        """Ask for a page and give its status; 0 when nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={"User-Agent": "Netscape", "X-Forwarded-For": "203.0.113.9"})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def child(self, word: str) -> int:
        """Find the child whose command holds this word."""
        return self.children(word)[0]

    def children(self, word: str = "") -> list[int]:
        """List our children whose command holds this word."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(each) for each in listed if word.encode() in Path(f"/proc/{each}/cmdline").read_bytes()]

    def stop(self) -> int:
        """Ask it to stop, as Ctrl-C does, and give its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill it without a chance to clean up."""
        self.process.kill()
        self.process.wait()

    def leftovers(self) -> list[str]:
        """List processes that still work for this data folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                command, inherited = (entry / "cmdline").read_bytes(), (entry / "environ").read_bytes()
            except OSError:
                continue
            if command and os.fsencode(self.data) in command + inherited and entry.name != str(os.getpid()):
                found.append(command.replace(b"\0", b" ").decode())
        return found
