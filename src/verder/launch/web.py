"""The web server: its command, and what gunicorn asks of its configuration module."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import Any

from verder.config.logs import JsonFormatter
from verder.launch.process import tie_to_parent

ADDRESS = "127.0.0.1"
PORT = 8000
WORKERS = 2

# Names below in gunicorn's own words; it reads them from this module.
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 -- gunicorn's heartbeat, no data


def command(*, address: str, port: int, workers: int = WORKERS) -> list[str]:
    """Give the command that starts the web server."""
    program = [sys.executable, "-m", "gunicorn", "--config", "python:verder.launch.web"]
    return [*program, "--bind", f"{address}:{port}", "--workers", str(workers), "verder.config.wsgi:application"]


def on_starting(server: Any) -> None:
    """Let gunicorn's own lines follow the rule for logs: no address, path or text of a visitor."""
    for handler in server.log.error_log.handlers:
        handler.setFormatter(JsonFormatter())


def when_ready(server: Any) -> None:  # noqa: ARG001 -- gunicorn's signature
    """Keep what is loaded before the workers part out of the collector, so that they go on sharing it."""
    gc.collect()
    gc.freeze()


def post_fork(server: Any, worker: Any) -> None:
    """Let a worker go with its master, so that nobody keeps the port when the master is killed."""
    del worker
    tie_to_parent(server.pid, signal.SIGTERM)


def become(*, address: str, port: int, workers: int) -> None:
    """Turn this process into the web server."""
    os.execv(sys.executable, command(address=address, port=port, workers=workers))  # noqa: S606 -- our own command
