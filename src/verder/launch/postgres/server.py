"""The running server of our own cluster: started as a child, cleared away when a killed start left it behind."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from verder.launch.postgres.cluster import NAME, Cluster, choose_port, why_not
from verder.launch.process import spawn, stop
from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable

_PATIENCE = 60.0
_ATTEMPTS = 8

# Nothing that a person typed may reach the server's log: no statements, no parameters, and no errors,
# since an error quotes the row or value that it is about.
SILENT = (
    "log_statement=none",
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_min_duration_statement=-1",
    "log_min_duration_sample=-1",
    "log_transaction_sample_rate=0",
    "log_duration=off",
    "log_error_verbosity=terse",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
    "log_connections=off",
    "log_disconnections=off",
    "log_lock_waits=off",
    "log_temp_files=-1",
    "log_autovacuum_min_duration=-1",
)
LISTENING = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "lc_messages=C", "timezone=UTC")
# For tests alone: their data may be lost.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def start(cluster: Cluster, log: Path, extra: Iterable[str] = ()) -> subprocess.Popen[bytes]:
    """Start the server and wait until it takes connections; a taken port or a dying predecessor is got round."""
    clear_leftover(cluster)
    taken: set[int] = set()
    said = ""
    for attempt in range(_ATTEMPTS):
        port = choose_port(cluster, unlike=frozenset(taken))
        beginning = log.stat().st_size if log.exists() else 0
        process = _spawn(cluster, port, log, extra)
        if _becomes_ready(cluster, process):
            _make_database(cluster)
            return process
        said = log.read_bytes()[beginning:].decode(errors="replace")
        if "could not bind" in said:
            taken.add(port)
        elif "still in use" in said or "already exists" in said:
            time.sleep(0.5 * (attempt + 1))
        else:
            break
    raise CannotGoOn(why_not(said, cluster.home))


def _spawn(cluster: Cluster, port: int, log: Path, extra: Iterable[str]) -> subprocess.Popen[bytes]:
    options = [f"--{setting}" for setting in (*LISTENING, *SILENT, *extra, f"port={port}")]
    command: list[str | Path] = [cluster.programs / "postgres", "-D", cluster.files, *options]
    return spawn(command, log=log, at_parents_death=signal.SIGINT, account=cluster.account)


def _becomes_ready(cluster: Cluster, process: subprocess.Popen[bytes]) -> bool:
    limit = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < limit:
        note = _note(cluster)
        if note[:1] == [str(process.pid)] and note[-1].startswith("ready"):
            return True
        time.sleep(0.02)
    if process.poll() is None:
        halt(process)
    return False


def _make_database(cluster: Cluster) -> None:
    at_postgres = cluster.url.removesuffix(NAME) + "postgres"
    with psycopg.connect(at_postgres, autocommit=True, connect_timeout=10) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [NAME]).fetchone():
            connection.execute(f"create database {NAME}")


def halt(process: subprocess.Popen[bytes]) -> None:
    """Stop the server at once and cleanly: sessions are broken off, everything committed is kept."""
    stop(process, signal.SIGINT, seconds=15)


def _note(cluster: Cluster) -> list[str]:
    with contextlib.suppress(OSError):
        return (cluster.files / "postmaster.pid").read_text().splitlines()
    return []


def clear_leftover(cluster: Cluster) -> None:
    """Stop a server that outlived its parent; forget the note of one whose number another program has by now."""
    note = _note(cluster)
    if not note:
        return
    process = int(note[0])
    if not _runs_here(process, cluster):
        _forget_when_reused(process, cluster)
        return
    for how, seconds in ((signal.SIGINT, 5), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, how)
        if _is_gone(process, cluster, seconds):
            return


def _forget_when_reused(process: int, cluster: Cluster) -> None:
    # PostgreSQL itself copes with a note of a process that is gone, but takes any living one for a server.
    if Path(f"/proc/{process}").exists():
        (cluster.files / "postmaster.pid").unlink(missing_ok=True)


def _is_gone(process: int, cluster: Cluster, seconds: float) -> bool:
    limit = time.monotonic() + seconds
    while _runs_here(process, cluster):
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True


def _runs_here(process: int, cluster: Cluster) -> bool:
    with contextlib.suppress(OSError):
        return os.fsencode(cluster.files) in Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    return False
