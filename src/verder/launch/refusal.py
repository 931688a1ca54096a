"""The way a command says no: one clear sentence, and what to do."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable


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


def explain(error: OSError) -> str | None:
    """Say an error of the machine in one sentence, or nothing when it is not one of the usual ones."""
    if error.errno not in _USUAL:
        return None
    what, remedy = _USUAL[error.errno]
    return f"{what} at {error.filename or 'the data folder'}. {remedy}"


def end_with(do: Callable[[], int]) -> NoReturn:
    """Do something and end with its exit code; a refusal is one sentence on the terminal."""
    try:
        sys.exit(do())
    except CannotGoOn as refusal:
        sys.exit(str(refusal))
    except OSError as error:
        sentence = explain(error)
        if sentence is None:
            raise
        sys.exit(sentence)
