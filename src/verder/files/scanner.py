"""A small client of clamd, the virus scanner: it is handed a file over a socket and says what it found."""

from __future__ import annotations

import socket
import struct
from contextlib import closing
from enum import StrEnum

SECONDS = 20
SECONDS_TO_GREET = 2
_MOST_ANSWER = 1024
_PIECE = 64 * 1024


class Scan(StrEnum):
    """What a scanner said, or why it said nothing."""

    ABSENT = "absent"
    """This installation has no scanner."""
    CLEAN = "clean"
    INFECTED = "infected"
    UNREACHABLE = "unreachable"
    """There should be a scanner, but it does not answer, or not as it should."""


def scan(content: bytes, *, address: str) -> Scan:
    """Have a file scanned by the clamd at an address: a path of a socket, `host:port`, or empty for none."""
    if not address:
        return Scan.ABSENT
    try:
        with closing(_connect(address, SECONDS)) as connection:
            connection.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _PIECE):
                piece = content[start : start + _PIECE]
                connection.sendall(struct.pack(">I", len(piece)) + piece)
            connection.sendall(struct.pack(">I", 0))
            return _verdict(_answer(connection))
    except (OSError, ValueError):
        return Scan.UNREACHABLE


def greet(*, address: str) -> Scan:
    """Tell whether the scanner at an address answers: ABSENT, UNREACHABLE, or CLEAN when it does."""
    if not address:
        return Scan.ABSENT
    try:
        with closing(_connect(address, SECONDS_TO_GREET)) as connection:
            connection.sendall(b"zPING\0")
            return Scan.CLEAN if _answer(connection) == b"PONG" else Scan.UNREACHABLE
    except (OSError, ValueError):
        return Scan.UNREACHABLE


def _connect(address: str, seconds: float) -> socket.socket:
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=seconds)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(seconds)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _answer(connection: socket.socket) -> bytes:
    """Read an answer up to its closing zero, and never more than it should have."""
    said = b""
    while b"\0" not in said and len(said) < _MOST_ANSWER:
        more = connection.recv(_MOST_ANSWER)
        if not more:
            break
        said += more
    return said.partition(b"\0")[0]


def _verdict(said: bytes) -> Scan:
    if said == b"stream: OK":
        return Scan.CLEAN
    return Scan.INFECTED if said.endswith(b" FOUND") else Scan.UNREACHABLE
