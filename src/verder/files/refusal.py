"""Why a file is not taken in."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The reasons, each a code that `web` turns into what to do."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    BOMB = "bomb"
    """It unpacks to far more than it seems, or takes too much time or memory to read."""
    TOO_MUCH_TEXT = "too_much_text"
    TOO_MANY_PAGES = "too_many_pages"
    PICTURE_TOO_LARGE = "picture_too_large"
    ODD_PICTURE = "odd_picture"
    """A picture inside it of a kind that cannot be cleaned."""
    MACROS = "macros"
    EMBEDDED = "embedded"
    FORM = "form"
    NOT_STRIPPED = "not_stripped"
    """Something about its maker was still there after cleaning."""
    INFECTED = "infected"
    NO_SCAN = "no_scan"
    """The virus scanner that should look at it does not answer."""
    BUSY = "busy"


class FileRefused(Exception):
    """A file is not taken in; its words never hold anything of the file."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason
