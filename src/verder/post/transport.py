"""The carriers: real SMTP, in two halves so that a letter is never sent twice, and the mailbox of the demo."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

TIMEOUT = 30
PERMANENT = 500


class NotNow(Exception):
    """The mail server cannot take the letter at this moment; trying later makes sense."""


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
        port=parts.port or {"smtps": 465, "smtp+starttls": 587}.get(parts.scheme, 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        implicit_tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+starttls",
    )


def _connect(carrier: Carrier) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if carrier.implicit_tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(carrier.host, carrier.port, timeout=TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(carrier.host, carrier.port, timeout=TIMEOUT)
    if carrier.starttls:
        connection.starttls(context=context)
    if carrier.user:
        connection.login(carrier.user, carrier.password)
    connection.ehlo_or_helo_if_needed()
    return connection


def _accepted(reply: tuple[int, bytes]) -> None:
    code = reply[0]
    if code >= PERMANENT:
        raise Never(str(code))
    if code >= 400:  # noqa: PLR2004 -- the second kind of refusal in SMTP
        raise NotNow(str(code))


class Handover:
    """One conversation with the mail server, up to the point of no return and past it."""

    def __init__(self, carrier: Carrier, message: EmailMessage) -> None:
        self._message = message
        try:
            self._connection = _connect(carrier)
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(type(error).__name__) from error

    def announce(self) -> None:
        """Name sender and recipient; nothing is sent yet. Raise NotNow or Never."""
        try:
            _accepted(self._connection.mail(self._message["From"].addresses[0].addr_spec))
            _accepted(self._connection.rcpt(self._message["To"].addresses[0].addr_spec))
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(type(error).__name__) from error

    def deliver(self) -> None:
        """Hand over the letter itself. Raise NotNow, Never, or Unknown when nobody can tell."""
        try:
            _accepted(self._connection.data(self._message.as_bytes()))
        except smtplib.SMTPDataError as error:
            _accepted((error.smtp_code, b""))
            raise Unknown(type(error).__name__) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Unknown(type(error).__name__) from error

    def close(self) -> None:
        """End the conversation, whatever happened."""
        self._connection.close()
