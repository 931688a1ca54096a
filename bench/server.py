"""A web server under measurement: what its workers and the database's use of the processor and of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """Two workers of the web server that an installation has; `module` says what they serve."""

    def __init__(self, module: str, port: int) -> None:
        self.port = port
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, f"--port={port}", "--workers=2"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def wait(self, path: str) -> None:
        """Wait until the server answers."""
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5).read()
            except OSError:
                time.sleep(0.1)
            else:
                return
        message = f"the server on port {self.port} does not answer"
        raise RuntimeError(message)

    @property
    def workers(self) -> list[int]:
        """The process ids of the workers."""
        return children_of(self._process.pid)

    def stop(self) -> None:
        """Stop the server and wait for it."""
        self._process.terminate()
        self._process.wait()


def children_of(pid: int) -> list[int]:
    """List the direct children of a process."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(word) for word in text.split()]


def processor_milliseconds(pids: list[int]) -> float:
    """Add up the processor time that processes have used so far, in milliseconds."""
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total * 1000 / TICK


def memory_megabytes(pids: list[int]) -> float:
    """Add up the proportional share of memory (PSS) of processes, in megabytes."""
    total = 0
    for pid in pids:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
