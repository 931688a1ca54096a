"""The carrier: real SMTP in two halves, before and after the point of no return, so that no letter is sent twice."""

from __future__ import annotations

import re
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import unquote, urlsplit

PATIENCE = 30
"""Seconds in which a mail server says something, at each word that it is asked for."""
OK = range(200, 300)
GO_AHEAD = 354
REFUSED_FOR_GOOD = range(500, 600)
PORTS = {"smtps": 465, "smtp+starttls": 587}


class NotNow(Exception):
    """The letter was not taken, surely; trying later makes sense."""


class ServerAway(NotNow):
    """The mail server takes no letter at all at this moment."""


class Never(Exception):
    """The mail server refuses this letter for good."""


class Unknown(Exception):
    """The connection broke while the letter was handed over; it may have arrived."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Where letters are handed over."""

    host: str
    port: int
    user: str
    password: str
    implicit_tls: bool
    starttls: bool


def carrier_of(url: str) -> Carrier:
    """Read `smtp://`, `smtp+starttls://` or `smtps://` with user, password, host and port."""
    parts = urlsplit(url)
    return Carrier(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or PORTS.get(parts.scheme, 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        implicit_tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+starttls",
    )


class Handover:
    """One conversation with the mail server, up to the point of no return and past it."""

    def __init__(self, carrier: Carrier) -> None:
        """Open the conversation; raise ServerAway."""
        try:
            self._connection = _connect(carrier)
        except (OSError, smtplib.SMTPException) as error:
            raise ServerAway(_name(error)) from error

    def announce(self, sender: str, recipient: str, *, name: str) -> None:
        """Name sender, recipient and letter and ask to go on; nothing is sent yet. Raise NotNow or Never."""
        try:
            code = self._ask("MAIL", f"FROM:<{sender}>{self._if_it_comes_back(name)}")
            if code not in OK:  # said against us, not against this letter
                raise NotNow(str(code))
            code = self._ask("RCPT", f"TO:<{recipient}>")
            if code not in OK:
                _refuse(code)
            code = self._ask("DATA")
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(_name(error)) from error
        if code != GO_AHEAD:
            _refuse(code)

    def deliver(self, message: EmailMessage) -> None:
        """Hand over the letter itself. Raise NotNow, Never, or Unknown when nobody can tell."""
        lines = re.sub(rb"(?m)^\.", b"..", message.as_bytes(policy=SMTP))
        try:
            self._connection.send(lines + b".\r\n")
            code, _ = self._connection.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Unknown(_name(error)) from error
        if code not in OK:
            _refuse(code)

    def close(self) -> None:
        """End the conversation, whatever happened."""
        self._connection.close()

    def _if_it_comes_back(self, name: str) -> str:
        """Ask a server that can (RFC 3461) to return the name of a letter, and its head alone: not its words."""
        return f" RET=HDRS ENVID={name}" if self._connection.has_extn("dsn") else ""

    def _ask(self, command: str, what: str = "") -> int:
        code, _ = self._connection.docmd(command, what)
        return code


def _connect(carrier: Carrier) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if carrier.implicit_tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(carrier.host, carrier.port, timeout=PATIENCE, context=context)
    else:
        connection = smtplib.SMTP(carrier.host, carrier.port, timeout=PATIENCE)
    try:
        if carrier.starttls:
            connection.starttls(context=context)
        if carrier.user:
            connection.login(carrier.user, carrier.password)
        connection.ehlo_or_helo_if_needed()
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse(code: int) -> None:
    if code in REFUSED_FOR_GOOD:
        raise Never(str(code))
    raise NotNow(str(code))


def _name(error: Exception) -> str:
    return str(getattr(error, "smtp_code", type(error).__name__))
