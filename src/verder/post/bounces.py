"""Reads what a mail server writes about a letter that it could not bring (RFC 3464)."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

MOST_NAMES = 20
LONGEST_FIELD = 2000
_NAME = re.compile(r"(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])", re.IGNORECASE)
_STATUS = re.compile(r"\s*([45]\.\d{1,3}\.\d{1,3})\b")
_REPORT = "message/delivery-status"


@dataclass(frozen=True, slots=True)
class Bounce:
    """A letter that was given up on its way: which of ours it may be, why, and for whom it was."""

    letters: tuple[uuid.UUID, ...]
    status: str
    addresses: tuple[str, ...]


def read_bounce(raw: bytes) -> Bounce | None:
    """Read a message as far as we have it; return nothing when it does not say that one letter was given up."""
    message = message_from_bytes(raw)
    if message.get_content_type() != "multipart/report":
        return None
    parts = _parts(message)
    about, *recipients = _blocks(parts)
    given_up = [one for one in recipients if _says_given_up(one)]
    letters = _letters(message, about, parts)
    if not given_up or not letters:
        return None
    return Bounce(letters, _status(given_up[0]), _addresses(given_up))


def _parts(message: Message) -> list[Message]:
    """List the parts of the report itself; what is nested deeper is not ours."""
    parts = message.get_payload()
    return [part for part in parts if isinstance(part, Message)] if isinstance(parts, list) else []


def _blocks(parts: list[Message]) -> list[Message]:
    """List what is said about the letter, and then about each recipient."""
    found = [block for part in parts if part.get_content_type() == _REPORT for block in _parts(part)]
    return found or [Message()]


def _says_given_up(recipient: Message) -> bool:
    """Tell whether a recipient will not get it; *delayed* means that the server goes on trying."""
    return _field(recipient, "Action").strip().lower().startswith("failed") and bool(_status(recipient))


def _status(recipient: Message) -> str:
    found = _STATUS.match(_field(recipient, "Status"))
    return found[1] if found else ""


def _addresses(recipients: list[Message]) -> tuple[str, ...]:
    fields = [_field(one, name) for one in recipients for name in ("Original-Recipient", "Final-Recipient")]
    return tuple(dict.fromkeys(field.partition(";")[2].strip(" \t<>").lower() for field in fields if field))


def _letters(message: Message, about: Message, parts: list[Message]) -> tuple[uuid.UUID, ...]:
    """List the names that may be those of our letter, the surest first."""
    said = [_field(about, "Original-Envelope-Id"), *(_name_in(part) for part in parts)]
    said += [_field(message, "In-Reply-To"), _field(message, "References")]
    names = [uuid.UUID(name) for text in said for name in _NAME.findall(text)]
    return tuple(dict.fromkeys(names))[:MOST_NAMES]


def _name_in(part: Message) -> str:
    """Return the name of the letter that is sent along, whole or its head alone."""
    if part.get_content_type() == "message/rfc822":
        return _field((_parts(part) or [Message()])[0], "Message-ID")
    if part.get_content_type() == "text/rfc822-headers":
        head = part.get_payload(decode=True)
        return _field(message_from_bytes(head if isinstance(head, bytes) else b""), "Message-ID")
    return ""


def _field(message: Message, name: str) -> str:
    return str(message.get(name, ""))[:LONGEST_FIELD]
