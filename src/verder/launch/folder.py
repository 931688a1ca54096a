"""The data folder: what stands where in it, and the lock that lets one start use it at a time."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verder.launch.refusal import CannotGoOn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONG_LOG = 10_000_000


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where one installation keeps what it must not lose, its logs and its lock."""

    root: Path

    def make(self) -> None:
        """Make the folder when it is not there, open to pass through for the account of the database."""
        self.root.mkdir(parents=True, exist_ok=True)
        (self.root / "log").mkdir(exist_ok=True)

    def log(self, name: str) -> Path:
        """Give the log of one part; a long one is put aside, over the one before it."""
        path = self.root / "log" / f"{name}.log"
        if path.exists() and path.stat().st_size > _LONG_LOG:
            path.replace(path.with_suffix(".log.1"))
        return path


@contextmanager
def locked(folder: DataFolder) -> Iterator[bool]:
    """Hold the folder for ourselves; says whether the one before us was killed instead of stopped."""
    with (folder.root / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            message = (
                f"Verder runs already with the data folder {folder.root} (process {file.read().strip() or 'unknown'}). "
                "Stop it first, or give another folder with --data."
            )
            raise CannotGoOn(message) from None
        file.seek(0)
        was_killed = bool(file.read().strip())
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield was_killed
        file.truncate(0)


def is_in_use(folder: DataFolder) -> bool:
    """Tell whether a start holds the folder at this moment."""
    lock = folder.root / "lock"
    if not lock.exists():
        return False
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
