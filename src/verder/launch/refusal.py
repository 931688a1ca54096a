"""The way a command says no: one clear sentence, and what to do."""

from __future__ import annotations

import errno


class CannotGoOn(Exception):
    """A command cannot do what was asked; its message is one sentence for the person at the terminal."""


_DISK = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk quota is used up",
    errno.EROFS: "The disk can only be read",
    errno.EACCES: "There is no permission",
    errno.EPERM: "There is no permission",
}


def explain(error: OSError) -> str | None:
    """Say an error of the operating system in one sentence, or nothing when it is not one of the usual ones."""
    what = _DISK.get(error.errno or 0)
    if what is None:
        return None
    where = error.filename or "the data folder"
    remedies = {
        errno.ENOSPC: "Make some room and start again.",
        errno.EDQUOT: "Make some room and start again.",
    }
    remedy = remedies.get(error.errno or 0, "Use a folder that you may write in (--data FOLDER) and start again.")
    return f"{what} at {where}. {remedy}"
