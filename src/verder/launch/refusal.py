"""The way a command says no: one clear sentence, and what to do."""

from __future__ import annotations

import errno

from psycopg import errors


class CannotGoOn(Exception):
    """A command cannot do what was asked; its message is one sentence for the person at the terminal."""


_ROOM = "Make some room and start again."
_FOLDER = "Use a folder that you may write in (--data FOLDER) and start again."
_USUAL = {
    errno.ENOSPC: ("The disk is full", _ROOM),
    errno.EDQUOT: ("The disk quota is used up", _ROOM),
    errno.EROFS: ("The disk can only be read", _FOLDER),
    errno.EACCES: ("There is no permission", _FOLDER),
    errno.EPERM: ("There is no permission", _FOLDER),
}


def explain(error: Exception) -> str | None:
    """Say an error of the machine or the database in one sentence, or nothing when it is not one of the usual ones."""
    if isinstance(error.__cause__, errors.DiskFull):
        return f"The disk of the database is full. {_ROOM}"
    if isinstance(error, OSError) and error.errno in _USUAL:
        what, remedy = _USUAL[error.errno]
        return f"{what} at {error.filename or 'the data folder'}. {remedy}"
    return None
