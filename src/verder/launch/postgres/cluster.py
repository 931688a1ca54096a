"""The cluster on disk: its folder, its password and its port; made whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import secrets
import shutil
import socket
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from verder.launch.account import Account, account_for_database, hand_over, reachable
from verder.launch.postgres.programs import SHARED, Programs, choose, within_reach
from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    from pathlib import Path

NAME = "verder"
FIRST_PORT, LAST_PORT = 15432, 15632
_BUILTIN_LOCALE_SINCE = 17


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL cluster of our own, with the programs and the account that it runs under."""

    home: Path
    programs: Programs
    account: Account | None

    @property
    def files(self) -> Path:
        """Give PostgreSQL's own data directory."""
        return self.home / "cluster"

    @property
    def password(self) -> str:
        """Read the password that was made with the cluster."""
        return (self.home / "password").read_text().strip()

    @property
    def port(self) -> int:
        """Read the port that it was last started on."""
        return int((self.home / "port").read_text())

    @property
    def url(self) -> str:
        """Give the address in the form of DATABASE_URL."""
        return f"postgres://{NAME}:{quote(self.password)}@127.0.0.1:{self.port}/{NAME}"


def home_of(data: Path, account: Account | None, shared: Path = SHARED) -> Path:
    """Say where the cluster stands: in the data folder, or beside it where the account `nobody` can reach it."""
    usual = data / "database"
    if account is None or usual.exists() or reachable(usual / "cluster"):
        return usual
    return shared / f"database-{hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]}"


def open_cluster(data: Path) -> Cluster:
    """Find the cluster of a data folder, and make it when there is none yet."""
    account = account_for_database()
    home = home_of(data, account)
    exists = (home / "cluster" / "PG_VERSION").exists()
    programs = choose(int((home / "cluster" / "PG_VERSION").read_text()) if exists else None)
    cluster = Cluster(home, within_reach(programs) if account else programs, account)
    if not exists:
        _make(cluster)
    return cluster


def _make(cluster: Cluster) -> None:
    unfinished = cluster.home.with_name(cluster.home.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    new = Cluster(unfinished, cluster.programs, cluster.account)
    new.files.mkdir(parents=True)
    password = unfinished / "password"
    password.touch(0o600)
    password.write_text(secrets.token_urlsafe(32) + "\n")
    for path in (new.files, password):
        hand_over(path, cluster.account)
    _initialise(new, password)
    hand_over(password, Account(os.geteuid(), os.getegid()) if cluster.account else None)
    unfinished.rename(cluster.home)


def _initialise(cluster: Cluster, password: Path) -> None:
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    locale = [*builtin, "--locale=C"] if cluster.programs.major >= _BUILTIN_LOCALE_SINCE else ["--locale=C.UTF-8"]
    done = subprocess.run(  # noqa: S603 -- our own programs
        [
            cluster.programs / "initdb",
            f"--pgdata={cluster.files}",
            f"--username={NAME}",
            f"--pwfile={password}",
            "--auth=scram-sha-256",
            "--data-checksums",
            "--encoding=UTF8",
            *locale,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        user=cluster.account.user if cluster.account else None,
        group=cluster.account.group if cluster.account else None,
        extra_groups=[] if cluster.account else None,
    )
    if done.returncode:
        raise CannotGoOn(why_not(done.stderr, cluster.home))


def why_not(said: str, home: Path) -> str:
    """Turn PostgreSQL's last words into one sentence."""
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return f"The disk is full at {home}. Make some room and start again."
    lines = [line.strip() for line in said.splitlines() if "FATAL" in line or "error" in line or "PANIC" in line]
    last = lines[-1] if lines else "it gave no reason"
    return f"PostgreSQL did not start at {home}: {last}."


def port_is_free(port: int, address: str = "127.0.0.1") -> bool:
    """Tell whether nobody listens on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            probe.bind((address, port))
            return True
    return False


def choose_port(cluster: Cluster, *, unlike: frozenset[int] = frozenset()) -> int:
    """Keep the port of last time when it is free, take the next free one otherwise, and write it down."""
    kept = cluster.home / "port"
    first = [cluster.port] if kept.exists() else []
    for port in itertools.chain(first, range(FIRST_PORT, LAST_PORT)):
        if port not in unlike and port_is_free(port):
            kept.write_text(f"{port}\n")
            return port
    message = f"No port between {FIRST_PORT} and {LAST_PORT} is free for the database. Stop a program that uses one."
    raise CannotGoOn(message)
