"""Which database a command works with: the one that is given, the one that runs, or our own for as long as it takes."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg

from verder.launch.folder import DataFolder, is_in_use, locked
from verder.launch.postgres import server
from verder.launch.postgres.cluster import open_cluster
from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def database(folder: DataFolder) -> Iterator[str]:
    """Give the address of the installation's database, started for us alone when nobody has it running."""
    given = os.environ.get("DATABASE_URL")
    if given:
        check_reachable(given)
        yield given
    elif is_in_use(folder):
        yield open_cluster(folder.root).url
    else:
        folder.make()
        with locked(folder):
            cluster = open_cluster(folder.root)
            process = server.start(cluster, folder.log("database"))
            try:
                yield cluster.url
            finally:
                server.halt(process)


def running_database(folder: DataFolder) -> str:
    """Give the address of a database that goes on running without us, as production and `verder start` have."""
    given = os.environ.get("DATABASE_URL")
    if given:
        check_reachable(given)
        return given
    if is_in_use(folder):
        return open_cluster(folder.root).url
    raise CannotGoOn("No database is running. Set DATABASE_URL, or use `verder start`, which brings its own.")


@contextmanager
def passing_database() -> Iterator[str]:
    """Give a database for tests: the given one, or a cluster in a temporary folder that is thrown away."""
    given = os.environ.get("DATABASE_URL")
    if given:
        check_reachable(given)
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="verder-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o711)
        cluster = open_cluster(Path(name))
        process = server.start(cluster, Path(name) / "database.log", server.CARELESS)
        try:
            yield cluster.url
        finally:
            server.halt(process)


def check_reachable(url: str) -> None:
    """Try the given database once; raise CannotGoOn with what to look at when it does not let us in."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise CannotGoOn("DATABASE_URL is not the address of a PostgreSQL: postgres://name:password@host:5432/database")
    where = f"{parts.hostname}:{parts.port or 5432}{parts.path}"
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        said = _gist(error)
        message = f"The database of DATABASE_URL ({where}) does not let us in: {said}. Start it, or mend DATABASE_URL."
        raise CannotGoOn(message) from None


def _gist(error: psycopg.Error) -> str:
    """Pick what went wrong from an error of several lines, whose last ones may be a question or an attempt more."""
    lines = [line.strip(" -\t.") for line in str(error).splitlines()]
    return [line for line in lines if line and not line.endswith("?")][-1]
