"""What a mail server writes about a letter that it could not bring is understood, and nothing else is taken for it."""

from __future__ import annotations

import uuid
from functools import partial

import pytest

from tests.post.bounce_mail import exchange, person_who_writes_back, postfix
from verder.post.bounces import Bounce, read_bounce

KEY = uuid.UUID("5bd0a3c4-7f1e-4a53-9c0e-3a1b2c4d5e6f")
ADDRESS = "balie@voorbeeld.example"


def report_with(kind: bytes, words: bytes = b"") -> bytes:
    """Write a report with one part alone."""
    parts = b"--x\r\nContent-Type: " + kind + b"\r\n\r\n" + words + b"\r\n--x--"
    return b"Content-Type: multipart/report; boundary=x\r\n\r\n" + parts


@pytest.mark.parametrize(
    "write",
    [postfix, partial(postfix, with_head=False), exchange],
    ids=["Postfix", "Postfix, with the name of the letter alone", "Exchange"],
)
def test_a_letter_that_was_given_up_is_known_by_its_name(write):
    bounce = read_bounce(write(KEY, ADDRESS, status="5.1.1"))

    assert bounce == Bounce((KEY,), "5.1.1", (ADDRESS,))


@pytest.mark.parametrize("write", [postfix, exchange])
def test_a_server_that_goes_on_trying_has_given_nothing_up(write):
    bounce = read_bounce(write(KEY, ADDRESS, action="delayed", status="4.4.1"))

    assert bounce is None


def test_a_server_that_tried_for_days_and_stopped_has_given_it_up():
    bounce = read_bounce(postfix(KEY, ADDRESS, action="failed", status="4.4.1"))

    assert bounce == Bounce((KEY,), "4.4.1", (ADDRESS,))


@pytest.mark.parametrize(("action", "status"), [("delivered", "2.0.0"), ("failed", "ja"), ("relayed", "5.0.0")])
def test_what_does_not_say_that_it_was_given_up_changes_nothing(action, status):
    assert read_bounce(postfix(KEY, ADDRESS, action=action, status=status)) is None


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x00\xff\xfe" * 1000,
        person_who_writes_back(),
        b"Content-Type: multipart/report; report-type=delivery-status\r\n\r\nniets\r\n",
        report_with(b"message/delivery-status"),
        report_with(b"message/rfc822"),
        report_with(b"text/rfc822-headers\r\nContent-Transfer-Encoding: base64", b"\xff\xff="),
        postfix(KEY, ADDRESS).replace(str(KEY).encode(), b"een-ander"),
    ],
    ids=["empty", "noise", "a person", "no parts", "no status", "no letter", "damaged head", "another's letter"],
)
def test_anything_else_is_no_bounce(message):
    assert read_bounce(message) is None


def test_what_was_cut_off_after_the_reason_is_still_understood():
    whole = exchange(KEY, ADDRESS)

    bounce = read_bounce(whole[: whole.index(b"message/rfc822")])

    assert bounce == Bounce((KEY,), "5.1.10", (ADDRESS,))


def test_a_message_that_names_thousands_of_letters_is_read_for_the_first_few():
    names = " ".join(f"<{uuid.UUID(int=number)}@verder.example>" for number in range(10_000))
    report = exchange(KEY, ADDRESS).replace(b"References:", f"References: {names}".encode())

    bounce = read_bounce(report)

    assert bounce is not None
    assert bounce.letters[0] == KEY
    assert len(bounce.letters) <= 20
