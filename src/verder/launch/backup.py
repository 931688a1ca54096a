"""A backup of the database in one file, and putting it back whole or not at all."""

from __future__ import annotations

import os
import subprocess
import tempfile
from typing import IO, TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import psycopg

from verder.launch.postgres.programs import Programs, available
from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    from pathlib import Path

# What is in the schema goes, and the schema stays, with the rights on it that an owner has given. All names are read
# before the first drop: what goes along with something else has no name any more, only a number.
_AFRESH = """
set lock_timeout = '30s';
do $$
declare doomed text;
begin
    foreach doomed in array array(
        select format('drop table if exists %s cascade', oid::regclass) as away from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        union all
        select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
        where pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
        union all
        select format('drop type if exists %s cascade', pg_type.oid::regtype) from pg_type
        left join pg_class on pg_class.oid = typrelid
        where typnamespace = 'public'::regnamespace and (typtype in ('e', 'd') or relkind = 'c')
    )
    loop
        execute doomed;
    end loop;
end $$;
"""


def backup(url: str, file: Path) -> None:
    """Write the whole database to a file that only we may read; the file appears when it is complete."""
    unfinished = file.with_name(file.name + ".unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    command = ["--format=custom", "--no-owner", "--no-privileges", f"--file={unfinished}"]
    _run(programs_for(url) / "pg_dump", command, url)
    unfinished.rename(file)


def restore(url: str, file: Path) -> None:
    """Replace everything in the database by what a backup holds, in one transaction."""
    if not file.is_file():
        raise CannotGoOn(f"There is no backup at {file}.")
    programs = programs_for(url)
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    # By way of a nameless file, since a half-read backup in a pipe would look like a whole one.
    with tempfile.TemporaryFile() as script:
        _run(programs / "pg_restore", ["--no-owner", "--no-privileges", "--file=-", str(file)], url, output=script)
        script.seek(0)
        _run(programs / "psql", [*options, f"--command={_AFRESH}", "--file=-"], url, given=script)


def programs_for(url: str) -> Programs:
    """Take the oldest programs that are at least as new as the server."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        major = connection.info.server_version // 10000
    fitting = sorted((each for each in available() if each.major >= major), key=lambda each: each.major)
    if not fitting:
        message = f"The server is PostgreSQL {major}; install its programs (apt install postgresql-client-{major})."
        raise CannotGoOn(message)
    return fitting[0]


def _run(
    program: Path, options: list[str], url: str, *, given: IO[bytes] | None = None, output: IO[bytes] | None = None
) -> None:
    parts = urlsplit(url)
    environment = {
        **os.environ,
        "PGHOST": parts.hostname or "",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    done = subprocess.run(  # noqa: S603 -- our own programs
        [program, *options], env=environment, stdin=given, stdout=output, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise CannotGoOn(f"{program.name} failed: {_last_line(done.stderr)}. Nothing has changed.")


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it gave no reason"
