"""A real mail server on this machine, that does what a test asks of it."""

# ruff: noqa: ARG002, N802 -- the names and arguments are those of aiosmtpd

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from verder.post import transport

TAKEN = "250 taken"


@dataclass
class MailServer:
    """Remembers every letter that it was given in full, and answers as it is told."""

    at_mail: str = "250 OK"
    at_recipient: str = "250 OK"
    after_data: str = TAKEN
    cuts: str = ""
    on_recipient: Callable[[], None] = field(default=lambda: None)
    on_letter: Callable[[], None] = field(default=lambda: None)
    letters: list[bytes] = field(default_factory=list)
    knows_of_returns: bool = False
    at_sender: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def names(self) -> Counter[str]:
        """Count the letters by their Message-ID."""
        heads = [line for letter in self.letters for line in letter.decode().splitlines()]
        return Counter(line for line in heads if line.startswith("Message-ID"))

    async def handle_EHLO(
        self, server: SMTP, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [*responses[:-1], *(["250-DSN"] if self.knows_of_returns else []), responses[-1]]

    async def handle_MAIL(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        envelope.mail_from = address
        return self.at_mail

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        await server.loop.run_in_executor(None, self.on_recipient)
        envelope.rcpt_tos.append(address)
        return self.at_recipient

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        self.letters.append(envelope.content)
        await server.loop.run_in_executor(None, self.on_letter)
        if self.cuts == "after the letter":
            server.transport.abort()
        return self.after_data


class Dialogue(SMTP):
    """The server's side of one conversation, which can break off around the letter."""

    async def smtp_MAIL(self, arg: str) -> None:
        sender, _, wishes = arg.partition("> ")
        if wishes and self.event_handler.knows_of_returns:
            self.event_handler.at_sender.append(wishes)
            arg = f"{sender}>"
        await super().smtp_MAIL(arg)

    async def smtp_DATA(self, arg: str) -> None:
        cuts = self.event_handler.cuts
        if cuts == "during the letter":
            await self.push("354 go on")
        if cuts in {"before the letter", "during the letter"}:
            self.transport.abort()
        elif cuts == "refuses the letter":
            await self.push("554 no")
        else:
            await super().smtp_DATA(arg)


class _Controller(Controller):
    def factory(self) -> Dialogue:
        return Dialogue(self.handler, hostname="localhost")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mail_server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """Start a mail server and send all letters there."""
    server = MailServer(port=_free_port())
    controller = _Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    settings.MAIL_URL = f"smtp://127.0.0.1:{server.port}"
    monkeypatch.setattr(transport, "PATIENCE", 5)
    yield server
    controller.stop()


@pytest.fixture
def no_mail_server(settings: Any) -> None:
    """Point at a mail server that is not there."""
    settings.MAIL_URL = f"smtp://127.0.0.1:{_free_port()}"
