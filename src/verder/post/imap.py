"""A small reader of a mailbox on a mail server (IMAP4rev1, always over TLS). It changes nothing there."""

from __future__ import annotations

import hashlib
import imaplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from enum import StrEnum
from urllib.parse import unquote, urlsplit

PATIENCE = 10
"""Seconds in which the server says something, at each question."""
MOST_BYTES = 256 * 1024
"""What is read of a message; why it was sent back stands at its beginning."""
STARTTLS = "imap+starttls"
PORTS = {"imaps": 993, STARTTLS: 143}


class Trouble(StrEnum):
    """Why a mailbox cannot be read."""

    AWAY = "away"
    """Nothing answers there, or not as a mail server does."""
    CERTIFICATE = "certificate"
    LOGIN = "login"
    FOLDER = "folder"
    BROKEN_OFF = "broken_off"


class CannotRead(Exception):
    """The mailbox cannot be read; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mailbox is."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    starttls: bool

    @property
    def hash(self) -> str:
        """A hash that is another one when the mailbox is another one."""
        return hashlib.sha256(f"{self.user}@{self.host}:{self.port}/{self.folder}".encode()).hexdigest()


def place_of(url: str) -> Place:
    """Read `imaps://` or `imap+starttls://` with user, password, host, port and folder; raise ValueError."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError
    return Place(
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.lstrip("/")) or "INBOX",
        starttls=parts.scheme == STARTTLS,
    )


class Mailbox:
    """One visit to a mailbox, to read."""

    def __init__(self, place: Place) -> None:
        """Open the mailbox; raise CannotRead."""
        self._connection = _connect(place)
        try:
            _ask(Trouble.LOGIN, self._connection, "authenticate", "PLAIN", lambda _said: _credentials(place))
            _ask(Trouble.FOLDER, self._connection, "select", _quoted(place.folder), readonly=True)
            self.validity = int(self._connection.response("UIDVALIDITY")[1][0] or b"0")
        except BaseException:
            self.close()
            raise

    def after(self, number: int, *, since: datetime) -> list[int]:
        """List the numbers of the messages after one, that came in since a day, the oldest first; raise CannotRead."""
        day = "-".join(format_datetime(since).split()[1:4])
        found = _ask(Trouble.BROKEN_OFF, self._connection, "uid", "SEARCH", f"UID {number + 1}:*", f"SINCE {day}")
        numbers = {int(one) for line in found if isinstance(line, bytes) for one in line.split()}
        return sorted(one for one in numbers if one > number)  # a server gives the last one when none is newer

    def beginning_of(self, number: int) -> bytes:
        """Read the beginning of a message, empty when it is gone meanwhile; raise CannotRead."""
        wanted = f"(BODY.PEEK[]<0.{MOST_BYTES}>)"
        found = _ask(Trouble.BROKEN_OFF, self._connection, "uid", "FETCH", str(number), wanted)
        return next((bytes(piece[1]) for piece in found if isinstance(piece, tuple)), b"")

    def close(self) -> None:
        """Leave, whatever happened."""
        with suppress(OSError):
            self._connection.shutdown()


def _connect(place: Place) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    try:
        if not place.starttls:
            return imaplib.IMAP4_SSL(place.host, place.port, ssl_context=context, timeout=PATIENCE)
        return _begin_tls(imaplib.IMAP4(place.host, place.port, timeout=PATIENCE), context)
    except ssl.SSLCertVerificationError as error:
        raise CannotRead(Trouble.CERTIFICATE) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise CannotRead(Trouble.AWAY) from error


def _begin_tls(connection: imaplib.IMAP4, context: ssl.SSLContext) -> imaplib.IMAP4:
    try:
        connection.starttls(context)
    except BaseException:
        connection.shutdown()
        raise
    return connection


def _ask(trouble: Trouble, connection: imaplib.IMAP4, command: str, *words: object, **named: object) -> list[object]:
    try:
        answer, found = getattr(connection, command)(*words, **named)
    except (OSError, imaplib.IMAP4.abort) as error:
        raise CannotRead(Trouble.BROKEN_OFF) from error
    except imaplib.IMAP4.error as error:
        raise CannotRead(trouble) from error
    if answer != "OK":
        raise CannotRead(trouble)
    return list(found)


def _credentials(place: Place) -> bytes:
    return f"\0{place.user}\0{place.password}".encode()


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
