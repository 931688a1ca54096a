"""The account that PostgreSQL runs under, since it refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Account:
    """A user and a group, by number."""

    user: int
    group: int


def account_for_database() -> Account | None:
    """Give the account `nobody` when we are root, and nothing when we are an ordinary user already."""
    if os.geteuid() != 0:
        return None
    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid)


def reachable(path: Path) -> bool:
    """Tell whether any account may pass through every folder above this path that exists already."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.resolve().parents if folder.exists())


def hand_over(path: Path, account: Account | None) -> None:
    """Make a file or folder belong to the account, when there is one."""
    if account is not None:
        shutil.chown(path, account.user, account.group)
