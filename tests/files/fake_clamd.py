"""A virus scanner that speaks clamd's protocol over a socket, and says what a test wants it to say."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class FakeClamd:
    """Answers PING and INSTREAM; it finds the test file that every scanner finds."""

    def __init__(self, listener: socket.socket, *, says: bytes = b"") -> None:
        self.listener, self.says = listener, says
        self.received: list[bytes] = []
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def serve(self) -> None:
        """Answer until the listener closes."""
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                self.answer(connection, stream)

    def answer(self, connection: socket.socket, stream) -> None:
        """Answer one command."""
        command = b"".join(iter(lambda: stream.read(1), b"\0"))
        if command == b"zPING":
            connection.sendall(self.says or b"PONG\0")
            return
        assert command == b"zINSTREAM"
        content = b""
        while (length := struct.unpack(">I", stream.read(4))[0]) > 0:
            content += stream.read(length)
        self.received.append(content)
        found = b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        connection.sendall(self.says or found)


@contextmanager
def fake_clamd(where: Path | None = None, *, says: bytes = b"") -> Iterator[tuple[str, FakeClamd]]:
    """Run a scanner on a socket in a folder, or on a port of this machine; give its address and itself."""
    kind = socket.AF_UNIX if where else socket.AF_INET
    with socket.socket(kind, socket.SOCK_STREAM) as listener:
        listener.bind(str(where) if where else ("127.0.0.1", 0))
        listener.listen()
        scanner = FakeClamd(listener, says=says)
        scanner.thread.start()
        yield (str(where) if where else f"127.0.0.1:{listener.getsockname()[1]}"), scanner
        listener.shutdown(socket.SHUT_RDWR)
    scanner.thread.join(5)
