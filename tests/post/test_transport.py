"""How the carrier is read from the settings, and how a conversation is opened: plainly, encrypted, with a name."""

from __future__ import annotations

import smtplib

import pytest

from tests.post.letters import NOON, again, owed, sweep
from verder.post import transport
from verder.post.transport import Handover, ServerAway, carrier_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", ("mail.example", 25, "", "", False, False)),
        ("smtp+starttls://u%40x:p%3Aw@mail.example", ("mail.example", 587, "u@x", "p:w", False, True)),
        ("smtps://u:p@mail.example:1465", ("mail.example", 1465, "u", "p", True, False)),
        ("smtps:", ("127.0.0.1", 465, "", "", True, False)),
    ],
)
def test_a_carrier_is_read_from_its_address(url, expected):
    carrier = carrier_of(url)

    read = (carrier.host, carrier.port, carrier.user, carrier.password, carrier.implicit_tls, carrier.starttls)
    assert read == expected


class Conversation:
    """Stands in for the library where encryption would need certificates."""

    def __init__(self, host, port, **options):
        self.said = [(host, port, sorted(options))]
        Conversation.last = self

    def starttls(self, **_options):
        self.said.append("starttls")

    def login(self, user, password):
        if password == "wrong":
            raise smtplib.SMTPAuthenticationError(535, b"no")
        self.said.append((user, password))

    def ehlo_or_helo_if_needed(self):
        self.said.append("ehlo")

    def close(self):
        self.said.append("closed")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("smtp://m.example", [("m.example", 25, ["timeout"]), "ehlo"]),
        ("smtps://u:p@m.example", [("m.example", 465, ["context", "timeout"]), ("u", "p"), "ehlo"]),
        ("smtp+starttls://u:p@m.example", [("m.example", 587, ["timeout"]), "starttls", ("u", "p"), "ehlo"]),
    ],
)
def test_a_conversation_is_opened_as_the_carrier_asks(monkeypatch, url, said):
    monkeypatch.setattr(transport.smtplib, "SMTP", Conversation)
    monkeypatch.setattr(transport.smtplib, "SMTP_SSL", Conversation)

    Handover(carrier_of(url))

    assert Conversation.last.said == said


def test_a_server_that_does_not_know_us_counts_as_away_and_is_left(monkeypatch):
    monkeypatch.setattr(transport.smtplib, "SMTP", Conversation)

    with pytest.raises(ServerAway, match="535"):
        Handover(carrier_of("smtp://u:wrong@m.example"))

    assert Conversation.last.said[-1] == "closed"


@pytest.mark.django_db
def test_a_server_that_can_is_asked_to_return_the_name_and_head_of_a_letter_alone(mail_server):
    mail_server.knows_of_returns = True
    letter = owed()

    sweep(NOON)

    assert mail_server.at_sender == [f"RET=HDRS ENVID={letter.key}"]
    assert again(letter).state == "sent"


def test_encryption_that_the_server_does_not_offer_counts_as_away(mail_server):
    with pytest.raises(ServerAway, match="SMTPNotSupportedError"):
        Handover(carrier_of(f"smtp+starttls://127.0.0.1:{mail_server.port}"))
